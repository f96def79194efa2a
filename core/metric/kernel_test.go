package metric

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/data"
	"ganvas/core/random"
)

// closedMMD2 is the squared discrepancy of round Gaussians of widths s1 and s2 a shift apart, by exp(-d²/2l²) in the plane.
func closedMMD2(shift, s1, s2, l float64) float64 {
	k := func(d, variance float64) float64 {
		v := 1 + variance/(l*l)
		return math.Exp(-d*d/(2*l*l*v)) / v
	}
	return k(0, 2*s1*s1) + k(0, 2*s2*s2) - 2*k(shift, s1*s1+s2*s2)
}

// draws measures the statistic of independent samples of 500 points, and returns its mean and that mean's standard error.
func draws(p, q data.Source, statistic func(a, b []point) float64) (mean, se float64) {
	const repeats, n = 30, 500
	target := NewTarget(gauss(0, 0, 1))
	r := random.New(1, "metric/test/draws")
	var v [repeats]float64
	for i := range v {
		a, b := make([]float32, 2*n), make([]float32, 2*n)
		p.Sample(r, a)
		q.Sample(r, b)
		v[i] = statistic(target.standard(a, n), target.standard(b, n))
		mean += v[i] / repeats
	}
	for _, x := range v {
		se += (x - mean) * (x - mean) / (repeats - 1) / repeats
	}
	return mean, math.Sqrt(se)
}

// The U-statistic is unbiased: over 30 samples its mean is the closed form to 5 of its standard errors, for equal Gaussians and
// unequal ones, narrow kernels and wide.
func TestMMD(t *testing.T) {
	for _, c := range []struct{ shift, s float64 }{{0, 1}, {.5, 1}, {0, 1.5}, {1, .5}} {
		widths := map[string][]float64{"gauss0.1": {.1}, "gauss0.3": {.3}, "gauss1": {1}, "mixture": {.1, .3, 1, 3}}
		for _, k := range Kernels {
			want, closed := 0.0, widths[k.Key]
			for _, l := range closed {
				want += closedMMD2(c.shift, 1, c.s, l) / float64(len(closed))
			}
			if closed == nil { // the Laplace kernel: the distances of round Gaussians are Rice's
				want = rice(0, math.Sqrt2) + rice(0, c.s*math.Sqrt2) - 2*rice(c.shift, math.Hypot(1, c.s))
			}
			got, se := draws(gauss(0, 0, 1), gauss(c.shift, 0, c.s), func(a, b []point) float64 { return mmd2(a, b, k.Of, nil) })
			near(t, k.Key, got, want, 5*se)
		}
	}
}

// rice returns E exp(-|X|) for X round Gaussian of width s about a point at distance m from the origin, over a square lattice.
func rice(m, s float64) float64 {
	const h = 1. / 16
	sum := 0.0
	for i := -160; i <= 160; i++ {
		for j := -160; j <= 160; j++ {
			x, y := (float64(i)+0.5)*h, (float64(j)+0.5)*h
			sum += math.Exp(-math.Hypot(x, y)) * normal(x, m, s) * normal(y, 0, s) * h * h
		}
	}
	return sum
}

// The energy distance of Gaussians on a line is 2∫(F-G)², and in closed form 2E|X-Y| - E|X-X'| - E|Y-Y'| by folded normals.
func TestEnergy(t *testing.T) {
	line := func(x, s float64) data.Source { // so flat that it counts as a line
		return data.NewMixture(1, data.Mode{At: []float64{x, 0}, SD: []float64{s, 1e-6}, Weight: 1})
	}
	want := 2*folded(.7, math.Sqrt(1.25)) - folded(0, math.Sqrt2) - folded(0, math.Sqrt(.5))
	area := 2 * integral(func(x float64) float64 { d := phi(x) - phi((x-.7)/.5); return d * d })
	near(t, "the closed form", want, area, 1e-9)
	got, se := draws(line(0, 1), line(.7, .5), func(a, b []point) float64 { return mmd2(a, b, minusDistance, nil) })
	near(t, "energy", got, want, 5*se)
	near(t, "the measure", value(t, Energy, line(0, 1), line(.7, .5), pairPoints), want, 5*se*math.Sqrt(30./2)) // twice the points of a draw
}

// Symmetric, and by whole samples: with a's points in b it is at most what unbiasedness takes off.
func TestMMDSymmetric(t *testing.T) {
	points := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) point {
		return point{rapid.Float64Range(-3, 3).Draw(t, "x"), rapid.Float64Range(-3, 3).Draw(t, "y")}
	}), 2, 10)
	rapid.Check(t, func(t *rapid.T) {
		a, b := points.Draw(t, "a"), points.Draw(t, "b")
		for _, k := range Kernels {
			if ab, ba := mmd2(a, b, k.Of, nil), mmd2(b, a, k.Of, nil); math.Abs(ab-ba) > 1e-12 {
				t.Errorf("%s: %v there, %v back", k.Key, ab, ba)
			}
			if v := mmd2(a, a, k.Of, nil); v > 1e-12 {
				t.Errorf("%s of a sample and itself: %v", k.Key, v)
			}
		}
		all, label := append(append([]point(nil), a...), b...), make([]float64, len(a)+len(b))
		for i := range a {
			label[i] = 1
		}
		if v := pairs(all, Kernels[3].Of, nil)(label, len(a)); math.Abs(v-mmd2(a, b, Kernels[3].Of, nil)) > 1e-12 {
			t.Errorf("from the matrix %v, directly %v", v, mmd2(a, b, Kernels[3].Of, nil))
		}
	})
}

// Under the null the p-value is uniform over 1/200 ... 1: of 100 tests the share at or under 0.1 is binomial, and the mean
// has a standard error of .289/10. A shift by half a width is seen nearly always.
func TestPermutationTest(t *testing.T) {
	const tests, n = 100, 60
	target, r := NewTarget(gauss(0, 0, 1)), random.New(2, "metric/test/permutation")
	low, mean, seen := 0.0, 0.0, 0
	for range tests {
		var abc [3][]float32
		for i := range abc {
			abc[i], _ = target.draw(r, 2*n)
		}
		a, b, c := abc[0], abc[1], abc[2]
		for i := 0; i < len(c); i += 2 {
			c[i] += 1
		}
		of := func(a, b []float32) float64 {
			return permutationTest(target.standard(a, n), target.standard(b, n), Kernels[3].Of, r, nil)
		}
		p := of(a, b)
		mean += p / tests
		if p <= 0.1 {
			low++
		}
		if of(a, c) <= 0.05 {
			seen++
		}
	}
	near(t, "the share at or under 0.1", low/tests, 0.1, 4*math.Sqrt(.1*.9/tests))
	near(t, "the mean", mean, MMDTest.Perfect(nil, nil).Mean, 4*.289/math.Sqrt(tests))
	if seen < 90 {
		t.Errorf("a shift by 1 seen %d times of %d", seen, tests)
	}
}
