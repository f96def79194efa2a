package run

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// shown are columns of a history in these tests, of which the last is not shown.
var shown = []Column{{Key: "x", Role: Loss}, {Key: "-x", Role: Loss}, {Key: "2x", Role: Term}, {Key: "step", Role: Gauge}, {Key: "one", Role: Gauge}, {Key: "guard", Role: Guard}}

func value(step uint64) float64 { return float64(step*step%1009) - 500 }

func rowOf(step uint64) []float32 {
	x := float32(value(step))
	return []float32{x, -x, 2 * x, float32(step), 1, float32(step), -x}
}

// recorded is a history of so many steps; its last two figures are a trajectory's.
func recorded(steps uint64) history {
	h := history{width: 7, path: 2, first: []float32{0, 0}}
	for step := uint64(1); step <= steps; step++ {
		h.push(rowOf(step))
	}
	return h
}

// Whatever the number of steps, every point is the mean over its own steps, none is missing but the last incomplete one,
// and there are never more than tracePoints.
func TestTraceIsTheMeansOverItsSteps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint64Range(0, 5*tracePoints).Draw(t, "steps")
		h := recorded(n)
		w := h.trace(n, shown)
		x := w.Column("x")
		if len(x) > tracePoints || len(x) != int(n)/w.Stride || len(w.Columns) != 5 || w.Column("guard") != nil {
			t.Fatalf("%d steps of stride %d gave %d points of %d columns", n, w.Stride, len(x), len(w.Columns))
		}
		if n > tracePoints && len(x) < tracePoints/2 {
			t.Fatalf("%d steps gave only %d points", n, len(x))
		}
		for i := range x {
			mean := 0.0
			for step := i*w.Stride + 1; step <= (i+1)*w.Stride; step++ {
				mean += value(uint64(step)) / float64(w.Stride)
			}
			if math.Abs(float64(x[i])-mean) > 1e-4 || w.Column("-x")[i] != -x[i] || w.Column("2x")[i] != 2*x[i] || w.Column("one")[i] != 1 {
				t.Fatalf("point %d of %d steps is %g, want %g", i, n, x[i], mean)
			}
			if middle := float32(i*w.Stride) + float32(w.Stride+1)/2; w.Column("step")[i] != middle {
				t.Fatalf("point %d is of step %g, want %g", i, w.Column("step")[i], middle)
			}
		}
	})
}

// The trace at a step that is past is what it was there; a history that is cut and goes on is one that was never cut; and a clone shares
// nothing with it.
func TestHistoryCutAndClone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint64Range(0, 9*tracePoints).Draw(t, "steps")
		step := rapid.Uint64Range(0, n).Draw(t, "step")
		on := rapid.Uint64Range(0, 3*tracePoints).Draw(t, "on")
		h, there := recorded(n), recorded(step)
		if d := cmp.Diff(h.trace(step, shown), there.trace(step, shown)); d != "" {
			t.Fatalf("the trace at step %d of %d: %s", step, n, d)
		}
		before := h.trace(n, shown)
		cut := h.clone()
		from := cut.cut(step)
		if from > step || cut.count != from || step-from >= 1<<depth(step) {
			t.Fatalf("a history of %d steps cut at %d goes on from %d", n, step, from)
		}
		for s := from + 1; s <= step+on; s++ {
			cut.push(rowOf(s))
		}
		want := recorded(step + on)
		for at := step; at <= step+on; at += 97 {
			if d := cmp.Diff(cut.trace(at, shown), want.trace(at, shown)); d != "" {
				t.Fatalf("cut at %d of %d, the trace at %d: %s", step, n, at, d)
			}
		}
		if !slices.Equal(cut.first, want.first) {
			t.Fatalf("cut at %d of %d, a trajectory begins with %d numbers, not %d", step, n, len(cut.first), len(want.first))
		}
		if d := cmp.Diff(h.trace(n, shown), before); d != "" {
			t.Fatalf("what was done to a clone was done to what it is of: %s", d)
		}
	})
}

// A trajectory has its first points and its last, with one of NaNs between where some are left out.
func TestTrajectoryHasItsEnds(t *testing.T) {
	for _, c := range []struct{ steps, rows uint64 }{{0, 1}, {5, 6}, {pathRows - 1, pathRows}, {pathRows, pathRows + 1}, {2*pathRows - 1, 2 * pathRows}, {2 * pathRows, 2*pathRows + 1}, {7 * pathRows, 2*pathRows + 1}} {
		h := recorded(c.steps)
		last := path{width: 2, from: 1}
		for step := uint64(1); step <= c.steps; step++ {
			last.push(rowOf(step)[5:])
		}
		a := h.trajectory(last, c.steps)
		if a.Dim(0) != int(c.rows) || a.Dim(1) != 2 || len(a.Floats) != 2*int(c.rows) {
			t.Fatalf("%d steps: %d numbers of shape %v, want %d rows", c.steps, len(a.Floats), a.Shape, c.rows)
		}
		gap := c.steps+1 > 2*pathRows
		for i := range c.rows {
			step := i
			if back := c.rows - 1 - i; gap && i > pathRows {
				step = c.steps - back
			}
			got := a.Floats[2*i]
			if gap && i == pathRows {
				if got == got {
					t.Errorf("%d steps: row %d is %g, not NaN", c.steps, i, got)
				}
			} else if got != float32(step) {
				t.Errorf("%d steps: row %d is of step %g, want %d", c.steps, i, got, step)
			}
		}
	}
}
