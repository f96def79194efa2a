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

// dirac is the Dirac-GAN of Mescheder et al. (2018): the data sit at 0, the generator's only sample at θ, and D(x) = ψx.
type dirac struct{ theta, psi, dTheta, dPsi *Node }

// play is the players' gradient flow: θ and ψ move down their losses, with R1 and R2 of these weights.
func play(g loss.Game, r1, r2 float32) dirac {
	theta, psi := Variable("theta", 1, 1), Variable("psi", 1, 1)
	real := Const(Shape{1, 1}, []float32{0})
	critic := func(x *Node) *Node { return MatMul(x, psi, false, false) }
	m := penalty.Minibatch{Real: real, Fake: theta}
	d := g.Discriminator(critic(real), critic(theta))
	d = Add(d, Mul(Scalar(r1), penalty.R1.Of(critic, m)))
	d = Add(d, Mul(Scalar(r2), penalty.R2.Of(critic, m)))
	gen := g.Generator(critic(real), critic(theta))
	return dirac{theta, psi, Neg(Sum(Grad(gen, theta)[0])), Neg(Sum(Grad(d, psi)[0]))}
}

func at(theta, psi float64) exact.Env {
	return exact.Env{"variable theta": {theta}, "variable psi": {psi}}
}

// jacobian is of the flow at a point, by differentiating it once more.
func (d dirac) jacobian(theta, psi float64) [2][2]float64 {
	top, bottom := Grad(d.dTheta, d.theta, d.psi), Grad(d.dPsi, d.theta, d.psi)
	v := at(theta, psi).Eval(top[0], top[1], bottom[0], bottom[1])
	return [2][2]float64{{v[0][0], v[1][0]}, {v[2][0], v[3][0]}}
}

// eigenvalues of a 2x2 matrix.
func eigenvalues(j [2][2]float64) [2]complex128 {
	half := (j[0][0] + j[1][1]) / 2
	return around(half, half*half-(j[0][0]*j[1][1]-j[0][1]*j[1][0]))
}

// around is centre ± √square, the one above or to the right first.
func around(centre, square float64) [2]complex128 {
	if square < 0 {
		return [2]complex128{complex(centre, math.Sqrt(-square)), complex(centre, -math.Sqrt(-square))}
	}
	return [2]complex128{complex(centre+math.Sqrt(square), 0), complex(centre-math.Sqrt(square), 0)}
}

// centred is least squares with labels -1 and 1 and aim 1: without a bias, labels 0 and 1 have no equilibrium at 0.
var centred = loss.LeastSquares{A: -1, B: 1, C: 1}.Game("centred", "", "")

func TestDiracEigenvalues(t *testing.T) {
	frequency := map[string]struct {
		game  loss.Game
		omega float64
	}{
		"minimax": {loss.Minimax, .5}, "non-saturating": {loss.NonSaturating, .5}, "relativistic": {loss.Relativistic, .5},
		"wasserstein": {loss.Wasserstein, 1}, "hinge": {loss.Hinge, 1}, "least squares": {centred, 1},
	}
	for name, f := range frequency {
		// A game of frequency ω has eigenvalues ±iω; each penalty of weight γ adds -γ to the trace.
		for _, w := range [][2]float32{{0, 0}, {.25, 0}, {.25, .25}, {1, 0}, {.5, .5}, {2, 0}, {1.5, 1.5}} {
			gamma := float64(w[0] + w[1])
			want := around(-gamma/2, gamma*gamma/4-f.omega*f.omega)
			got := eigenvalues(play(f.game, w[0], w[1]).jacobian(0, 0))
			for i := range want {
				// At a double root the eigenvalues move as the square root of rounding.
				if cmplx.Abs(got[i]-want[i]) > 1e-7 {
					t.Errorf("%s with R1 %g, R2 %g: eigenvalue %v, want %v", name, w[0], w[1], got[i], want[i])
				}
			}
		}
	}
}

func TestDiracFlows(t *testing.T) {
	s := func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
	flows := map[string]struct {
		game loss.Game
		flow func(t, p float64) (float64, float64)
	}{
		"minimax":        {loss.Minimax, func(t, p float64) (float64, float64) { return p * s(p*t), -t * s(p*t) }},
		"non-saturating": {loss.NonSaturating, func(t, p float64) (float64, float64) { return p * s(-p*t), -t * s(p*t) }},
		"relativistic":   {loss.Relativistic, func(t, p float64) (float64, float64) { return p * s(-p*t), -t * s(p*t) }},
		"wasserstein":    {loss.Wasserstein, func(t, p float64) (float64, float64) { return p, -t }},
		"likelihood":     {loss.MaximumLikelihood, func(t, p float64) (float64, float64) { return p * math.Exp(p*t), -t * s(p*t) }},
	}
	for name, f := range flows {
		d := play(f.game, 0, 0)
		for _, x := range [][2]float64{{1, 1}, {-.7, 2}, {3, -.2}, {0, 1}, {-2, -2}} {
			got := at(x[0], x[1]).Eval(d.dTheta, d.dPsi)
			wantTheta, wantPsi := f.flow(x[0], x[1])
			if math.Abs(got[0][0]-wantTheta) > 1e-12 || math.Abs(got[1][0]-wantPsi) > 1e-12 {
				t.Errorf("%s at %v: (%g, %g), want (%g, %g)", name, x, got[0][0], got[1][0], wantTheta, wantPsi)
			}
		}
	}
}

// Along the minimax flow ½(θ²+ψ²) stands still; along the non-saturating one it changes as θψ·tanh(-ψθ/2).
func TestDiracEnergy(t *testing.T) {
	for _, x := range [][2]float64{{1, 1}, {-.7, 2}, {3, -.2}} {
		theta, psi := x[0], x[1]
		for _, c := range []struct {
			game loss.Game
			want float64
		}{{loss.Minimax, 0}, {loss.NonSaturating, -theta * psi * math.Tanh(psi*theta/2)}, {loss.Relativistic, -theta * psi * math.Tanh(psi*theta/2)}} {
			d := play(c.game, 0, 0)
			v := at(theta, psi).Eval(d.dTheta, d.dPsi)
			if got := theta*v[0][0] + psi*v[1][0]; math.Abs(got-c.want) > 1e-12 {
				t.Errorf("%s at %v: energy changes by %g, want %g", c.game.Key, x, got, c.want)
			}
		}
	}
}

// Gradient descent with step h on the bilinear game multiplies the distance from the equilibrium by √(1+h²) where both move at
// once, and keeps it where the players take turns: the turn's matrix has determinant 1 and eigenvalues on the circle.
func TestDiracStepsOfTheBilinearGame(t *testing.T) {
	d := play(loss.Wasserstein, 0, 0)
	for _, h := range []float64{.1, .5, 1} {
		simultaneous := func(theta, psi float64) (float64, float64) {
			v := at(theta, psi).Eval(d.dTheta, d.dPsi)
			return theta + h*v[0][0], psi + h*v[1][0]
		}
		alternating := func(theta, psi float64) (float64, float64) {
			psi += h * at(theta, psi).Scalar(d.dPsi)
			return theta + h*at(theta, psi).Scalar(d.dTheta), psi
		}
		for _, c := range []struct {
			name string
			step func(theta, psi float64) (float64, float64)
			want float64
		}{{"simultaneous", simultaneous, math.Sqrt(1 + h*h)}, {"alternating", alternating, 1}} {
			a, b := c.step(1, 0)
			e, f := c.step(0, 1)
			for _, mu := range eigenvalues([2][2]float64{{a, e}, {b, f}}) {
				if math.Abs(cmplx.Abs(mu)-c.want) > 1e-12 {
					t.Errorf("%s, h = %g: |μ| = %g, want %g", c.name, h, cmplx.Abs(mu), c.want)
				}
			}
		}
	}
}

// Between two points at distance a, WGAN-GP's best linear critic has slope 1 + a/2λ: there its loss's gradient vanishes. R1's under the
// logistic loss solves aσ(-wa) = γw.
func TestBestLinearCritics(t *testing.T) {
	const a = .7
	w := Variable("w", 1, 1)
	critic := func(x *Node) *Node { return MatMul(x, w, false, false) }
	real, fake := Const(Shape{1, 1}, []float32{a}), Const(Shape{1, 1}, []float32{0})
	m := penalty.Minibatch{Real: real, Fake: fake, Mix: Const(Shape{1, 1}, []float32{.3})}
	wasserstein := Add(loss.Wasserstein.Discriminator(critic(real), critic(fake)), Mul(Scalar(.1), penalty.GP.Of(critic, m)))
	// The cross entropy's generated part is constant: the sample sits at 0.
	logistic := Add(loss.NonSaturating.Discriminator(critic(real), critic(fake)), Mul(Scalar(.3), penalty.R1.Of(critic, m)))
	for _, c := range []struct {
		name string
		loss *Node
		best float64
	}{{"gradient penalty", wasserstein, 1 + a/(2*.1)}, {"R1", logistic, .835069}} {
		slope := exact.Env{"variable w": {c.best}}.Scalar(Sum(Grad(c.loss, w)[0]))
		if math.Abs(slope) > 1e-6 { // the figure has six digits, and .7, .1 and .3 are float32s in the graph
			t.Errorf("%s: the loss has slope %g at w = %g", c.name, slope, c.best)
		}
	}
}
