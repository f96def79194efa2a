package run

import (
	"runtime"
	"slices"
	"testing"

	"ganvas/core/wire"
)

func keys(list []wire.Measure) (out []string) {
	for _, m := range list {
		out = append(out, m.Key)
	}
	return out
}

// Measure computes what is cheap, MeasureAll all, and a survey what is not, piece by piece; each is of the step at which it was asked for.
func TestMeasures(t *testing.T) {
	r := openLine(t, "", Options{})
	train(t, r, 20)
	if got := keys(r.Measure()); !slices.Equal(got, []string{"offset"}) {
		t.Errorf("cheap are %v", got)
	}
	if got := keys(r.MeasureAll()); !slices.Equal(got, []string{"offset", "error", "sum"}) {
		t.Errorf("all are %v", got)
	}
	r.Measure()
	sum := r.Slots().Read("weights")
	r.Survey()
	pieces := 0
	for ; r.Pending() > 0; pieces++ {
		if s := r.Snapshot([]string{}, false, false); s.Pending != r.Pending() || len(s.Measures) != 1+2-r.Pending() {
			t.Errorf("%d are left, the snapshot says %d and has %v", r.Pending(), s.Pending, s.Measures)
		}
		r.Proceed()
		train(t, r, 3)
	}
	// One rests once, the other twice; each is answered once.
	if pieces != 5 {
		t.Errorf("all was done in %d pieces", pieces)
	}
	m := r.Snapshot([]string{}, false, false).Measures
	if got := keys(m); !slices.Equal(got, []string{"offset", "error", "sum"}) || m[2].Step != 20 || m[2].Value != float64(sum[0]+sum[1]) || m[2].Floor != 1 {
		t.Errorf("surveyed are %+v", m)
	}
	r.Proceed() // once too often
	if err := r.At(10); err != nil || len(r.Snapshot([]string{}, false, false).Measures) != 0 {
		t.Errorf("elsewhere it has measures %v, %v", r.Snapshot([]string{}, false, false).Measures, err)
	}
}

// A survey that ends in the middle of a measure leaves nothing that runs.
func TestASurveyEndsAtOnce(t *testing.T) {
	before := runtime.NumGoroutine()
	r := openLine(t, "", Options{})
	for _, end := range []func(){r.StopSurvey, r.Survey, func() { _ = r.Reset() }} {
		r.Survey()
		r.Proceed()
		end()
	}
	if r.Pending() != 0 {
		t.Errorf("%d measures are left", r.Pending())
	}
	for range 1_000_000 {
		if runtime.NumGoroutine() <= before {
			return
		}
		runtime.Gosched()
	}
	t.Errorf("%d goroutines are left", runtime.NumGoroutine()-before)
}

// A measure that panics tells whoever asked for it.
func TestAFailingMeasure(t *testing.T) {
	r := openLine(t, "", Options{})
	c := newCoroutine()
	go c.run([]Measure{{Key: "bad", Compute: func() wire.Measure {
		c.rest()
		panic("broken")
	}}})
	r.survey = survey{pending: 1, work: c}
	r.Proceed()
	defer func() {
		if x := recover(); x != "broken" {
			t.Errorf("got %v", x)
		}
		r.survey = survey{}
	}()
	r.Proceed()
	t.Error("no panic")
}
