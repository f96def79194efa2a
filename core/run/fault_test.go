package run

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

// hot diverges: steps of least squares that overshoot more each time.
const hot = "rate=40"

// A run that diverges stops at the last good step, whatever the chunks; it is what a run of just so many steps is, says why it has
// stopped, and stays there.
func TestDivergenceStopsAtTheLastGoodStep(t *testing.T) {
	r := openLine(t, hot, Options{})
	train(t, r, 700)
	good := r.Step()
	if r.Fault() == "" || good == 0 || good >= 600 {
		t.Fatalf("no divergence: step %d, %q", good, r.Fault())
	}
	at := func(step uint64) string { return strconv.FormatUint(step, 10) }
	want := " at step " + at(good+1) + ": the rate of 40 is too high. The run stands at step " + at(good) + ", the last good one."
	if !strings.HasSuffix(r.Fault(), want) || !strings.HasPrefix(r.Fault(), "the loss became ") {
		t.Errorf("it says %q, want %q at its end", r.Fault(), want)
	}
	steady := openLine(t, hot, Options{Budget: 1})
	for steady.Step() < good {
		train(t, steady, min(7, int(good-steady.Step())))
	}
	if steady.Fault() != "" {
		t.Fatalf("a run of %d steps says %q", good, steady.Fault())
	}
	for _, x := range r.Snapshot(nil, false, false).Trace.Column("loss") {
		if !(math.Abs(float64(x)) <= math.MaxFloat32) {
			t.Fatalf("the trace holds %g", x)
		}
	}
	train(t, steady, 1)
	if d := differ(r, steady); d != "" {
		t.Errorf("one that was stopped and one that came step by step differ in %s", d)
	}
	train(t, r, 50)
	if d := differ(r, steady); d != "" {
		t.Errorf("after more was asked of it, they differ in %s", d)
	}
}

// A knob that is turned lets it go on from there, even to where it was; going back and a reset take the fault away.
func TestAfterAFault(t *testing.T) {
	r := openLine(t, hot, Options{})
	train(t, r, 700)
	good, why := r.Step(), r.Fault()
	set(t, r, "rate", "40")
	if r.Fault() != "" || r.Step() != good {
		t.Errorf("a knob set to where it was: step %d, %q", r.Step(), r.Fault())
	}
	train(t, r, 1)
	if r.Fault() != why || r.Step() != good {
		t.Errorf("it goes on to step %d, and says %q", r.Step(), r.Fault())
	}
	back := func() {
		t.Helper()
		if err := r.At(good - 6); err != nil || r.Fault() != "" {
			t.Errorf("gone back: %q, %v", r.Fault(), err)
		}
	}
	back()
	set(t, r, "rate", "0.01")
	train(t, r, 100)
	if r.Fault() != "" || r.Step() != good+94 {
		t.Errorf("at a lower rate: step %d, %q", r.Step(), r.Fault())
	}
	back()
	set(t, r, "rate", "40")
	train(t, r, 700)
	if r.Step() != good || r.Fault() != why {
		t.Errorf("hot again it stands at step %d: %q", r.Step(), r.Fault())
	}
	if err := r.Only("slope", 5); err != nil || r.Step() != good || r.Fault() != why {
		t.Errorf("a stopped run trains another way: step %d, %q, %v", r.Step(), r.Fault(), err)
	}
	if err := r.Reset(); err != nil || r.Fault() != "" || r.Step() != 0 {
		t.Errorf("after a reset: step %d, %q, %v", r.Step(), r.Fault(), err)
	}
}

// What is said names the column that broke, and how.
func TestExplanationsNameWhatBroke(t *testing.T) {
	r := openLine(t, "", Options{})
	nan, inf := float32(math.NaN()), float32(math.Inf(-1))
	for _, c := range []struct {
		column int
		x      float32
		want   string
	}{
		{0, nan, "the loss became NaN (not a number) at step 1: the rate of 0.05"},
		{1, inf, "a weight became infinite at step 1: the rate of 0.05"},
		{2, inf, "the slope became infinite"},
		{3, nan, "the offset became NaN"},
	} {
		column := r.model.columns()[c.column]
		if got := explain(column, c.x, 1, r.exp.Cause(column.Key), 0); !strings.HasPrefix(got, c.want) {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	for x, want := range map[float32]int{1: -1, math.MaxFloat32: -1, nan: 1, inf: 1, -inf: 1} {
		if got := broken([]float32{0, x}); got != want {
			t.Errorf("of a record with %g, figure %d is broken, want %d", x, got, want)
		}
	}
}
