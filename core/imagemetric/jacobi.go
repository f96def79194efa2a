package imagemetric

import "math"

// eigen is the eigenvalues of a symmetric matrix of n rows and, in columns, their vectors, by Jacobi's cyclic method (Golub and Van Loan, Matrix
// Computations, 8.5): rotations that each take one element to zero, until none is left. It is here, and not gonum's, because linear algebra would
// double the bytes of a worker; gonum holds it to account in the tests.
func eigen(symmetric []float64, n int) (values, vectors []float64) {
	a, v := make([]float64, n*n), make([]float64, n*n)
	for i := range n {
		v[i*n+i] = 1
		for j := range n {
			a[i*n+j] = (symmetric[i*n+j] + symmetric[j*n+i]) / 2 // a product of three is symmetric but for rounding
		}
	}
	const sweeps = 30 // six to ten are usual
	for range sweeps {
		if off(a, n) == 0 {
			break
		}
		for p := range n {
			for q := p + 1; q < n; q++ {
				rotate(a, v, n, p, q)
			}
		}
	}
	for i := range n {
		values = append(values, a[i*n+i])
	}
	return values, v
}

// off is the greatest element beside the diagonal that is not nothing next to the two on it.
func off(a []float64, n int) (most float64) {
	for p := range n {
		for q := p + 1; q < n; q++ {
			if x := math.Abs(a[p*n+q]); x > 1e-18*(math.Abs(a[p*n+p])+math.Abs(a[q*n+q])) {
				most = max(most, x)
			}
		}
	}
	return most
}

// rotate takes the elements p, q and q, p to zero.
func rotate(a, v []float64, n, p, q int) {
	x := a[p*n+q]
	if x == 0 {
		return
	}
	theta := (a[q*n+q] - a[p*n+p]) / (2 * x)
	t := 1 / (math.Abs(theta) + math.Hypot(theta, 1))
	if theta < 0 {
		t = -t
	}
	c := 1 / math.Hypot(t, 1)
	s := t * c
	for k := range n { // columns
		kp, kq := a[k*n+p], a[k*n+q]
		a[k*n+p], a[k*n+q] = c*kp-s*kq, s*kp+c*kq
		kp, kq = v[k*n+p], v[k*n+q]
		v[k*n+p], v[k*n+q] = c*kp-s*kq, s*kp+c*kq
	}
	for k := range n { // rows
		pk, qk := a[p*n+k], a[q*n+k]
		a[p*n+k], a[q*n+k] = c*pk-s*qk, s*pk+c*qk
	}
	a[p*n+q], a[q*n+p] = 0, 0
}
