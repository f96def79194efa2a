package metric

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"

	"ganvas/core/data"
	"ganvas/core/metric/frechet"
)

// The closed form in the plane is the distance by eigenvalues, of any two samples, flat ones included.
func TestFrechetByEigenvalues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) ([]point, *mat.Dense) {
			xy := rapid.SliceOfN(rapid.Float64Range(-2, 2), 6, 40).Draw(t, name)
			xy = xy[:len(xy)/2*2]
			points := make([]point, len(xy)/2)
			for i := range points {
				points[i] = point{xy[2*i], xy[2*i+1]}
			}
			return points, mat.NewDense(len(points), 2, xy)
		}
		a, rowsA := draw("a")
		b, rowsB := draw("b")
		want, err := frechet.Distance(rowsA, rowsB)
		// Roots of eigenvalues near 0 keep half of float64's digits.
		if got := fit(a).frechet(fit(b)); err != nil || math.Abs(got-want) > 1e-6 {
			t.Fatalf("got %v, by eigenvalues %v, %v", got, want, err)
		}
	})
}

// Of samples: N(0, I) and N((.5,-.3), 1.4² I) are .34 + 2 * .16 apart. The delta method gives the standard error: the mean moves
// the distance by 2Δ, each with (1+1.96)/n of variance, and a scale s₂ by 2(s₂-1) per axis, with s²/2n of variance each.
func TestFrechetOfSamples(t *testing.T) {
	const n = 40000
	delta2 := .25 + .09
	se := math.Sqrt(4*delta2*(1+1.96)/n + 2*4*.16*(1+1.96)/2/n)
	got := value(t, Frechet, gauss(0, 0, 1), gauss(.5, -.3, 1.4), n)
	near(t, "distance", got, delta2+2*.16, 5*se+10./n)
}

// Tables whose columns have other units measure as if they had not.
func TestFrameTakesUnits(t *testing.T) {
	xy := some(data.Moons, "points", 400)
	other := append([]float32(nil), xy...)
	for i := range other {
		other[i] = other[i]*[2]float32{1000, 0.5}[i%2] + 64
	}
	plain, _ := data.NewPoints(xy, "x", "y")
	odd, _ := data.NewPoints(other, "x", "y")
	gen := some(data.Moons, "generated", 400)
	oddGen := append([]float32(nil), gen...)
	for i := range oddGen {
		oddGen[i] = oddGen[i]*[2]float32{1000, 0.5}[i%2] + 64
	}
	for _, m := range []Measure{Frechet, Marginals, Sliced, Energy, MMD(Kernels[1])} {
		a, _ := m.Compute(NewTarget(plain).Samples(gen, xy))
		b, _ := m.Compute(NewTarget(odd).Samples(oddGen, other))
		near(t, m.Key, b, a, 1e-4) // single precision about 64, of half a unit: 1e-5
	}
}
