package twosample

import (
	"math"
	"testing"

	"ganvas/core/random"
)

// All distances are 0 for one Gaussian, and have their closed forms' values for N(0, 1) and N(m, 1); JS was computed by another program.
func TestDistancesOfGaussians(t *testing.T) {
	p := Normal{0, 1}
	for _, d := range Distances {
		if v := d.Of(p, p); math.Abs(v) > 1e-12 {
			t.Errorf("%s of one Gaussian is %g", d.Key, v)
		}
		before := 0.0
		for _, m := range []float64{.1, .5, 1, 2, 4} {
			v := d.Of(p, Normal{m, 1})
			if v <= before {
				t.Errorf("%s falls to %g at %g", d.Key, v, m)
			}
			before = v
		}
	}
	for m, js := range map[float64]float64{.5: .0303, 1: .1114, 2: .3368, 4: .6327, 8: .6931} {
		q := Normal{m, 1}
		if got := JS(p, q); math.Abs(got-js) > 5e-4 {
			t.Errorf("JS at %g is %.5f, want %.4f", m, got, js)
		}
		if got := KL(p, q); math.Abs(got-m*m/2) > 1e-12 {
			t.Errorf("KL at %g is %g", m, got)
		}
		if got := Wasserstein(p, q); math.Abs(got-m) > 1e-12 {
			t.Errorf("W₁ at %g is %g", m, got)
		}
	}
}

// Statistics of large samples are near the closed forms.
func TestStatisticsMeetClosedForms(t *testing.T) {
	r := random.New(5, "twosample/closed")
	const n = 2000
	p, q := Normal{0, 1}, Normal{1, 1.5}
	a, b := Gaussian(r, n, p.SD, p.Mean), Gaussian(r, n, q.SD, q.Mean)
	for _, c := range []struct {
		s    Statistic
		want float64
		to   float64
	}{{Energy, EnergyDistance(p, q), .05}, {MMD(1), Discrepancy(1, p, q), .02}, {MMD(.3), Discrepancy(.3, p, q), .02}, {Means, 1, .15}, {Variances, 1.25, .25}} {
		test, err := New(c.s, a, b, r)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(test.Observed-c.want) > c.to {
			t.Errorf("%s is %.4f, want %.4f ± %.2f", c.s.Key, test.Observed, c.want, c.to)
		}
	}
}

// One in a hundred samples is data, the others are noise of three times the width: the likelihood falls by no more than log 100.
func TestNoiseCost(t *testing.T) {
	for d, want := range map[int]float64{1: .6424, 2: 1.2717, 4: 2.4309, 8: 3.8836, 16: 4.5402, 32: 4.6046, 64: 4.6052} {
		if got := NoiseCost(.01, 3, d); math.Abs(got-want) > 1e-4 {
			t.Errorf("%d dimensions: %.5f nats, want %.4f", d, got, want)
		}
	}
}

func TestBinomial(t *testing.T) {
	// Of four tosses: 1, 15, 11, 5, 1 of 16.
	for k, want := range []float64{1, 15. / 16, 11. / 16, 5. / 16, 1. / 16} {
		if got := Binomial(k, 4); math.Abs(got-want) > 1e-12 {
			t.Errorf("at least %d heads of 4: %g, want %g", k, got, want)
		}
	}
}
