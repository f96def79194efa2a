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
