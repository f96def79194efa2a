package metric

import (
	"math"
	"slices"
	"testing"

	"ganvas/core/data"
)

// ring returns n generated points on Ring8's modes with the given shares, blurred by a factor of the modes' width.
func ring(shares [8]float64, width float64) *data.Mixture {
	modes := slices.Clone(data.Ring8.Modes())
	for i := range modes {
		modes[i].Weight = shares[i]
		modes[i].SD = []float64{modes[i].SD[0] * width, modes[i].SD[1] * width}
	}
	return data.NewMixture(1, modes...)
}

func even() (shares [8]float64) {
	for i := range shares {
		shares[i] = 1. / 8
	}
	return shares
}

func TestModes(t *testing.T) {
	const n = 20000
	for _, c := range []struct {
		name            string
		generator       data.Source
		strict, lenient float64
	}{
		{"all", data.Ring8, 8, 8},
		{"one", ring([8]float64{0, 1}, 1), 1, 1},
		{"five", ring([8]float64{.2, 0, .2, 0, .2, .2, .2}, 1), 5, 5},
		// A fair share is 1/8; a fifth of it is .025, of which .0247 lie within reach.
		{"grazed", ring([8]float64{.5, .48, .02}, 1), 2, 3},
		{"just enough", ring([8]float64{.5, .47, .03}, 1), 3, 3},
		{"between modes", gauss(0, 0, 0.1), 0, 0},
	} {
		near(t, c.name+", strict", value(t, Modes, data.Ring8, c.generator, n), c.strict, 0)
		near(t, c.name+", lenient", value(t, ModesAny, data.Ring8, c.generator, n), c.lenient, 0)
	}
}

// Modes of width f times the data's put 1 - exp(-9/2f²) within reach, with a binomial standard error.
func TestHighQuality(t *testing.T) {
	const n = 40000
	for _, width := range []float64{0.5, 1, 1.5, 2} {
		want := 1 - math.Exp(-9/(2*width*width))
		near(t, "high quality", value(t, HighQuality, data.Ring8, ring(even(), width), n), want, 5*math.Sqrt(want*(1-want)/n)+1e-4)
	}
	// The tall Gaussian is measured in its own widths.
	near(t, "two gaussians", value(t, HighQuality, data.Gaussians, data.Gaussians, n), 1-math.Exp(-4.5), 5*math.Sqrt(.0111/n)+1e-3)
}

// KL from shares to ⅛ each: log 8 of one mode, log(8/k) of k even ones, Σ s log 8s of any.
func TestModesKL(t *testing.T) {
	const n = 40000
	for _, shares := range [][8]float64{even(), {1}, {.25, .25, .25, .25}, {.5, .25, .125, .125}, {.9, .1}} {
		want, square := 0.0, 0.0
		for _, s := range shares {
			if s > 0 {
				want += s * math.Log(8*s)
				square += s * math.Log(8*s) * math.Log(8*s)
			}
		}
		se := math.Sqrt((square - want*want) / n)
		// Beside the standard error there is the bias of the chi-square over 2n: 7 of mean, 3.7 of deviation.
		near(t, "imbalance", value(t, ModesKL, data.Ring8, ring(shares, 1), n), want, 5*se+(7+5*3.7)/(2*n))
	}
	s := NewTarget(data.Ring8).Samples(some(gauss(0, 0, .1), "generated", 100), some(data.Ring8, "real", 100))
	if _, err := ModesKL.Compute(s); err == nil {
		t.Error("no error where no point is near a mode")
	}
	if _, err := Spread.Compute(s); err == nil {
		t.Error("no width where no point is near a mode")
	}
}

// Modes of width f: d² is exponential with mean 2f², cut at 9.
func TestSpread(t *testing.T) {
	const n = 40000
	for _, f := range []float64{0.01, 0.3, 1, 2} {
		mean := func(m float64) float64 { return m - 9*math.Exp(-9/m)/(1-math.Exp(-9/m)) }
		want := math.Sqrt(mean(2*f*f) / mean(2))
		// The deviation of d² is at most its mean, or 9/2, so that of the root is at most half of it, relative.
		near(t, "spread", value(t, Spread, data.Ring8, ring(even(), f), n), want, 5*want/2/math.Sqrt(n))
	}
	near(t, "the width of discs", math.Sqrt(4.5/cutSquare(2)), 1.54, 0.005)
}
