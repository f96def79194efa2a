package train

import (
	"math"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/metric"
	"ganvas/core/simd/native"
	"ganvas/core/wire"
)

// surveyed is a run at step 20 that has been asked for all measures.
func surveyed(t *testing.T) *Trainer {
	t.Helper()
	spec, err := experiment.Parse("rows=256&g=8&d=8&batch=16")
	if err != nil {
		t.Fatal(err)
	}
	tr, err := New(spec, Options{Machine: native.New})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tr.Close)
	if err := tr.Run(20); err != nil {
		t.Fatal(err)
	}
	if err := tr.Survey(); err != nil {
		t.Fatal(err)
	}
	return tr
}

// A survey between steps is of the step at which it was asked for, and has every measure that another run gives all at once there, bit
// for bit.
func TestSurveyWhileTraining(t *testing.T) {
	tr := surveyed(t)
	twin := surveyed(t)
	want := map[string]wire.Measure{}
	for _, m := range twin.MeasureAll() {
		if x, _ := metric.Find(m.Key); x.Cost == metric.Heavy {
			want[m.Key] = m
		}
	}
	for n := tr.Pending(); n > 0; n-- {
		if shot := tr.Snapshot(); tr.Pending() != n || shot.Pending != n || len(shot.Measures) != len(want)-n {
			t.Fatalf("%d are left, the snapshot says %d and has %d, of %d", tr.Pending(), shot.Pending, len(shot.Measures), len(want))
		}
		tr.Proceed()
		if err := tr.Run(3); err != nil {
			t.Fatal(err)
		}
	}
	got := tr.Snapshot().Measures
	if len(got) != len(want) || len(got) < 10 {
		t.Errorf("%d measures have come, not %d", len(got), len(want))
	}
	for _, g := range got {
		w := want[g.Key]
		if g.Step != 20 || math.Float64bits(g.Value) != math.Float64bits(w.Value) || math.Float64bits(g.Floor) != math.Float64bits(w.Floor) {
			t.Errorf("%+v, and all at once %+v", g, w)
		}
	}
	tr.Proceed() // once too often
	if tr.Pending() != 0 {
		t.Error("something is left after the end")
	}
}

// A survey that is asked for again begins again, and a reset ends it and takes its measures away.
func TestSurveyAgainAndReset(t *testing.T) {
	tr := surveyed(t)
	all := tr.Pending()
	tr.Proceed()
	if err := tr.Run(5); err != nil {
		t.Fatal(err)
	}
	if err := tr.Survey(); err != nil {
		t.Fatal(err)
	}
	if tr.Pending() != all || len(tr.Snapshot().Measures) != 0 {
		t.Errorf("asked again, %d of %d are left, and %d are there", tr.Pending(), all, len(tr.Snapshot().Measures))
	}
	tr.Proceed()
	if m := tr.Snapshot().Measures; len(m) != 1 || m[0].Step != 25 {
		t.Errorf("asked again at step 25: %v", m)
	}
	if err := tr.Reset(); err != nil {
		t.Fatal(err)
	}
	if tr.Pending() != 0 || len(tr.Snapshot().Measures) != 0 {
		t.Error("the survey outlives a reset")
	}
}
