package dirac

import (
	"math"
	"math/cmplx"
)

// Matrix is 2x2, of rows and columns θ, ψ.
type Matrix [2][2]float64

var unit = Matrix{{1, 0}, {0, 1}}

// Of is the product with a point.
func (m Matrix) Of(p Point) Point {
	return Point{m[0][0]*p.Theta + m[0][1]*p.Psi, m[1][0]*p.Theta + m[1][1]*p.Psi}
}

// Times is the product m·n.
func (m Matrix) Times(n Matrix) (out Matrix) {
	for i := range 2 {
		for k := range 2 {
			out[i][k] = m[i][0]*n[0][k] + m[i][1]*n[1][k]
		}
	}
	return out
}

// Plus is the sum m + n.
func (m Matrix) Plus(n Matrix) Matrix {
	for i := range 2 {
		for k := range 2 {
			m[i][k] += n[i][k]
		}
	}
	return m
}

// scaled has its rows times these numbers: what players of these rates do by m.
func (m Matrix) scaled(theta, psi float64) Matrix {
	for k := range 2 {
		m[0][k] *= theta
		m[1][k] *= psi
	}
	return m
}

// Eigenvalues are ½tr ± √(¼tr² - det), the one above or to the right first.
func (m Matrix) Eigenvalues() [2]complex128 {
	half := (m[0][0] + m[1][1]) / 2
	apart := (m[0][0] - m[1][1]) / 2
	square := apart*apart + m[0][1]*m[1][0] // ¼tr² - det, without the cancellation
	if square < 0 {
		w := math.Sqrt(-square)
		return [2]complex128{complex(half, w), complex(half, -w)}
	}
	w := math.Sqrt(square)
	return [2]complex128{complex(half+w, 0), complex(half-w, 0)}
}

// roots are those of x² + bx + c.
func roots(b, c complex128) [2]complex128 {
	w := cmplx.Sqrt(b*b/4 - c)
	return [2]complex128{-b/2 + w, -b/2 - w}
}
