package gan

import (
	"math"
	"runtime"
	"testing"

	"ganvas/core/metric"
	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// surveyed is a run at step 20 that has been asked for all measures.
func surveyed(t *testing.T) *run.Run {
	t.Helper()
	tr := open(t, "rows=256&g=8&d=8&batch=16")
	train(t, tr, 20)
	tr.Survey()
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
		if shot := shot(tr); tr.Pending() != n || shot.Pending != n || len(shot.Measures) != len(want)-n {
			t.Fatalf("%d are left, the snapshot says %d and has %d, of %d", tr.Pending(), shot.Pending, len(shot.Measures), len(want))
		}
		proceed(tr)
		train(t, tr, 3)
	}
	got := shot(tr).Measures
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
	proceed(tr)
	train(t, tr, 5)
	tr.Survey()
	if tr.Pending() != all || len(shot(tr).Measures) != 0 {
		t.Errorf("asked again, %d of %d are left, and %d are there", tr.Pending(), all, len(shot(tr).Measures))
	}
	proceed(tr)
	if m := shot(tr).Measures; len(m) != 1 || m[0].Step != 25 {
		t.Errorf("asked again at step 25: %v", m)
	}
	if err := tr.Reset(); err != nil {
		t.Fatal(err)
	}
	if tr.Pending() != 0 || len(shot(tr).Measures) != 0 {
		t.Error("the survey outlives a reset")
	}
}

// What is complete when a survey is stopped stays; the rest never comes.
func TestSurveyStops(t *testing.T) {
	tr := surveyed(t)
	tr.StopSurvey() // nothing is under way
	tr.Survey()
	proceed(tr)
	tr.StopSurvey()
	for range 100 {
		tr.Proceed()
	}
	if m := shot(tr).Measures; tr.Pending() != 0 || len(m) != 1 {
		t.Errorf("stopped, %d measures are left and %d there", tr.Pending(), len(m))
	}
	if tr.Survey(); tr.Pending() == 0 {
		t.Error("after a stop no other begins")
	}
}

// proceed completes a measure.
func proceed(tr *run.Run) {
	for n := tr.Pending(); n > 0 && tr.Pending() == n; {
		tr.Proceed()
	}
}

// Between any two pieces the run may train, be pictureed and measured: what comes out is the same, and the run is what it is without.
func TestSurveyInPieces(t *testing.T) {
	tr, alone := surveyed(t), surveyed(t)
	for alone.Pending() > 0 {
		proceed(alone)
	}
	want := shot(alone).Measures
	pieces := 0
	for ; tr.Pending() > 0; pieces++ {
		tr.Proceed()
		if pieces%100 == 0 {
			train(t, tr, 1)
			tr.Measure()
		}
	}
	if pieces < 1000 {
		t.Errorf("all is done in %d pieces", pieces)
	}
	train(t, alone, int(tr.Step()-alone.Step()))
	got := shot(tr).Measures
	got = got[len(got)-len(want):]
	for i, w := range want {
		if g := got[i]; g.Key != w.Key || g.Step != 20 || math.Float64bits(g.Value) != math.Float64bits(w.Value) || math.Float64bits(g.Floor) != math.Float64bits(w.Floor) {
			t.Errorf("%+v, and without interruption %+v", got[i], w)
		}
	}
	if !sameBits(shot(alone).Floats(probe.Samples), shot(tr).Floats(probe.Samples)) {
		t.Error("a survey changes the run")
	}
}

// A survey that ends in the middle of a measure ends there, and leaves nothing that runs.
func TestSurveyEndsAtOnce(t *testing.T) {
	before := runtime.NumGoroutine()
	tr := surveyed(t)
	for range 50 {
		tr.Proceed()
	}
	tr.Survey()
	tr.Proceed()
	if err := tr.Reset(); err != nil {
		t.Fatal(err)
	}
	for range 1_000_000 {
		if runtime.NumGoroutine() <= before {
			break
		}
		runtime.Gosched()
	}
	if tr.Pending() != 0 || runtime.NumGoroutine() > before {
		t.Errorf("%d measures and %d goroutines are left", tr.Pending(), runtime.NumGoroutine()-before)
	}
}
