package loss

import (
	"math"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
)

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// slopes are the derivatives of both losses' terms, by hand, for one real logit r and one generated logit f.
var slopes = map[string]struct{ dReal, dFake, gFake func(r, f float64) float64 }{
	"mm":         {func(r, f float64) float64 { return -sigmoid(-r) }, func(r, f float64) float64 { return sigmoid(f) }, func(r, f float64) float64 { return -sigmoid(f) }},
	"ns":         {func(r, f float64) float64 { return -sigmoid(-r) }, func(r, f float64) float64 { return sigmoid(f) }, func(r, f float64) float64 { return -sigmoid(-f) }},
	"ml":         {func(r, f float64) float64 { return -sigmoid(-r) }, func(r, f float64) float64 { return sigmoid(f) }, func(r, f float64) float64 { return -math.Exp(f) }},
	"ls":         {func(r, f float64) float64 { return r - 1 }, func(r, f float64) float64 { return f }, func(r, f float64) float64 { return f - 1 }},
	"ls-chi2":    {func(r, f float64) float64 { return r - 1 }, func(r, f float64) float64 { return f + 1 }, func(r, f float64) float64 { return f }},
	"ls-centred": {func(r, f float64) float64 { return r - 1 }, func(r, f float64) float64 { return f + 1 }, func(r, f float64) float64 { return f - 1 }},
	"hinge":      {func(r, f float64) float64 { return -step(1 - r) }, func(r, f float64) float64 { return step(1 + f) }, func(r, f float64) float64 { return -1 }},
	"wgan":       {func(r, f float64) float64 { return -1 }, func(r, f float64) float64 { return 1 }, func(r, f float64) float64 { return -1 }},
	"rp":         {func(r, f float64) float64 { return -sigmoid(f - r) }, func(r, f float64) float64 { return sigmoid(f - r) }, func(r, f float64) float64 { return -sigmoid(r - f) }},
}

func step(x float64) float64 {
	if x > 0 {
		return 1
	}
	return 0
}

var (
	realLogits = []float64{-3, -0.4, 0, 0.7, 2.5, 6}
	fakeLogits = []float64{1.5, -2, 0.3, -0.6, 0, -5}
)

func TestGradientsAgainstClosedForms(t *testing.T) {
	n := len(realLogits)
	real, fake := graph.Variable("real", n, 1), graph.Variable("fake", n, 1)
	env := exact.Env{"variable real": realLogits, "variable fake": fakeLogits}
	for _, g := range All {
		want, ok := slopes[g.Key]
		if !ok {
			t.Errorf("%s has no closed form here", g.Key)
			continue
		}
		d := graph.Grad(g.Discriminator(real, fake), real, fake)
		gen := graph.Grad(g.Generator(real, fake), fake)
		got := env.Eval(d[0], d[1], gen[0])
		for i := range n {
			r, f := realLogits[i], fakeLogits[i]
			for k, w := range []float64{want.dReal(r, f), want.dFake(r, f), want.gFake(r, f)} {
				// The mean's 1/6 is a float32 in the graph.
				if w *= float64(float32(1) / float32(n)); math.Abs(got[k][i]-w) > 1e-12*math.Max(1, math.Abs(w)) {
					t.Errorf("%s: gradient %d at logits %g, %g is %g, want %g", g.Key, k, r, f, got[k][i], w)
				}
			}
		}
	}
}

func TestValuesWhereTheDiscriminatorIsUndecided(t *testing.T) {
	real, fake := graph.Variable("real", 4, 1), graph.Variable("fake", 4, 1)
	env := exact.Env{"variable real": make([]float64, 4), "variable fake": make([]float64, 4)}
	for key, want := range map[string][2]float64{
		"mm": {2 * math.Ln2, -math.Ln2}, "ns": {2 * math.Ln2, math.Ln2}, "ml": {2 * math.Ln2, -1},
		"ls": {.5, .5}, "ls-chi2": {1, 0}, "ls-centred": {1, .5}, "hinge": {2, 0}, "wgan": {0, 0}, "rp": {math.Ln2, math.Ln2},
	} {
		g, ok := Find(key)
		if !ok {
			t.Errorf("no game %s", key)
			continue
		}
		got := env.Eval(g.Discriminator(real, fake), g.Generator(real, fake))
		if math.Abs(got[0][0]-want[0]) > 1e-12 || math.Abs(got[1][0]-want[1]) > 1e-12 {
			t.Errorf("%s at logit 0: %g, %g, want %g", key, got[0][0], got[1][0], want)
		}
	}
}

func TestJudgeIsAProbabilityThatRisesWithTheLogit(t *testing.T) {
	logits := []float64{-30, -2, -1, -.5, 0, .5, 1, 2, 30}
	a, r, f := graph.Variable("a", len(logits)), graph.Variable("r"), graph.Variable("f")
	for _, g := range All {
		env := exact.Env{"variable a": logits, "variable r": {1}, "variable f": {-1}}
		got := env.Eval(g.Judge(a, r, f))[0]
		for i, p := range got {
			if p < 0 || p > 1 || i > 0 && p < got[i-1] {
				t.Errorf("%s judges %g as %g after %g", g.Key, logits[i], p, got[max(0, i-1)])
			}
		}
		if got[0] > 1e-6 || got[len(got)-1] < 1-1e-6 {
			t.Errorf("%s judges the extremes as %g and %g", g.Key, got[0], got[len(got)-1])
		}
	}
}

// Games that see only differences of logits judge by differences.
func TestJudgeIgnoresTheOriginWhereTheGameDoes(t *testing.T) {
	a, r, f := graph.Variable("a"), graph.Variable("r"), graph.Variable("f")
	for _, g := range []Game{Relativistic, Wasserstein} {
		for _, shift := range []float64{0, 5, -40} {
			env := exact.Env{"variable a": {shift + 1}, "variable r": {shift + 2}, "variable f": {shift - 1}}
			if got := env.Scalar(g.Judge(a, r, f)); math.Abs(got-sigmoid(.5)) > 1e-12 {
				t.Errorf("%s, logits shifted by %g: %g, want %g", g.Key, shift, got, sigmoid(.5))
			}
		}
	}
}
