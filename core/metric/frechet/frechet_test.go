package frechet

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

// covariance draws a positive definite matrix.
func covariance(t *rapid.T, d int) *mat.SymDense {
	a := mat.NewDense(d, d, rapid.SliceOfN(rapid.Float64Range(-2, 2), d*d, d*d).Draw(t, "root"))
	var c mat.SymDense
	c.SymOuterK(1, a)
	for i := range d {
		c.SetSym(i, i, c.At(i, i)+0.01)
	}
	return &c
}

// In two dimensions tr √(Σ₁Σ₂) = √(tr Σ₁Σ₂ + 2 √det Σ₁Σ₂); in any, the distance is symmetric and 0 of equals.
func TestGaussians(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := covariance(t, 2), covariance(t, 2)
		m1 := rapid.SliceOfN(rapid.Float64Range(-2, 2), 2, 2).Draw(t, "m1")
		m2 := rapid.SliceOfN(rapid.Float64Range(-2, 2), 2, 2).Draw(t, "m2")
		var product mat.Dense
		product.Mul(a, b)
		want := mat.Trace(a) + mat.Trace(b) - 2*math.Sqrt(mat.Trace(&product)+2*math.Sqrt(mat.Det(a)*mat.Det(b)))
		for k := range m1 {
			want += (m1[k] - m2[k]) * (m1[k] - m2[k])
		}
		got, err := Gaussians(m1, m2, a, b)
		if err != nil || math.Abs(got-want) > 1e-9*(1+mat.Trace(a)+mat.Trace(b)) {
			t.Fatalf("got %v, %v, want %v", got, err, want)
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.IntRange(1, 6).Draw(t, "d")
		a, b, m := covariance(t, d), covariance(t, d), make([]float64, d)
		ab, _ := Gaussians(m, m, a, b)
		ba, _ := Gaussians(m, m, b, a)
		aa, _ := Gaussians(m, m, a, a)
		if scale := mat.Trace(a) + mat.Trace(b); math.Abs(ab-ba) > 1e-6*scale || aa > 1e-6*scale {
			t.Fatalf("%v there, %v back, %v of equals", ab, ba, aa)
		}
	})
}

// Commuting covariances: Σ (s₁-s₂)² over the axes, in five dimensions.
func TestFrechetOfDiagonals(t *testing.T) {
	a, b, want := mat.NewSymDense(5, nil), mat.NewSymDense(5, nil), 0.0
	for i := range 5 {
		s1, s2 := float64(i), 2.5-0.3*float64(i) // the first of a is 0: singular is allowed
		a.SetSym(i, i, s1*s1)
		b.SetSym(i, i, s2*s2)
		want += (s1 - s2) * (s1 - s2)
	}
	got, err := Gaussians(make([]float64, 5), make([]float64, 5), a, b)
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("distance %v, want %v", got, want)
	}
}
