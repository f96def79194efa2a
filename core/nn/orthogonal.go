package nn

import (
	"math"

	"ganvas/core/random"
)

// orthogonal is of Saxe et al. (2014): the rows or the columns, whichever are fewer, are orthonormal times gain, in a
// uniformly random direction.
func orthogonal(in, out int, gain float64) Fill {
	return func(r *random.Source, values []float32) {
		n, dim := min(in, out), max(in, out)
		v := make([]float64, n*dim)
		for i := range v {
			v[i] = float64(r.Normal())
		}
		orthonormalise(v, n, dim)
		for i := range in {
			for j := range out {
				k := i*dim + j
				if in > out {
					k = j*dim + i
				}
				values[i*out+j] = float32(gain * v[k])
			}
		}
	}
}

// orthonormalise turns n rows of length dim >= n into an orthonormal basis of their span, by Gram and Schmidt's process as modified
// for rounding: random rows of a few hundred numbers are left orthogonal to 1e-11, far below what a float32 can tell.
func orthonormalise(v []float64, n, dim int) {
	for i := range n {
		row := v[i*dim : (i+1)*dim]
		for j := range i {
			subtract(row, v[j*dim:(j+1)*dim], dot(row, v[j*dim:(j+1)*dim]))
		}
		norm := math.Sqrt(dot(row, row))
		for k := range row {
			row[k] /= norm
		}
	}
}

// subtract is row - c·other, each product rounded before it is subtracted.
func subtract(row, other []float64, c float64) {
	other = other[:len(row)]
	for k := range row {
		row[k] -= float64(c * other[k])
	}
}

// dot is the sum of products in four lanes, each product rounded before it is added, so that every platform gives the same bits.
func dot(a, b []float64) float64 {
	var s [4]float64
	b = b[:len(a)]
	for ; len(a) >= 4; a, b = a[4:], b[4:] {
		s[0] += float64(a[0] * b[0])
		s[1] += float64(a[1] * b[1])
		s[2] += float64(a[2] * b[2])
		s[3] += float64(a[3] * b[3])
	}
	for i := range a {
		s[i] += float64(a[i] * b[i])
	}
	return s[0] + s[1] + (s[2] + s[3])
}
