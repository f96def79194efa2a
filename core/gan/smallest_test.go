package gan

import (
	"math"
	"math/cmplx"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"

	"ganvas/core/dirac"
	"ganvas/core/experiment"
	"ganvas/core/loss"
	"ganvas/core/probe"
	"ganvas/core/run"
)

// smallest opens a Dirac-GAN, and tells how its theory plays it.
func smallest(t *testing.T, fields string) (*run.Run, dirac.Steps) {
	t.Helper()
	tr := open(t, "data=dirac&"+fields)
	steps, ok := dirac.StepsOf(experimentOf(tr).spec)
	if !ok {
		t.Fatalf("no theory of %q", fields)
	}
	return tr, steps
}

// trajectoryPoints is how many of its first points, and of its last, a trajectory has.
const trajectoryPoints = 1024

// way is the trajectory of a run as points, from where it starts.
func way(tr *run.Run) (out []dirac.Point) {
	o := shot(tr).Floats(probe.Trajectory)
	for i := 0; i < len(o); i += 2 {
		out = append(out, dirac.Point{Theta: float64(o[i]), Psi: float64(o[i+1])})
	}
	return out
}

// weights are all of both players'.
func weights(tr *run.Run) (g, d []float32) {
	return tr.Slots().Read("g/0/weight"), tr.Slots().Read("d/0/weight")
}

// wayFrom is a run's way from where both players were put.
func wayFrom(tr *run.Run, at dirac.Point) []dirac.Point {
	points := way(tr)
	points[0] = at
	return points
}

// start puts both players somewhere else.
func start(tr *run.Run, at dirac.Point) {
	tr.Slots().Write("g/0/weight", []float32{float32(at.Theta), 0})
	tr.Slots().Write("d/0/weight", []float32{float32(at.Psi), 0})
}

// deterministic is every game, order, regulariser and published setting without instance noise.
func deterministic() (out []string) {
	for _, order := range experiment.Orders {
		for _, g := range loss.All {
			out = append(out, "loss="+g.Key+"&order="+order.Key)
		}
		for _, more := range []string{"loss=ns&r1=0.3", "loss=ns&r1=1", "loss=mm&r1=0.3&r2=0.3", "loss=rp&r1=0.25&r2=0.25", "loss=wgan&gp=0.7", "loss=wgan&gp1=0.7"} {
			out = append(out, more+"&order="+order.Key)
		}
	}
	for _, order := range []string{"&order=simultaneous", ""} {
		out = append(out, "loss=wgan&clip=1"+order, "loss=ns&consensus=1"+order, "loss=mm&consensus=0.5&r1=0.2"+order, "loss=wgan&unroll=1"+order,
			"loss=ns&unroll=5"+order, "loss=mm&unroll=2&r1=0.3"+order, "loss=mm&g.opt=optimistic&d.opt=optimistic"+order,
			"loss=wgan&g.opt=optimistic&d.opt=optimistic&r1=0.1"+order)
	}
	return append(out, "d.updates=5&loss=ns", "g.updates=3&d.updates=2&g.lr=0.05&loss=wgan&r1=0.5")
}

// By symmetry what lies across, along y, stays zero to the last bit, and every step is the closed form's: each player's move is off by the
// rounding of a few float32 operations on numbers of this size.
func TestSmallestStepsAreTheClosedForms(t *testing.T) {
	for _, fields := range deterministic() {
		tr, steps := smallest(t, fields)
		was := dirac.State{At: dirac.Point{Theta: 1, Psi: 1}}
		if got := way(tr)[0]; got != was.At {
			t.Fatalf("%q starts at %v", fields, got)
		}
		for k := range 500 {
			train(t, tr, 1)
			if tr.Fault() != "" && was.At.Theta*was.At.Psi > math.Log(math.MaxFloat32) {
				break // maximum likelihood's pull is the exponential of this, which no float32 holds
			}
			g, d := weights(tr)
			if tr.Fault() != "" || g[1] != 0 || d[1] != 0 {
				t.Fatalf("%q, step %d: weights %v, %v, %s", fields, k+1, g, d, tr.Fault())
			}
			next := steps.Next(was)
			// The pull that optimistic players remember is theirs, so this goes by the theory's own, of which each is as far off.
			got := dirac.Point{Theta: float64(g[0]), Psi: float64(d[0])}
			size := 1 + got.Norm() + next.At.Add(-1, was.At).Norm()
			if far := got.Add(-1, next.At).Norm(); far > 24*size*size*(1./(1<<24)) {
				t.Fatalf("%q, step %d from %v: %v, want %v, %g off", fields, k+1, was.At, got, next.At, far)
			}
			was = dirac.State{At: got, Before: next.Before}
		}
	}
}

// Snapshots have every step of the last ones, whatever runs they were made in.
func TestTrajectory(t *testing.T) {
	one, many := open(t, "data=dirac"), open(t, "data=dirac")
	train(t, one, 300)
	for range 100 {
		train(t, many, 3)
	}
	a, b := shot(one).Floats(probe.Trajectory), shot(many).Floats(probe.Trajectory)
	if len(a) != 2*301 || !slices.Equal(a, b) {
		t.Errorf("%d numbers, the same in smaller runs: %v", len(a), slices.Equal(a, b))
	}
	g, d := weights(one)
	if a[0] != 1 || a[1] != 1 || a[600] != g[0] || a[601] != d[0] {
		t.Errorf("it goes from (%g, %g) to (%g, %g), and the players stand at %g, %g", a[0], a[1], a[600], a[601], g[0], d[0])
	}
	train(t, one, 5000)
	g, d = weights(one)
	a = shot(one).Floats(probe.Trajectory)
	if len(a) != 2*(2*trajectoryPoints+1) || !slices.Equal(a[:2*301], b) || a[2*trajectoryPoints] == a[2*trajectoryPoints] || a[len(a)-2] != g[0] || a[len(a)-1] != d[0] {
		t.Errorf("after 5,300 steps it has %d numbers and ends at (%g, %g), and the players stand at %g, %g", len(a), a[len(a)-2], a[len(a)-1], g[0], d[0])
	}
	if err := one.Reset(); err != nil || !slices.Equal(shot(one).Floats(probe.Trajectory), []float32{1, 1}) {
		t.Errorf("after a reset: %v, %v", shot(one).Floats(probe.Trajectory), err)
	}
	if o := shot(open(t, small)).Floats(probe.Trajectory); o != nil {
		t.Errorf("an experiment in no plane has a trajectory of %d numbers", len(o))
	}
}

// fitted is the matrix that best takes each of the points to the next, by least squares, and its eigenvalues by gonum.
func fitted(t *testing.T, points []dirac.Point) []complex128 {
	t.Helper()
	n := len(points) - 1
	x, y := mat.NewDense(n, 2, nil), mat.NewDense(n, 2, nil)
	for i := range n {
		x.SetRow(i, []float64{points[i].Theta, points[i].Psi})
		y.SetRow(i, []float64{points[i+1].Theta, points[i+1].Psi})
	}
	var m mat.Dense
	if err := m.Solve(x, y); err != nil {
		t.Fatal(err)
	}
	var e mat.Eigen
	if !e.Factorize(&m, mat.EigenNone) {
		t.Fatal("gonum finds no eigenvalues")
	}
	return e.Values(nil)
}

// gonums are gonum's eigenvalues of a game's Jacobian.
func gonums(t *testing.T, g dirac.Game) []complex128 {
	t.Helper()
	j, ok := g.Jacobian()
	if !ok {
		t.Fatalf("%+v has no Jacobian", g)
	}
	var e mat.Eigen
	if !e.Factorize(mat.NewDense(2, 2, []float64{j[0][0], j[0][1], j[1][0], j[1][1]}), mat.EigenNone) {
		t.Fatal("gonum finds no eigenvalues")
	}
	return e.Values(nil)
}

// nearest is how far each of got is from the nearest of want, at most.
func nearest(got, want []complex128) (most float64) {
	for _, g := range got {
		least := math.Inf(1)
		for _, w := range want {
			least = math.Min(least, cmplx.Abs(g-w))
		}
		most = math.Max(most, least)
	}
	return most
}

// Near the equilibrium a run turns and shrinks as the eigenvalues say: log μ / h of the matrix that its points are fitted by is λ, but for
// what a step of finite size adds. One at once has μ = 1 + hλ, so that log μ / h is λ - hλ²/2 + ..., off by at most h|λ|²/2 / (1-h|λ|).
// In turns μ² - (2 + h tr)μ + 1 + h tr + h² det(...) = 0, which differs from that by h²|λ|² at most, h|λ|² after the division.
func TestSmallestTurnsAsTheEigenvaluesSay(t *testing.T) {
	for _, fields := range []string{"loss=mm", "loss=ns", "loss=rp", "loss=wgan", "loss=hinge", "loss=ls-centred", "loss=ml",
		"loss=mm&r1=0.3", "loss=ns&r1=0.3", "loss=ns&r1=1.5", "loss=rp&r1=0.25&r2=0.25", "loss=ns&r2=0.3", "loss=wgan&gp1=0.7",
		"loss=mm&consensus=1", "loss=ns&consensus=0.5", "loss=wgan&consensus=0.3", "loss=wgan&unroll=1", "loss=ns&unroll=5&r1=0.1"} {
		for _, order := range []string{"&order=simultaneous", ""} {
			tr, steps := smallest(t, fields+order)
			start(tr, dirac.Point{Theta: 1e-3, Psi: 2e-3})
			train(t, tr, 40)
			mu := fitted(t, wayFrom(tr, dirac.Point{Theta: 1e-3, Psi: 2e-3}))
			// Terms of third order are 1e-6 of the first, and grow at most as 1.02^40 does; a float32 has 6e-8.
			if off := nearest(mu, steps.Multipliers()); off > 2e-5 {
				t.Errorf("%q: a step multiplies by %v, want %v", fields+order, mu, steps.Multipliers())
			}
			h := steps.RateG
			want := gonums(t, steps.Game)
			bound := 0.
			for _, l := range want {
				size := cmplx.Abs(l)
				bound = math.Max(bound, h*size*size/(1-h*size))
			}
			if order != "" {
				bound /= 2
			}
			rates := []complex128{cmplx.Log(mu[0]) / complex(h, 0), cmplx.Log(mu[1]) / complex(h, 0)}
			if off := nearest(rates, want); off > bound+1e-4 {
				t.Errorf("%q: rates %v, eigenvalues %v, %g off where a step of %g makes %g", fields+order, rates, want, off, h, bound)
			}
		}
	}
}

// In smaller steps the rates are nearer to the eigenvalues, in proportion.
func TestRatesTendToTheEigenvalues(t *testing.T) {
	var off []float64
	for _, h := range []string{"0.2", "0.02"} {
		tr, steps := smallest(t, "loss=ns&r1=0.3&order=simultaneous&g.lr="+h+"&d.lr="+h)
		start(tr, dirac.Point{Theta: 1e-3, Psi: 2e-3})
		train(t, tr, 200)
		mu := fitted(t, wayFrom(tr, dirac.Point{Theta: 1e-3, Psi: 2e-3}))
		rates := []complex128{cmplx.Log(mu[0]) / complex(steps.RateG, 0), cmplx.Log(mu[1]) / complex(steps.RateG, 0)}
		off = append(off, nearest(rates, gonums(t, steps.Game)))
	}
	// The leading term is h|λ|²/2 = h/8, the next a share of h|λ| = .1 of it, and a float32 leaves some 1e-5.
	if off[0] < .2/8*.85 || off[0] > .2/8*1.15 || math.Abs(off[1]-.02/8) > .02/8*.02+2e-5 {
		t.Errorf("off by %v, want about %v", off, []float64{.2 / 8, .02 / 8})
	}
}

// The four roots of optimistic descent: three points in a row tell the next one.
func TestSmallestOptimistic(t *testing.T) {
	tr, steps := smallest(t, "loss=wgan&order=simultaneous&g.opt=optimistic&d.opt=optimistic")
	train(t, tr, 500)
	points := way(tr)
	// z" = (1-2ih)z' + ihz with z = θ + iψ: multiplied out, and after it by the greatest root.
	z := func(k int) complex128 { return complex(points[k].Theta, points[k].Psi) }
	const h = .2
	for k := 2; k < len(points); k++ {
		if off := cmplx.Abs(z(k) - complex(1, -2*h)*z(k-1) - complex(0, h)*z(k-2)); off > 1e-6 {
			t.Fatalf("step %d is %g off", k, off)
		}
	}
	_, factor, _ := dirac.CourseOf(steps.Multipliers())
	if got := math.Pow(cmplx.Abs(z(400))/cmplx.Abs(z(200)), 1./200); math.Abs(got-factor) > 1e-4 {
		t.Errorf("a step shrinks by %g, want %g", got, factor)
	}
}
