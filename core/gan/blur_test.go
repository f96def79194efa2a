package gan

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"

	"ganvas/core/dirac"
)

// With instance noise every move is of a random minibatch. Near the equilibrium the moves scatter about the mean one, which is hJp: a
// regression on where they start finds J, and J's eigenvalues are gonum's.
func TestInstanceNoiseInTheMean(t *testing.T) {
	for _, fields := range []string{"loss=ns", "loss=rp"} {
		tr, steps := smallest(t, fields+"&instance.noise=0.7&order=simultaneous&batch=256")
		train(t, tr, 200) // from (1, 1) to where the noise holds it
		const runs, each = 20, 1000
		var from []dirac.Point
		var moves [2][]float64 // of θ and of ψ, a unit of time
		for range runs {
			train(t, tr, each)
			points := way(tr)
			points = points[len(points)-each-1:]
			for k := range each {
				from = append(from, points[k])
				v := points[k+1].Add(-1, points[k])
				moves[0] = append(moves[0], v.Theta/steps.RateG)
				moves[1] = append(moves[1], v.Psi/steps.RateD)
			}
		}
		want, _ := steps.Jacobian()
		for row, name := range []string{"θ", "ψ"} {
			got, errors := regression(t, from, moves[row])
			for k := range 2 {
				// Five standard errors; points are mostly within .1 of the middle, where terms of third order are 1e-2 of the first.
				if math.Abs(got[k]-want[row][k]) > 5*errors[k]+5e-3 {
					t.Errorf("%s: the velocity of %s changes by %.4f ± %.4f along axis %d, want %.4f", fields, name, got[k], errors[k], k, want[row][k])
				}
			}
			t.Logf("%s, %s: %.4f ± %.4f, theory %.4f", fields, name, got, errors, want[row])
		}
		if _, most := span(from); most > .4 {
			t.Errorf("%s: it strays %g from the middle", fields, most)
		}
	}
}

// regression is y's best linear dependence on the points, and the standard errors of its two slopes.
func regression(t *testing.T, points []dirac.Point, y []float64) (slopes, errors [2]float64) {
	t.Helper()
	n := len(points)
	x := mat.NewDense(n, 2, nil)
	for i, p := range points {
		x.SetRow(i, []float64{p.Theta, p.Psi})
	}
	var b mat.VecDense
	if err := b.SolveVec(x, mat.NewVecDense(n, y)); err != nil {
		t.Fatal(err)
	}
	var rest mat.VecDense
	rest.MulVec(x, &b)
	rest.SubVec(mat.NewVecDense(n, y), &rest)
	var gram, inverse mat.Dense
	gram.Mul(x.T(), x)
	if err := inverse.Inverse(&gram); err != nil {
		t.Fatal(err)
	}
	variance := stat.Variance(rest.RawVector().Data, nil)
	for k := range 2 {
		slopes[k], errors[k] = b.AtVec(k), math.Sqrt(variance*inverse.At(k, k))
	}
	return slopes, errors
}
