package dirac

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/integrate/quad"
	"gonum.org/v1/gonum/stat/distuv"

	. "ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/loss"
	"ganvas/core/penalty"
)

// places are points of the plane on both sides of every kink of a loss or a penalty.
var places = []Point{{1, 1.1}, {-.7, 2}, {3, -.2}, {0, .9}, {-2, -2}, {.3, .4}, {1.5, -.9}, {.1, -.2}}

// traced is a game as core/loss and core/penalty write it, of two real and two fake samples at these offsets.
type traced struct{ theta, psi, d, g *Node }

func trace(game loss.Game, w Game, offsets []float32) traced {
	theta, psi := Variable("theta", 1, 1), Variable("psi", 1, 1)
	blur := Const(Shape{len(offsets), 1}, offsets)
	critic := func(x *Node) *Node { return MatMul(x, psi, false, false) }
	m := penalty.Minibatch{Real: blur, Fake: Add(blur, theta), Mix: Const(Shape{len(offsets), 1}, make([]float32, len(offsets)))}
	d, g := game.Discriminator(critic(m.Real), critic(m.Fake)), game.Generator(critic(m.Real), critic(m.Fake))
	for _, p := range []struct {
		penalty.Penalty
		weight float64
	}{{penalty.R1, w.R1}, {penalty.R2, w.R2}, {penalty.GP, w.GP}, {penalty.OneSided, w.GP1}} {
		d = Add(d, Mul(Scalar(float32(p.weight)), p.Of(critic, m)))
	}
	c := Mul(Scalar(float32(w.Consensus)), penalty.Consensus(d, []*Node{psi}, g, []*Node{theta}))
	return traced{theta, psi, Add(d, c), Add(g, c)}
}

// velocity is minus the gradients, by differentiating what is traced.
func (x traced) velocity(p Point) Point {
	env := exact.Env{"variable theta": {p.Theta}, "variable psi": {p.Psi}}
	v := env.Eval(Grad(x.g, x.theta)[0], Grad(x.d, x.psi)[0])
	return Point{-v[0][0], -v[1][0]}
}

// The closed forms are the gradients of the losses and penalties that players train by.
func TestVelocityIsTheGradient(t *testing.T) {
	weights := map[string]Game{
		"no penalty": {}, "R1": {R1: .25}, "R1 and R2": {R1: .25, R2: 1.5}, "WGAN-GP": {GP: .75}, "one-sided": {GP1: .75},
		"consensus": {Consensus: .5}, "consensus and penalties": {Consensus: .5, R1: .25, GP: .75, GP1: .5},
	}
	for _, game := range loss.All {
		for name, w := range weights {
			w.Loss = game.Key
			x := trace(game, w, []float32{0})
			for _, p := range places {
				// The penalty's own 1e-12 under the root bends it by 1e-12/|ψ|³, at .2 by 1.3e-10; slopes reach some tens.
				if got, want := w.Velocity(p), x.velocity(p); !near(got, want, 1e-8) {
					t.Errorf("%s, %s at %v: %v, want %v", game.Key, name, p, got, want)
				}
			}
		}
	}
}

func near(a, b Point, by float64) bool { return a.Add(-1, b).Norm() <= by*(1+b.Norm()) }

// With instance noise the velocity is the mean over it: of the slope by ψ of what D loses on a real sample sε and a fake one θ+sε',
// integrated here by gonum's quadrature and by another formula.
func TestNoisyVelocityIsTheMean(t *testing.T) {
	const s = .7
	losses := map[string]struct{ real, fake, gen func(a float64) float64 }{
		"mm":   {func(a float64) float64 { return softplus(-a) }, softplus, func(a float64) float64 { return -softplus(a) }},
		"ns":   {func(a float64) float64 { return softplus(-a) }, softplus, func(a float64) float64 { return softplus(-a) }},
		"wgan": {func(a float64) float64 { return -a }, func(a float64) float64 { return a }, func(a float64) float64 { return -a }},
		"ls":   {func(a float64) float64 { return (a - 1) * (a - 1) / 2 }, func(a float64) float64 { return a * a / 2 }, func(a float64) float64 { return (a - 1) * (a - 1) / 2 }},
	}
	normal := distuv.Normal{Sigma: s}
	mean := func(f func(x float64) float64) float64 {
		return quad.Fixed(func(x float64) float64 { return normal.Prob(x) * f(x) }, -10*s, 10*s, 200, nil, 0)
	}
	for key, l := range losses {
		d := func(p Point) float64 {
			return mean(func(x float64) float64 { return l.real(p.Psi*x) + l.fake(p.Psi*(p.Theta+x)) })
		}
		g := func(p Point) float64 { return mean(func(x float64) float64 { return l.gen(p.Psi * (p.Theta + x)) }) }
		for _, p := range places {
			const h = 1e-4
			want := Point{
				-(g(p.Add(h, Point{1, 0})) - g(p.Add(-h, Point{1, 0}))) / (2 * h),
				-(d(p.Add(h, Point{0, 1})) - d(p.Add(-h, Point{0, 1}))) / (2 * h),
			}
			// A central difference is off by h²/6 times a third derivative, of order 1 to 10 here.
			if got := (Game{Loss: key, Noise: s}).Velocity(p); !near(got, want, 1e-6) {
				t.Errorf("%s at %v: %v, want %v", key, p, got, want)
			}
		}
	}
	// Pairs see the difference of two samples' noise: √2 as much as one's.
	for _, p := range places {
		got := Game{Loss: "rp", Noise: s}.Velocity(p)
		want := -mean(func(x float64) float64 {
			y := p.Theta + math.Sqrt2*x
			return y / (1 + math.Exp(-p.Psi*y))
		})
		if math.Abs(got.Psi-want) > 1e-9 {
			t.Errorf("pairs at %v: %g, want %g", p, got.Psi, want)
		}
	}
}

func softplus(a float64) float64 { return math.Max(a, 0) + math.Log1p(math.Exp(-math.Abs(a))) }

// The minimax flow keeps ½(θ²+ψ²); the non-saturating one and that of pairs lose it as θψ·tanh(θψ/2).
func TestEnergy(t *testing.T) {
	for _, p := range places {
		a := p.Theta * p.Psi
		for key, want := range map[string]float64{"mm": 0, "ns": -a * math.Tanh(a/2), "rp": -a * math.Tanh(a/2), "wgan": 0} {
			v := Game{Loss: key}.Velocity(p)
			if got := p.Theta*v.Theta + p.Psi*v.Psi; math.Abs(got-want) > 1e-14*(1+p.Norm()*p.Norm()) {
				t.Errorf("%s at %v: energy changes by %g, want %g", key, p, got, want)
			}
		}
	}
}

// What is not known gives no number that could pass for one.
func TestUnknownGames(t *testing.T) {
	for _, g := range []Game{{Loss: "no such"}, {Loss: "ns", Noise: 1, Consensus: 1}, {Loss: "ns", Noise: 1, Unroll: 1}, {Loss: "ns", GP: 1, Unroll: 2}} {
		if v := g.Velocity(Point{1, 1}); g.Known() || !math.IsNaN(v.Theta) || !math.IsNaN(v.Psi) {
			t.Errorf("%+v: velocity %v", g, v)
		}
		if _, ok := g.Jacobian(); ok {
			t.Errorf("%+v has a Jacobian", g)
		}
	}
}
