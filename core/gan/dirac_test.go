package gan

import (
	"math"
	"math/cmplx"
	"testing"

	"ganvas/core/data"
	"ganvas/core/experiment"
	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/loss"
	"ganvas/core/nn"
)

// diracGame is the Dirac-GAN (Mescheder et al., 2018) played by the trainer's own moves: the data sit at 0, the generator's only
// sample at θ, and D(x) = ψx.
type diracGame struct {
	b          *builder
	theta, psi *Node
	d, g       *objective
}

func diracOf(t *testing.T, spec string, game loss.Game) diracGame {
	t.Helper()
	s, err := experiment.Parse(spec + "&g.opt=sgd&d.opt=sgd&g.schedule=constant&d.schedule=constant&g.ema=0")
	if err != nil {
		t.Fatal(err)
	}
	b := newBuilder(s, draw(s, data.Ring8))
	x := diracGame{b: b, theta: b.g.params.Variable("theta", nn.Constant(1), 1, 1), psi: b.d.params.Variable("psi", nn.Constant(1), 1, 1)}
	real, fake := Scalar(0), Mul(x.psi, x.theta)
	x.d = b.objective(b.d, game.Discriminator(real, fake), nil, family.Vector(Scalar(0), Scalar(0), Scalar(0), Scalar(0)))
	x.g = b.objective(b.g, game.Generator(real, fake), nil, family.Vector(Scalar(0)))
	return x
}

// step is where updates take the players from a point of the plane, with learning rates h.
func (x diracGame) step(updates []Update, h, theta, psi float64) (float64, float64) {
	env := exact.Env{"variable g/theta": {theta}, "variable d/psi": {psi}, "variable g.lr": {h}, "variable d.lr": {h}}
	next := map[*Node]float64{x.theta: theta, x.psi: psi}
	for _, u := range updates {
		if _, mine := next[u.Var]; mine {
			next[u.Var] = env.Scalar(u.Value)
		}
	}
	return next[x.theta], next[x.psi]
}

// matrix is of a linear step.
func (x diracGame) matrix(h float64, moves ...[]Update) (m [2][2]float64) {
	for k, at := range [][2]float64{{1, 0}, {0, 1}} {
		theta, psi := at[0], at[1]
		for _, updates := range moves {
			theta, psi = x.step(updates, h, theta, psi)
		}
		m[0][k], m[1][k] = theta, psi
	}
	return m
}

// eigen is a 2x2 matrix.
type eigen [2][2]float64

// values are its eigenvalues.
func (m eigen) values() [2]complex128 {
	half := complex((m[0][0]+m[1][1])/2, 0)
	root := cmplx.Sqrt(half*half - complex(m[0][0]*m[1][1]-m[0][1]*m[1][0], 0))
	return [2]complex128{half + root, half - root}
}

// What one step with rate h multiplies the distance from the equilibrium of the bilinear game by: √(1+h²) where both move at once, 1 in
// turns, and √(1-h²+h⁴) by extragradient, which alone settles.
func TestOrdersOnTheBilinearGame(t *testing.T) {
	for _, h := range []float64{.1, .5, .9} {
		for _, c := range []struct {
			order string
			want  float64
		}{{"simultaneous", math.Sqrt(1 + h*h)}, {"alternating", 1}, {"extragradient", math.Sqrt(1 - h*h + h*h*h*h)}} {
			x := diracOf(t, "order="+c.order, loss.Wasserstein)
			var moves [][]Update
			switch c.order {
			case "alternating":
				moves = [][]Update{x.d.updates(x.b), x.g.updates(x.b)}
			case "simultaneous":
				moves = [][]Update{family.Join(x.d.updates(x.b), x.g.updates(x.b))}
			default:
				moves = [][]Update{x.b.extragradient(x.d, x.g)}
			}
			for _, mu := range eigen(x.matrix(h, moves...)).values() {
				if math.Abs(cmplx.Abs(mu)-c.want) > 1e-12 {
					t.Errorf("%s, h = %g: |μ| = %.12g, want %.12g", c.order, h, cmplx.Abs(mu), c.want)
				}
			}
		}
	}
}

// The flow of the Wasserstein game with the discriminator unrolled K steps of rate η: θ̇ = ψ - 2Kηθ, ψ̇ = -θ.
func TestUnrolledFlowOfTheBilinearGame(t *testing.T) {
	for _, k := range []string{"0", "1", "3", "10"} {
		const eta = .25
		x := diracOf(t, "unroll="+k, loss.Wasserstein)
		flow := Neg(Sum(Grad(x.b.unrolled(x.d, x.g.loss), x.theta)[0]))
		slopes := Grad(flow, x.theta, x.psi)
		got := exact.Env{"variable g/theta": {.3}, "variable d/psi": {-.8}, "variable d.lr": {eta}}.Eval(slopes...)
		want := [2]float64{-2 * float64(x.b.spec.Unroll) * eta, 1}
		for i := range want {
			if math.Abs(got[i][0]-want[i]) > 1e-12 {
				t.Errorf("K = %s: slope %d of θ̇ is %g, want %g", k, i, got[i][0], want[i])
			}
		}
	}
}

// Optimistic descent on the bilinear game turns by the roots of μ² - (1±2ih)μ ± ih: with θ and ψ as one complex number
// z = θ + iψ, the step is z” = (1-2ih)z' + ihz.
func TestOptimisticOnTheBilinearGame(t *testing.T) {
	const h = .2
	x := diracOf(t, "order=simultaneous", loss.Wasserstein)
	x.b.g.spec.Optimiser, x.b.d.spec.Optimiser = "optimistic", "optimistic"
	updates := family.Join(x.d.updates(x.b), x.g.updates(x.b))
	env := exact.Env{"variable g/theta": {1}, "variable d/psi": {.5}, "variable g.lr": {h}, "variable d.lr": {h},
		"variable g.memory/theta/before": {0}, "variable d.memory/psi/before": {0}}
	last, z := complex(0, 0), complex(1, .5) // no gradient before the first
	for step := range 50 {
		next := exact.Env{"variable g.lr": {h}, "variable d.lr": {h}}
		for _, u := range updates {
			if name := u.Var.Op().String(); env[name] != nil {
				next[name] = []float64{env.Scalar(u.Value)}
			}
		}
		env = next
		z, last = complex(1, -2*h)*z+complex(0, h)*last, z
		if d := cmplx.Abs(z - complex(env["variable g/theta"][0], env["variable d/psi"][0])); d > 1e-12 {
			t.Fatalf("step %d is %g off", step+1, d)
		}
	}
	// Of the four roots the greatest tells how fast it settles.
	b := complex(1, -2*h)
	root := cmplx.Sqrt(b*b + complex(0, 4*h))
	greatest := math.Max(cmplx.Abs((b+root)/2), cmplx.Abs((b-root)/2))
	if size := cmplx.Abs(z); greatest >= 1 || size > 2*math.Pow(greatest, 50) {
		t.Errorf("after 50 steps it is %g away, where the greatest root is %g", size, greatest)
	}
}
