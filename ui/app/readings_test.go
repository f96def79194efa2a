package app

import (
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"strings"
)

// A record keeps what was measured in the order of the steps, once for each, and forgets what lies after a step at which the run takes another way.
func TestReadingsAreKept(t *testing.T) {
	r := Record{Last: 5000}
	at := func(step uint64, more int) *wire.Snapshot {
		s := &wire.Snapshot{Step: step}
		for _, key := range []string{"js", "modes"}[:1+more] {
			s.Measures = append(s.Measures, wire.Measure{Key: key, Step: step, Value: float64(step)})
		}
		return s
	}
	for _, step := range []uint64{10, 30, 20, 30} {
		r = r.read(at(step, 0))
	}
	r = r.read(at(20, 1))
	if len(r.Readings) != 3 || r.Readings[1].Step != 20 || len(r.Readings[1].Measures) != 2 {
		t.Errorf("%+v", r.Readings)
	}
	if got := r.read(at(20, 0)); len(got.Readings[1].Measures) != 2 {
		t.Error("fewer measures of a step take the place of more")
	}
	norms := &wire.Snapshot{Step: 20, Measures: []wire.Measure{{Key: "gradient.d", Step: 20}, {Key: "gradient.g", Step: 20}}}
	if got := r.read(norms); len(got.Readings[1].Measures) != 4 {
		t.Error("other measures of a step are not added to those that it has")
	}
	if got := r.read(at(6000, 0)); len(got.Readings) != 3 {
		t.Error("what was measured beyond the run's end is kept")
	}
	if got := r.cut(20); len(got.Readings) != 2 {
		t.Errorf("after a turn at step 20 there are %d", len(got.Readings))
	}
	for step := range uint64(2000) {
		r = r.read(at(step, 0))
	}
	if n := len(r.Readings); n > mostReadings || n < mostReadings/4 || r.Readings[n-1].Step != 1999 {
		t.Errorf("%d readings, the last at step %d", n, r.Readings[n-1].Step)
	}
}

// What is read of a place is asked for only while somebody reads.
func TestReadingAsksForWhatIsRead(t *testing.T) {
	p := open(t, "")
	asks := func() bool {
		text := p.model.PullCommand(Pull{}).String()
		return strings.Contains(text, probe.Descent) && strings.Contains(text, probe.Optimal)
	}
	if asks() {
		t.Error("nobody reads, and it asks")
	}
	if p.tell(PlaneRead{On: true}); !asks() {
		t.Error("it does not ask for what is read")
	}
	if p.tell(PlaneRead{On: false}); asks() {
		t.Error("it goes on asking")
	}
}

// Norms are asked for only while their chart is seen.
func TestNormsAreAskedForWhereTheyAreSeen(t *testing.T) {
	p := open(t, "")
	asks := func() bool { return strings.Contains(p.model.PullCommand(Pull{}).String(), probe.Norms) }
	p.tell(MeasureChosen{Key: GradientNorms})
	if asks() {
		t.Error("it asks where no chart is seen")
	}
	if p.tell(ViewChosen{TheCharts}); !asks() {
		t.Error("it does not ask for what the chart shows")
	}
	if p.tell(MeasureChosen{Key: "tv"}); asks() {
		t.Error("it goes on asking")
	}
}
