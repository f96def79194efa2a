package gan

import (
	"math"
	"math/cmplx"
	"testing"

	"gonum.org/v1/gonum/mat"

	"ganvas/core/dirac"
)

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
func TestDiracTurnsAsTheEigenvaluesSay(t *testing.T) {
	for _, fields := range []string{"loss=mm", "loss=ns", "loss=rp", "loss=wgan", "loss=hinge", "loss=ls-centred", "loss=ml",
		"loss=mm&r1=0.3", "loss=ns&r1=0.3", "loss=ns&r1=1.5", "loss=rp&r1=0.25&r2=0.25", "loss=ns&r2=0.3", "loss=wgan&gp1=0.7",
		"loss=mm&consensus=1", "loss=ns&consensus=0.5", "loss=wgan&consensus=0.3", "loss=wgan&unroll=1", "loss=ns&unroll=5&r1=0.1"} {
		for _, order := range []string{"&order=simultaneous", ""} {
			tr, steps := diracRun(t, fields+order)
			start(tr, dirac.Point{Theta: 1e-3, Psi: 2e-3})
			train(t, tr, 40)
			mu := fitted(t, trajectoryFrom(tr, dirac.Point{Theta: 1e-3, Psi: 2e-3}))
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
		tr, steps := diracRun(t, "loss=ns&r1=0.3&order=simultaneous&g.lr="+h+"&d.lr="+h)
		start(tr, dirac.Point{Theta: 1e-3, Psi: 2e-3})
		train(t, tr, 200)
		mu := fitted(t, trajectoryFrom(tr, dirac.Point{Theta: 1e-3, Psi: 2e-3}))
		rates := []complex128{cmplx.Log(mu[0]) / complex(steps.RateG, 0), cmplx.Log(mu[1]) / complex(steps.RateG, 0)}
		off = append(off, nearest(rates, gonums(t, steps.Game)))
	}
	// The leading term is h|λ|²/2 = h/8, the next a share of h|λ| = .1 of it, and a float32 leaves some 1e-5.
	if off[0] < .2/8*.85 || off[0] > .2/8*1.15 || math.Abs(off[1]-.02/8) > .02/8*.02+2e-5 {
		t.Errorf("off by %v, want about %v", off, []float64{.2 / 8, .02 / 8})
	}
}

// The four roots of optimistic descent: three points in a row tell the next one.
func TestDiracOptimistic(t *testing.T) {
	tr, steps := diracRun(t, "loss=wgan&order=simultaneous&g.opt=optimistic&d.opt=optimistic")
	train(t, tr, 500)
	points := trajectory(tr)
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
