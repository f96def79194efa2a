// Package frechet is the Fréchet distance of Gaussians in any number of dimensions, by gonum's eigenvalues: what features of images
// need, and the oracle of package metric's closed form in the plane. It is apart from metric because linear algebra doubles the
// bytes of a worker, which in the plane has no use for it.
package frechet

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

// Distance returns the squared Fréchet distance of the Gaussians fitted to the rows of a and b, of any equal number of
// columns: |μ₁-μ₂|² + tr(Σ₁ + Σ₂ - 2 √(Σ₁Σ₂)). Covariances divide by n-1.
func Distance(a, b *mat.Dense) (float64, error) {
	_, d := a.Dims()
	var c1, c2 mat.SymDense
	stat.CovarianceMatrix(&c1, a, nil)
	stat.CovarianceMatrix(&c2, b, nil)
	m1, m2 := make([]float64, d), make([]float64, d)
	for k := range d {
		m1[k], m2[k] = stat.Mean(mat.Col(nil, k, a), nil), stat.Mean(mat.Col(nil, k, b), nil)
	}
	return Gaussians(m1, m2, &c1, &c2)
}

// Gaussians returns the squared Fréchet distance of two Gaussians of d dimensions.
func Gaussians(m1, m2 []float64, c1, c2 mat.Symmetric) (float64, error) {
	sum := mat.Trace(c1) + mat.Trace(c2)
	for k := range m1 {
		sum += (m1[k] - m2[k]) * (m1[k] - m2[k])
	}
	cross, err := traceRoot(c1, c2)
	return max(0, sum-2*cross), err
}

// traceRoot returns tr √(ab) of two positive semidefinite matrices. The product is not symmetric, but has the eigenvalues of
// √a b √a, which is; its trace root is the sum of their roots.
func traceRoot(a, b mat.Symmetric) (float64, error) {
	root, err := squareRoot(a)
	if err != nil {
		return 0, err
	}
	var half, inner mat.Dense
	half.Mul(root, b)
	inner.Mul(&half, root)
	n := a.SymmetricDim()
	symmetric := mat.NewSymDense(n, nil)
	for i := range n {
		for j := i; j < n; j++ {
			symmetric.SetSym(i, j, (inner.At(i, j)+inner.At(j, i))/2)
		}
	}
	var e mat.EigenSym
	if !e.Factorize(symmetric, false) {
		return 0, fmt.Errorf("the covariances have no eigenvalues")
	}
	sum := 0.0
	for _, v := range e.Values(nil) {
		sum += math.Sqrt(max(0, v)) // rounding may take a zero below itself
	}
	return sum, nil
}

// squareRoot returns the symmetric square root of a positive semidefinite matrix.
func squareRoot(a mat.Symmetric) (*mat.Dense, error) {
	var e mat.EigenSym
	if !e.Factorize(a, true) {
		return nil, fmt.Errorf("a covariance has no eigenvalues")
	}
	var v, scaled, root mat.Dense
	e.VectorsTo(&v)
	scaled.Apply(func(_, j int, x float64) float64 { return x * math.Sqrt(max(0, e.Values(nil)[j])) }, &v)
	root.Mul(&scaled, v.T())
	return &root, nil
}
