package metric

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// points are n points of the plane.
func drawPoints(t *rapid.T, n int, label string) []point {
	out := make([]point, n)
	for i := range out {
		out[i] = point{rapid.Float64Range(-2, 2).Draw(t, label), rapid.Float64Range(-2, 2).Draw(t, label)}
	}
	return out
}

// The cheapest matching costs what the cheapest of all orders does.
func TestMatchIsTheCheapest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "n")
		a, b := drawPoints(t, n, "a"), drawPoints(t, n, "b")
		best := math.Inf(1)
		order := make([]int, n)
		var try func(i int, used uint, cost float64)
		try = func(i int, used uint, cost float64) {
			if i == n {
				best = min(best, cost)
				return
			}
			for j := range n {
				if used>>j&1 == 0 {
					order[i] = j
					try(i+1, used|1<<j, cost+math.Sqrt(a[i].d2(b[j])))
				}
			}
		}
		try(0, 0, 0)
		if got := match(a, b, nil); math.Abs(got-best) > 1e-9 {
			t.Errorf("%v to %v costs %g, not %g", a, b, best, got)
		}
	})
}

// On a line it is the distance of the sorted numbers, and a shift costs its length.
func TestTransportKnowsLinesAndShifts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "n")
		var a, b []point
		var x, y []float64
		for range n {
			v, w := rapid.Float64Range(-2, 2).Draw(t, "x"), rapid.Float64Range(-2, 2).Draw(t, "y")
			a, b, x, y = append(a, point{v}), append(b, point{w}), append(x, v), append(y, w)
		}
		if got, want := match(a, b, nil)/float64(n), wasserstein(x, y); math.Abs(got-want) > 1e-9 {
			t.Errorf("it is %g on a line, want %g", got, want)
		}
		c := drawPoints(t, n, "c")
		d := make([]point, n)
		for i, p := range c {
			d[n-1-i] = point{p[0] + 3, p[1] - 4}
		}
		if got := match(c, d, nil) / float64(n); math.Abs(got-5) > 1e-9 {
			t.Errorf("a shift by 5 costs %g", got)
		}
	})
}
