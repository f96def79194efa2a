package train

import (
	"math"
	"runtime"
	"testing"

	"ganvas/core/metric"
	"ganvas/core/wire"
)

// surveyed is a run at step 20 that has been asked for all measures.
func surveyed(t *testing.T) *Trainer {
	t.Helper()
	tr := open(t, "rows=256&g=8&d=8&batch=16")
	run(t, tr, 20)
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
		proceed(tr)
		run(t, tr, 3)
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
	proceed(tr)
	run(t, tr, 5)
	if err := tr.Survey(); err != nil {
		t.Fatal(err)
	}
	if tr.Pending() != all || len(tr.Snapshot().Measures) != 0 {
		t.Errorf("asked again, %d of %d are left, and %d are there", tr.Pending(), all, len(tr.Snapshot().Measures))
	}
	proceed(tr)
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

// What is complete when a survey is stopped stays; the rest never comes.
func TestSurveyStops(t *testing.T) {
	tr := surveyed(t)
	tr.StopSurvey() // nothing is under way
	if err := tr.Survey(); err != nil {
		t.Fatal(err)
	}
	proceed(tr)
	tr.StopSurvey()
	for range 100 {
		tr.Proceed()
	}
	if m := tr.Snapshot().Measures; tr.Pending() != 0 || len(m) != 1 {
		t.Errorf("stopped, %d measures are left and %d there", tr.Pending(), len(m))
	}
	if err := tr.Survey(); err != nil || tr.Pending() == 0 {
		t.Errorf("after a stop another begins with %d measures, %v", tr.Pending(), err)
	}
}

// proceed completes a measure.
func proceed(tr *Trainer) {
	for n := tr.Pending(); n > 0 && tr.Pending() == n; {
		tr.Proceed()
	}
}

// Between any two pieces the run may train, be photographed and measured: what comes out is the same, and the run is what it is without.
func TestSurveyInPieces(t *testing.T) {
	tr, alone := surveyed(t), surveyed(t)
	for alone.Pending() > 0 {
		proceed(alone)
	}
	want := alone.Snapshot().Measures
	pieces := 0
	for ; tr.Pending() > 0; pieces++ {
		tr.Proceed()
		if pieces%100 == 0 {
			run(t, tr, 1)
			tr.Measure()
		}
	}
	if pieces < 1000 {
		t.Errorf("all is done in %d pieces", pieces)
	}
	run(t, alone, int(tr.Step()-alone.Step()))
	got := tr.Snapshot().Measures
	got = got[len(got)-len(want):]
	for i, w := range want {
		if g := got[i]; g.Key != w.Key || g.Step != 20 || math.Float64bits(g.Value) != math.Float64bits(w.Value) || math.Float64bits(g.Floor) != math.Float64bits(w.Floor) {
			t.Errorf("%+v, and without interruption %+v", got[i], w)
		}
	}
	if !sameBits(alone.Snapshot().Generated, tr.Snapshot().Generated) {
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
	if err := tr.Survey(); err != nil {
		t.Fatal(err)
	}
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

// A measure that panics tells whoever asked for it.
func TestSurveyFailure(t *testing.T) {
	tr := surveyed(t)
	tr.survey.end()
	bad := metric.Measure{Key: "bad", Compute: func(s *metric.Samples) (float64, error) {
		s.Rest()
		panic("broken")
	}}
	samples, err := tr.samples()
	if err != nil {
		t.Fatal(err)
	}
	tr.survey = survey{pending: 1, work: newPiecework(tr.target, samples, []metric.Measure{bad})}
	tr.Proceed()
	defer func() {
		if r := recover(); r != "broken" {
			t.Errorf("got %v", r)
		}
		tr.survey = survey{}
	}()
	tr.Proceed()
	t.Error("no panic")
}
