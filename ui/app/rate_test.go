package app

import (
	"math"
	"testing"

	"ganvas/core/wire"
)

func snapshotAt(step uint64) *wire.Snapshot { return &wire.Snapshot{Step: step} }

func pullsIn(es []Effect) int {
	n := 0
	for _, e := range es {
		if _, ok := e.(Pull); ok {
			n++
		}
	}
	return n
}

func TestRateOfASteadyRun(t *testing.T) {
	var r Rate
	for i := range 200 { // 60 snapshots a second, 10 steps between them
		r = r.at(uint64(10*i), float64(i)/60)
	}
	if math.Abs(r.PerSecond-600) > 1e-6 {
		t.Errorf("600 steps/s are measured as %g", r.PerSecond)
	}
	if r = r.at(0, 4); r.PerSecond != 0 {
		t.Errorf("after a reset the rate is %g", r.PerSecond)
	}
}

// A run that goes on has a pace for each window, one that goes back forgets what came after, and however long it goes the list is bounded and keeps
// the mean.
func TestPaces(t *testing.T) {
	var ps []Pace
	for i := range 5 {
		ps = paced(ps, Rate{PerSecond: 10, step: uint64(10 * i)})
		ps = paced(ps, Rate{PerSecond: 10, step: uint64(10 * i)})
	}
	if len(ps) != 5 || ps[4].Step != 40 {
		t.Fatalf("after five windows there are %v", ps)
	}
	before := ps
	if ps = paced(ps, Rate{PerSecond: 20, step: 25}); len(ps) != 4 || ps[3] != (Pace{25, 20}) {
		t.Errorf("back at step 25 there are %v", ps)
	}
	if before[3].Step != 30 {
		t.Error("the model before has changed")
	}
	if ps = paced(nil, Rate{step: 3}); len(ps) != 0 {
		t.Errorf("of an unknown rate there is %v", ps)
	}
	for i := range 10_000 {
		ps = paced(ps, Rate{PerSecond: float64(1 + i%2), step: uint64(i + 1)})
	}
	sum, last := 0., uint64(0)
	for _, p := range ps {
		sum += p.PerSecond * float64(p.Step-last)
		last = p.Step
	}
	if mean := sum / 10_000; len(ps) > mostPaces || last != 10_000 || mean < 1.45 || mean > 1.55 {
		t.Errorf("after 10,000 windows there are %d, the last at %d, with mean %g", len(ps), last, mean)
	}
}
