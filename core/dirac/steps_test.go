package dirac

import (
	"math"
	"math/cmplx"
	"testing"

	"ganvas/core/experiment"
)

// linearised is the Jacobian of a step at the equilibrium by central differences, over the players and, with optimistic descent, what they
// remember: gonum's eigenvalues of it.
func linearised(t *testing.T, s Steps) []complex128 {
	const h = 1e-5
	n := 2
	if s.Optimistic {
		n = 4
	}
	pack := func(v []float64) State {
		x := State{At: Point{v[0], v[1]}}
		if s.Optimistic {
			x.Before = Point{v[2], v[3]}
		}
		return x
	}
	unpack := func(x State) []float64 { return []float64{x.At.Theta, x.At.Psi, x.Before.Theta, x.Before.Psi}[:n] }
	rows := make([][]float64, n)
	for i := range rows {
		rows[i] = make([]float64, n)
	}
	for k := range n {
		v := make([]float64, n)
		v[k] = h
		up := unpack(s.Next(pack(v)))
		v[k] = -h
		down := unpack(s.Next(pack(v)))
		for i := range n {
			rows[i][k] = (up[i] - down[i]) / (2 * h)
		}
	}
	return eigenvalues(t, rows...)
}

// Multipliers are the eigenvalues of a step's Jacobian.
func TestMultipliersAreOfTheStep(t *testing.T) {
	for _, game := range []Game{{Loss: "wgan"}, {Loss: "ns", R1: .3}, {Loss: "mm", Consensus: 1}, {Loss: "rp", R1: .7, R2: .8}, {Loss: "ns", Noise: .7}, {Loss: "ls"}} {
		for _, o := range experiment.Orders {
			for _, optimistic := range []bool{false, true} {
				s := Steps{Game: game, Order: o.Key, RateG: .2, RateD: .35, UpdatesG: 2, UpdatesD: 3, Optimistic: optimistic}
				if optimistic && o.Key != "simultaneous" {
					continue
				}
				got, want := s.Multipliers(), linearised(t, s)
				// Differences are good to 1e-10; double roots show the square root of that.
				if apart(got, want) > 3e-5 {
					t.Errorf("%+v: %v, want %v", s, got, want)
				}
			}
		}
	}
	if m := (Steps{Game: Game{Loss: "ns"}, Order: "alternating", Optimistic: true}).Multipliers(); m != nil {
		t.Errorf("optimistic players that take turns: %v", m)
	}
}

// The bilinear game, which the Wasserstein loss plays: √(1+h²) at once, 1 in turns (for h below 2), √(1-h²+h⁴) by extragradient, and
// optimistic descent the roots of μ² - (1±2ih)μ ± ih.
func TestStepsOfTheBilinearGame(t *testing.T) {
	for _, h := range []float64{.05, .2, .5, .9} {
		s := Steps{Game: Game{Loss: "wgan"}, RateG: h, RateD: h, UpdatesG: 1, UpdatesD: 1}
		for order, want := range map[string]float64{"simultaneous": math.Sqrt(1 + h*h), "alternating": 1, "extragradient": math.Sqrt(1 - h*h + h*h*h*h)} {
			s.Order = order
			for _, mu := range s.Multipliers() {
				if math.Abs(cmplx.Abs(mu)-want) > 1e-12 {
					t.Errorf("%s, h = %g: |μ| = %g, want %g", order, h, cmplx.Abs(mu), want)
				}
			}
		}
		s.Order, s.Optimistic = "simultaneous", true
		for _, mu := range s.Multipliers() {
			ih := complex(0, h)
			plus, minus := mu*mu-(1+2*ih)*mu+ih, mu*mu-(1-2*ih)*mu-ih
			if math.Min(cmplx.Abs(plus), cmplx.Abs(minus)) > 1e-12 {
				t.Errorf("optimistic, h = %g: %v is no root", h, mu)
			}
		}
	}
}

func TestCourses(t *testing.T) {
	steps := func(g Game, order string) Steps {
		return Steps{Game: g, Order: order, RateG: .2, RateD: .2, UpdatesG: 1, UpdatesD: 1}
	}
	for _, c := range []struct {
		Steps
		want    Course
		turning bool
	}{
		{steps(Game{Loss: "mm"}, "alternating"), Around, true},
		{steps(Game{Loss: "mm"}, "simultaneous"), Outwards, true},
		{steps(Game{Loss: "mm"}, "extragradient"), Inwards, true},
		{steps(Game{Loss: "ns", R1: .3}, "simultaneous"), Inwards, true},
		{steps(Game{Loss: "ns", R1: 2}, "simultaneous"), Inwards, false},
		{steps(Game{Loss: "ls"}, "simultaneous"), Adrift, false},
		{steps(Game{Loss: "wgan", GP: .7}, "simultaneous"), Unknown, false},
	} {
		got, factor, turning := CourseOf(c.Multipliers())
		if got != c.want || turning != c.turning {
			t.Errorf("%+v: course %d, factor %g, turning %v", c.Steps, got, factor, turning)
		}
	}
}
