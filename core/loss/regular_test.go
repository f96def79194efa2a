package loss_test

import (
	"math"
	"math/cmplx"
	"testing"

	. "ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/loss"
	"ganvas/core/penalty"
)

// Instance noise of standard deviation s makes the Dirac-GAN's equilibrium attract: the Jacobian there is [[0, ½], [-½, -s²/2]], with
// θ before ψ and D(x) = ψx. It depends on the noise by its variance alone, which two points at ±s have.
func TestDiracWithInstanceNoise(t *testing.T) {
	for _, s := range []float32{0, .5, .7, 2} {
		for _, game := range []loss.Game{loss.Minimax, loss.NonSaturating} {
			theta, psi := Variable("theta", 1, 1), Variable("psi", 1, 1)
			noise := Const(Shape{2, 1}, []float32{-s, s})
			critic := func(x *Node) *Node { return MatMul(Add(x, noise), psi, false, false) }
			real, fake := critic(Scalar(0)), critic(theta)
			d := dirac{theta, psi,
				Neg(Sum(Grad(game.Generator(real, fake), theta)[0])),
				Neg(Sum(Grad(game.Discriminator(real, fake), psi)[0]))}
			got := d.jacobian(0, 0)
			want := [2][2]float64{{0, .5}, {-.5, -float64(s) * float64(s) / 2}}
			for i := range want {
				for k := range want[i] {
					if math.Abs(got[i][k]-want[i][k]) > 1e-12 {
						t.Errorf("%s, s = %g: entry %d, %d is %g, want %g", game.Key, s, i, k, got[i][k], want[i][k])
					}
				}
			}
		}
	}
}

// Consensus of weight γ turns the logistic games' eigenvalues ±i/2 into -γ/4 ± i/2.
func TestDiracWithConsensus(t *testing.T) {
	for _, gamma := range []float32{0, .5, 1, 4} {
		for _, game := range []loss.Game{loss.Minimax, loss.NonSaturating, loss.Relativistic} {
			theta, psi := Variable("theta", 1, 1), Variable("psi", 1, 1)
			real, fake := Scalar(0), Mul(theta, psi)
			d, g := game.Discriminator(real, fake), game.Generator(real, fake)
			c := Mul(Scalar(gamma), penalty.Consensus(d, []*Node{psi}, g, []*Node{theta}))
			x := dirac{theta, psi, Neg(Sum(Grad(Add(g, c), theta)[0])), Neg(Sum(Grad(Add(d, c), psi)[0]))}
			for i, mu := range eigenvalues(x.jacobian(0, 0)) {
				if want := complex(-float64(gamma)/4, .5-float64(i)); cmplx.Abs(mu-want) > 1e-12 {
					t.Errorf("%s, γ = %g: eigenvalue %v, want %v", game.Key, gamma, mu, want)
				}
			}
		}
	}
}

// With real labels smoothed by s, the best logit where p of the real and q of the generated samples lie is that of (1-s)p/(p+q) for
// cross entropy, and (p(B - s(B-A)) + qA)/(p+q) for least squares: there the loss has no slope.
func TestSmoothedOptimum(t *testing.T) {
	logit := func(d float64) float64 { return math.Log(d / (1 - d)) }
	cases := map[string]func(p, q, s float64) float64{
		"mm":         func(p, q, s float64) float64 { return logit((1 - s) * p / (p + q)) },
		"ns":         func(p, q, s float64) float64 { return logit((1 - s) * p / (p + q)) },
		"ml":         func(p, q, s float64) float64 { return logit((1 - s) * p / (p + q)) },
		"ls":         func(p, q, s float64) float64 { return p * (1 - s) / (p + q) },
		"ls-chi2":    func(p, q, s float64) float64 { return (p*(1-2*s) - q) / (p + q) },
		"ls-centred": func(p, q, s float64) float64 { return (p*(1-2*s) - q) / (p + q) },
	}
	for _, game := range loss.All {
		best, labelled := cases[game.Key]
		if labelled != (game.Smooth != nil) {
			t.Errorf("%s has labels: %v", game.Key, game.Smooth != nil)
		}
		if !labelled {
			continue
		}
		// Of 4 real samples 3 lie here, of 5 generated ones 2.
		here, s := Variable("here", 1, 1), Variable("s")
		real := Concat(0, here, here, here, logitOf(7))
		fake := Concat(0, here, here, logitOf(-7), logitOf(-7), logitOf(-7))
		slope := Sum(Grad(game.Smoothed(s).Discriminator(real, fake), here)[0])
		for _, smooth := range []float64{0, .05, .25, .5} {
			at := best(3./4, 2./5, smooth)
			// 1/5 is a float32 in the graph.
			if got := (exact.Env{"variable here": {at}, "variable s": {smooth}}).Scalar(slope); math.Abs(got) > 1e-7 {
				t.Errorf("%s, s = %g: the loss has slope %g at its best logit %g", game.Key, smooth, got, at)
			}
		}
	}
}

// logitOf is a logit [1, 1].
func logitOf(x float32) *Node { return Const(Shape{1, 1}, []float32{x}) }

// Smoothing least squares is moving the label, value and all.
func TestSmoothedLeastSquaresIsAnotherLabel(t *testing.T) {
	real, fake := Const(Shape{3, 1}, []float32{-.5, 2, .25}), Const(Shape{2, 1}, []float32{1, 0})
	smooth := loss.LeastSquares{A: -1, B: 1, C: 0}.Game("a", "", "").Smoothed(Scalar(.25))
	moved := loss.LeastSquares{A: -1, B: .5, C: 0}.Game("b", "", "")
	v := exact.Env{}.Eval(smooth.Discriminator(real, fake), moved.Discriminator(real, fake))
	if math.Abs(v[0][0]-v[1][0]) > 1e-7 {
		t.Errorf("%g, with the label moved %g", v[0][0], v[1][0])
	}
}
