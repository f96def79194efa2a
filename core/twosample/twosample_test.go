package twosample

import (
	"math"
	"os"
	"testing"

	"ganvas/core/data"
	"ganvas/core/random"
)

// repeats is how often errors are counted.
func repeats(few, many int) int {
	if os.Getenv("GANVAS_SLOW") != "" {
		return many
	}
	return few
}

// within is whether a share counted in n repeats is that of theory, to three binomial errors.
func within(share, theory float64, n int) bool {
	return math.Abs(share-theory) <= 3*math.Sqrt(theory*(1-theory)/float64(n))+.5/float64(n)
}

// The difference of the means of Gaussians exceeds its threshold as often as the closed forms say.
func TestMeansErrAsTheorySays(t *testing.T) {
	n := repeats(400, 4000)
	for _, c := range []struct {
		mu   float64
		size int
	}{{0, 50}, {0, 200}, {.3, 50}, {.5, 50}, {.3, 200}} {
		r := random.New(1, "twosample/means")
		got := Count(n, func(int) bool {
			a, b := Gaussian(r, c.size, 1, 0), Gaussian(r, c.size, 1, c.mu)
			test, err := New(Means, a, b, r)
			if err != nil {
				t.Fatal(err)
			}
			return test.Observed > MeanThreshold(.05, c.size)
		})
		if want := MeanPower(c.mu, .05, c.size); !within(got, want, n) {
			t.Errorf("means %g apart, %d points: rejected %.3f, want %.3f", c.mu, c.size, got, want)
		}
	}
}

// Of clouds of one distribution a permutation test rejects as often as its level says, by each statistic.
func TestPermutationKeepsTheLevel(t *testing.T) {
	n := repeats(200, 1000)
	for _, s := range All {
		r := random.New(2, "twosample/level")
		got := Count(n, func(int) bool {
			test, err := New(s, Gaussian(r, 30, 1, 0, 0), Gaussian(r, 30, 1, 0, 0), r)
			if err != nil {
				t.Fatal(err)
			}
			test.Deal(99)
			return test.P() <= .05
		})
		if !within(got, .05, n) {
			t.Errorf("%s: the level of .05 is %.3f", s.Key, got)
		}
	}
}

// The ring of eight and the round Gaussian of its mean and variances: means and variances do not tell them apart, kernels of near and far do.
func TestLowOrdersAreBlind(t *testing.T) {
	n := repeats(60, 200)
	for _, c := range []struct {
		s        Statistic
		low, top float64
	}{{Means, 0, .16}, {Variances, 0, .16}, {Mixture, .99, 1}} {
		r := random.New(3, "twosample/ring")
		sd := math.Sqrt(2.01) // 2²/2 + 0.1²
		got := Count(n, func(int) bool {
			ring := make([]float32, 2*50)
			data.Ring8.Sample(r, ring)
			a := Floats(2, ring)
			b := Gaussian(r, 50, sd, 0, 0)
			for _, cloud := range []Cloud{a, b} {
				for i := range cloud.Values {
					cloud.Values[i] /= sd
				}
			}
			test, err := New(c.s, a, b, r)
			if err != nil {
				t.Fatal(err)
			}
			test.Deal(99)
			return test.P() <= .05
		})
		t.Logf("%s: %.3f", c.s.Key, got)
		if got < c.low || got > c.top {
			t.Errorf("%s rejects %.3f; want %.2f to %.2f", c.s.Key, got, c.low, c.top)
		}
	}
}

// The power of a linear classifier falls with the dimensions and grows with the points, as measured by another program (logistic regression on
// half of the points, exact binomial test at 5 %, 400 repeats; to .06 and this count's own error).
func TestClassifiersPower(t *testing.T) {
	n := repeats(200, 400)
	for _, c := range []struct {
		dim, size int
		want      float64
	}{{2, 50, .28}, {2, 200, .81}, {8, 100, .30}, {8, 200, .66}, {64, 100, .09}, {64, 200, .24}} {
		r := random.New(4, "twosample/classifier")
		mean := make([]float64, c.dim)
		away := append([]float64{.5}, mean[1:]...)
		got := Count(n, func(int) bool {
			_, p := Classifier(Gaussian(r, c.size, 1, mean...), Gaussian(r, c.size, 1, away...))
			return p <= .05
		})
		t.Logf("%d dimensions, %d points: %.3f", c.dim, c.size, got)
		if math.Abs(got-c.want) > .06+2*math.Sqrt(c.want*(1-c.want)/float64(n)) {
			t.Errorf("%d dimensions, %d points: power %.3f, want %.2f", c.dim, c.size, got, c.want)
		}
	}
}

// Clouds that cannot be compared are refused.
func TestBadCloudsAreRefused(t *testing.T) {
	for _, pair := range [][2]Cloud{{{2, make([]float64, 2)}, {2, make([]float64, 8)}}, {{1, make([]float64, 8)}, {2, make([]float64, 8)}}} {
		if _, err := New(Means, pair[0], pair[1], random.New(0, "x")); err == nil {
			t.Errorf("clouds of %d and %d numbers, %d and %d dimensions are taken", len(pair[0].Values), len(pair[1].Values), pair[0].Dim, pair[1].Dim)
		}
	}
}
