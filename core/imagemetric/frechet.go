package imagemetric

import (
	"math"

	"ganvas/core/metric"
)

// Frechet is the Fréchet distance of Heusel et al. (2017), on the judge's features: |μ₁-μ₂|² + tr(Σ₁ + Σ₂ - 2 √(Σ₁Σ₂)). Of finite samples it is too
// large, the more so the fewer they are: its floor says by how much.
var Frechet = Measure{
	Key: "frechet", Label: "Fréchet distance", Cost: metric.Cheap, Direction: metric.Lower,
	Doc:     "How far the features of generated images are from those of real ones, as two normal distributions.",
	Compute: func(s *Samples) (float64, error) { return gaussians(moments(&s.Generated), moments(&s.Real)), nil },
}

// normal is a normal distribution of n dimensions, its covariance row by row.
type normal struct {
	n          int
	mean       []float64
	covariance []float64
}

// moments are those of the features; the covariance divides by count - 1.
func moments(r *Read) normal {
	n := r.width(r.Features)
	m := normal{n, make([]float64, n), make([]float64, n*n)}
	for i, v := range r.Features {
		m.mean[i%n] += float64(v) / float64(r.Count)
	}
	d := make([]float64, n)
	for i := range r.Count {
		for k, v := range r.feature(i) {
			d[k] = float64(v) - m.mean[k]
		}
		for a, x := range d {
			row := m.covariance[a*n : a*n+a+1]
			for b := range row {
				row[b] += x * d[b]
			}
		}
	}
	for a := range n {
		for b := range a + 1 {
			c := m.covariance[a*n+b] / float64(r.Count-1)
			m.covariance[a*n+b], m.covariance[b*n+a] = c, c
		}
	}
	return m
}

// gaussians is the distance of two normal distributions. Σ₁Σ₂ is not symmetric, but √Σ₁ Σ₂ √Σ₁ is and has its eigenvalues.
func gaussians(p, q normal) float64 {
	n, sum := p.n, 0.
	for k := range n {
		d := p.mean[k] - q.mean[k]
		sum += d*d + p.covariance[k*n+k] + q.covariance[k*n+k]
	}
	root := squareRoot(p.covariance, n)
	values, _ := eigen(product(product(root, q.covariance, n), root, n), n)
	for _, v := range values {
		sum -= 2 * math.Sqrt(max(0, v)) // rounding may take a zero below itself
	}
	return max(0, sum)
}

// squareRoot is the symmetric root of a positive semidefinite matrix.
func squareRoot(a []float64, n int) []float64 {
	values, vectors := eigen(a, n)
	scaled, back := make([]float64, n*n), make([]float64, n*n)
	for i := range n {
		for k := range n {
			scaled[i*n+k] = vectors[i*n+k] * math.Sqrt(max(0, values[k]))
			back[k*n+i] = vectors[i*n+k]
		}
	}
	return product(scaled, back, n)
}

// product is that of two square matrices.
func product(a, b []float64, n int) []float64 {
	c := make([]float64, n*n)
	for i := range n {
		row := c[i*n : (i+1)*n]
		for k := range n {
			x := a[i*n+k]
			for j, y := range b[k*n : (k+1)*n] {
				row[j] += x * y
			}
		}
	}
	return c
}
