package loss_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	. "ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/loss"
)

// With data from N(0, 1) and a generator θ + z that stands at θ = 0.8, the optimal discriminator's logit is log p(x)/q(x) = 0.32 - 0.8x.
// Against it, held still, the generator's gradient by θ is that of a divergence: twice Jensen and Shannon's for minimax,
// KL(q‖p) less that for the non-saturating game, KL(p‖q) for maximum likelihood. The numbers are by quadrature.
func TestGeneratorGradientsAtTheOptimalDiscriminator(t *testing.T) {
	const mean, n = .8, 200_000
	z := make([]float64, n) // midpoints of equally likely intervals: their mean is the expectation
	for i := range z {
		z[i] = distuv.UnitNormal.Quantile((float64(i) + .5) / n)
	}
	theta := Variable("theta")
	x := Add(theta, Variable("z", n, 1))
	logit := Sub(Variable("offset"), Mul(Variable("mean"), x))
	env := exact.Env{"variable theta": {mean}, "variable z": z, "variable mean": {mean}, "variable offset": {mean * mean / 2}}
	for _, c := range []struct {
		game loss.Game
		want float64
	}{{loss.Minimax, .344259}, {loss.NonSaturating, .455741}, {loss.MaximumLikelihood, .8}} {
		got := env.Scalar(Grad(c.game.Generator(nil, logit), theta)[0])
		if math.Abs(got-c.want) > 3e-5 { // what the tails beyond the outermost midpoints hold
			t.Errorf("%s: gradient %.6f, want %.6f", c.game.Key, got, c.want)
		}
	}
}
