package dirac

import (
	"math"
	"math/cmplx"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"

	"ganvas/core/loss"
)

// eigenvalues are gonum's, of any square matrix, in the order of Eigenvalues.
func eigenvalues(t *testing.T, rows ...[]float64) []complex128 {
	t.Helper()
	m := mat.NewDense(len(rows), len(rows), nil)
	for i, r := range rows {
		m.SetRow(i, r)
	}
	var e mat.Eigen
	if !e.Factorize(m, mat.EigenNone) {
		t.Fatal("gonum finds no eigenvalues")
	}
	return e.Values(nil)
}

func (m Matrix) rows() [][]float64 { return [][]float64{m[0][:], m[1][:]} }

// apart is how far two lists of numbers are from being the same in some order, taking from want the nearest left to each.
func apart(got, want []complex128) float64 {
	if len(got) != len(want) {
		return math.Inf(1)
	}
	left, most := append([]complex128(nil), want...), 0.0
	for _, g := range got {
		best := 0
		for i := range left {
			if cmplx.Abs(left[i]-g) < cmplx.Abs(left[best]-g) {
				best = i
			}
		}
		most = math.Max(most, cmplx.Abs(left[best]-g))
		left = append(left[:best], left[best+1:]...)
	}
	return most
}

func TestEigenvaluesAreGonums(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		m := Matrix{{r.NormFloat64(), r.NormFloat64()}, {r.NormFloat64(), r.NormFloat64()}}
		e := m.Eigenvalues()
		// Where two eigenvalues nearly meet, they move as the square root of rounding: 1e-8.
		if d := apart(e[:], eigenvalues(t, m.rows()...)); d > 1e-7 {
			t.Errorf("%v: %v, gonum says %v", m, e, eigenvalues(t, m.rows()...))
		}
	}
}

// around is centre ± √square.
func around(centre, square float64) []complex128 {
	w := cmplx.Sqrt(complex(square, 0))
	return []complex128{complex(centre, 0) + w, complex(centre, 0) - w}
}

// What Mescheder et al. (2018) and the closed forms say of every game and regulariser, against gonum's eigenvalues of the Jacobian.
func TestEigenvaluesAtTheEquilibrium(t *testing.T) {
	type truth struct {
		Game
		want []complex128
	}
	truths := []truth{
		{Game{Loss: "mm"}, around(0, -.25)}, {Game{Loss: "ns"}, around(0, -.25)}, {Game{Loss: "rp"}, around(0, -.25)},
		{Game{Loss: "wgan"}, around(0, -1)}, {Game{Loss: "hinge"}, around(0, -1)}, {Game{Loss: "ls-centred"}, around(0, -1)},
		{Game{Loss: "ml"}, around(0, -.5)},                                      // G's pull is 1, D's ½
		{Game{Loss: "ls"}, around(0, 0)}, {Game{Loss: "ls-chi2"}, around(0, 0)}, // one of the players has no pull
		{Game{Loss: "wgan", Unroll: 3, Eta: .25}, around(-.75, .5625-1)},          // [[-2Kη, 1], [-1, 0]]
		{Game{Loss: "wgan", Unroll: 1, Eta: .5, R1: .5}, around(-.75, .0625-.75)}, // [[-1, ¾], [-1, -½]]
		{Game{Loss: "ns", GP1: 3}, around(0, -.25)},                               // slopes below 1 are left alone
		{Game{Loss: "wgan", Consensus: .5}, around(-.5, -1)},                      // [[-γ, 1], [-1, -γ]]
	}
	for _, key := range []string{"mm", "ns", "rp"} {
		for _, gamma := range []float64{.1, .3, 1, 2} {
			truths = append(truths,
				truth{Game{Loss: key, R1: gamma}, around(-gamma/2, gamma*gamma/4-.25)},
				truth{Game{Loss: key, R2: gamma}, around(-gamma/2, gamma*gamma/4-.25)},
				truth{Game{Loss: key, R1: gamma, R2: gamma}, around(-gamma, gamma*gamma-.25)},
				truth{Game{Loss: key, Consensus: gamma}, around(-gamma/4, -.25)})
		}
		for _, s := range []float64{.3, .7, 1, 2} {
			truths = append(truths, truth{Game{Loss: key, Noise: s}, eigenvalues(t, []float64{0, .5}, []float64{-.5, -s * s / 2})})
		}
	}
	for _, c := range truths {
		j, ok := c.Jacobian()
		// At a double root, γ = 1 or ½ + ½, rounding shows as its square root.
		if d := apart(eigenvalues(t, j.rows()...), c.want); !ok || d > 1e-7 {
			t.Errorf("%+v: %v, want %v", c.Game, eigenvalues(t, j.rows()...), c.want)
		}
	}
}

// R1 turns circles into spirals up to γ = 1, and beyond it both eigenvalues are real; R1 and R2 together do so at ½.
func TestCriticalPenalties(t *testing.T) {
	for _, both := range []float64{0, 1} {
		critical := 1 / (1 + both)
		for _, c := range []struct {
			share   float64
			turning bool
		}{{.99, true}, {1.01, false}} {
			g := Game{Loss: "ns", R1: c.share * critical, R2: both * c.share * critical}
			j, _ := g.Jacobian()
			if e := j.Eigenvalues(); imag(e[0]) != 0 != c.turning {
				t.Errorf("%+v: %v", g, e)
			}
		}
	}
}

// The Jacobian is the velocity's slope.
func TestJacobianIsTheSlope(t *testing.T) {
	weights := []Game{{}, {R1: .3}, {R1: .3, R2: .5, GP1: 2}, {Consensus: .5}, {Consensus: .5, R1: .4}, {Noise: .7}, {Noise: .7, R2: .2},
		{Unroll: 1, Eta: .2}, {Unroll: 5, Eta: .3, R1: .4}}
	for _, game := range loss.All {
		for _, w := range weights {
			w.Loss = game.Key
			j, ok := w.Jacobian()
			if !ok {
				t.Fatalf("%+v has no Jacobian", w)
			}
			const h = 1e-5
			for k, unit := range []Point{{1, 0}, {0, 1}} {
				up, down := w.Velocity(Point{}.Add(h, unit)), w.Velocity(Point{}.Add(-h, unit))
				got := Point{j[0][k], j[1][k]}
				// Off by h² times a third derivative, and by rounding over h.
				if want := (Point{}).Add(1/(2*h), up.Add(-1, down)); !near(got, want, 1e-8) {
					t.Errorf("%+v, column %d: %v, want %v", w, k, got, want)
				}
			}
		}
	}
}

// WGAN-GP has none: its pull at ψ = ±0 is ±2λ.
func TestGradientPenaltyHasNoJacobian(t *testing.T) {
	g := Game{Loss: loss.Wasserstein.Key, GP: .7}
	if _, ok := g.Jacobian(); ok {
		t.Error("a pull that jumps has a slope")
	}
	for _, side := range []float64{1, -1} {
		if v := g.Velocity(Point{0, side * 1e-12}); math.Abs(v.Psi-side*1.4) > 1e-9 {
			t.Errorf("at %g the pull is %g", side, v.Psi)
		}
	}
}
