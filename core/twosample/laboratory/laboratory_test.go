package laboratory

import (
	"math"
	"testing"

	"ganvas/core/random"
	"ganvas/core/twosample"
)

// normal is numbers of variance 1 about a mean.
func normal(mean float64) Law {
	return func(r *random.Source, n int) twosample.Cloud { return twosample.Gaussian(r, n, 1, mean) }
}

func done(t *testing.T, q Question) *Laboratory {
	t.Helper()
	l, err := New(q)
	if err != nil {
		t.Fatal(err)
	}
	for l.Work() {
	}
	return l
}

// Errors of the first kind are as frequent as the level says, and the power of the difference of means is the closed form's, at each size: within three
// binomial errors of the draws, those of the threshold's quantile among them, on ten seeds.
func TestErrorsAndPowerAreTheory(t *testing.T) {
	const level, mu = .1, .5
	for seed := range uint32(10) {
		l := done(t, Question{A: normal(0), B: normal(mu), Statistic: twosample.Means, N: 50, Level: level, Seed: seed})
		if len(l.Test.Null) != Deals || len(l.Same) != Draws || len(l.Both) != Draws || len(l.Powers) != len(Sizes) {
			t.Fatalf("it has done %d, %d, %d, %d", len(l.Test.Null), len(l.Same), len(l.Both), len(l.Powers))
		}
		at := twosample.MeanThreshold(level, l.N)
		within := func(what string, got, want float64, draws int) {
			if off := 3 * math.Sqrt(math.Max(want*(1-want), .02)/float64(draws)); math.Abs(got-want) > off {
				t.Errorf("seed %d: %s is %.3f, not %.3f", seed, what, got, want)
			}
		}
		within("the share of errors of the first kind", Above(l.Same, at), level, Draws)
		within("the power", Above(l.Both, at), twosample.MeanPower(mu, level, l.N), Draws)
		for _, p := range l.Powers {
			// The threshold is a quantile of 100 draws: its level is .1 ± .03, which moves the power by what a level of .01 and of .2 say at most.
			low, high := twosample.MeanPower(mu, .02, p.N), twosample.MeanPower(mu, .21, p.N)
			if off := 3 * math.Sqrt(.25/float64(PowerDraws)); p.Share(level) < low-off || p.Share(level) > high+off {
				t.Errorf("seed %d: with %d points the power is %.2f, not between %.2f and %.2f", seed, p.N, p.Share(level), low, high)
			}
		}
	}
}

func TestThresholdsCount(t *testing.T) {
	values := []float64{3, 1, 2, 5, 4, 6, 7, 8, 9, 10}
	for _, c := range []struct{ level, at float64 }{{0, 10}, {.1, 9}, {.25, 8}, {.5, 5}} {
		if at := Threshold(values, c.level); at != c.at || Above(values, at) > c.level {
			t.Errorf("at the level %g the threshold is %g, not %g", c.level, at, c.at)
		}
	}
	if Above(nil, 0) != 0 {
		t.Error("of nothing something is above")
	}
	if _, err := New(Question{A: normal(0), B: normal(1), Statistic: twosample.Means, N: 2}); err == nil {
		t.Error("two points are tested")
	}
}

// The same question has the same answers.
func TestItIsAFunctionOfItsSeed(t *testing.T) {
	q := Question{A: normal(0), B: normal(1), Statistic: twosample.Energy, N: 12, Level: .05, Seed: 3}
	a, b := done(t, q), done(t, q)
	for i := range a.Both {
		if a.Both[i] != b.Both[i] || a.Same[i] != b.Same[i] {
			t.Fatal("two runs differ")
		}
	}
}
