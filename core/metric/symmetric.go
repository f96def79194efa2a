package metric

import "math"

// symmetric is a symmetric matrix, by rows.
type symmetric [][]float64

func newSymmetric(n int) symmetric {
	m := make(symmetric, n)
	for i := range m {
		m[i] = make([]float64, n)
	}
	return m
}

// mirror makes the upper triangle the lower one's mirror image.
func (m symmetric) mirror() {
	for i, row := range m {
		for j := range row[:i] {
			m[j][i] = row[j]
		}
	}
}

func (m symmetric) trace() (sum float64) {
	for i := range m {
		sum += m[i][i]
	}
	return sum
}

// times is the product with another matrix. Products of three, ABA, are symmetric again.
func (m symmetric) times(o symmetric) symmetric {
	out := newSymmetric(len(m))
	for i, row := range m {
		for k, v := range row {
			for j, w := range o[k] {
				out[i][j] += v * w
			}
		}
	}
	return out
}

// root is the root of a matrix without negative eigenvalues, but for rounding.
func (m symmetric) root() symmetric {
	values, vectors := m.eigen()
	out := newSymmetric(len(m))
	for k, v := range values {
		r := math.Sqrt(max(0, v))
		for i, a := range vectors[k] {
			for j, b := range vectors[k] {
				out[i][j] += r * a * b
			}
		}
	}
	return out
}

// sweeps is how often Jacobi's method goes through all pairs of axes at most: it doubles the right digits in each, once there are some.
const sweeps = 30

// eigen returns the eigenvalues and the eigenvectors of unit length, a row each, by Jacobi's method (Golub and Van Loan, Matrix Computations,
// 8.5): turns in the planes of two axes, each of which makes one number off the diagonal 0.
func (m symmetric) eigen() (values []float64, vectors symmetric) {
	a, n := newSymmetric(len(m)), len(m)
	vectors = newSymmetric(n)
	size := 0.0
	for i := range m {
		copy(a[i], m[i])
		vectors[i][i] = 1
		for _, v := range m[i] {
			size += v * v
		}
	}
	for range sweeps {
		off := 0.0
		for p := range n {
			for q := range p {
				off += a[p][q] * a[p][q]
				a.turn(vectors, q, p)
			}
		}
		if off <= 1e-30*size {
			break
		}
	}
	for i := range a {
		values = append(values, a[i][i])
	}
	return values, vectors
}

// turn turns the plane of the axes p and q so that a[p][q] becomes 0, and the vectors with it.
func (a symmetric) turn(vectors symmetric, p, q int) {
	if a[p][q] == 0 {
		return
	}
	tau := (a[q][q] - a[p][p]) / (2 * a[p][q])
	t := 1 / (math.Abs(tau) + math.Hypot(1, tau))
	if tau < 0 {
		t = -t
	}
	c := 1 / math.Hypot(1, t)
	s := t * c
	for k := range a {
		a[k][p], a[k][q] = c*a[k][p]-s*a[k][q], s*a[k][p]+c*a[k][q]
	}
	for k := range a {
		a[p][k], a[q][k] = c*a[p][k]-s*a[q][k], s*a[p][k]+c*a[q][k]
		vectors[p][k], vectors[q][k] = c*vectors[p][k]-s*vectors[q][k], s*vectors[p][k]+c*vectors[q][k]
	}
}
