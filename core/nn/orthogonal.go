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

// orthonormalise turns n rows of length dim >= n into an orthonormal basis of their span, by Gram and Schmidt's process. Each row is cleared of the
// earlier ones twice, which leaves them orthogonal to rounding (Giraud et al., 2005).
func orthonormalise(v []float64, n, dim int) {
	for i := range n {
		row := v[i*dim : (i+1)*dim]
		for range 2 {
			for j := range i {
				other := v[j*dim : (j+1)*dim]
				c := dot(row, other)
				for k := range row {
					row[k] -= float64(c * other[k])
				}
			}
		}
		norm := math.Sqrt(dot(row, row))
		for k := range row {
			row[k] /= norm
		}
	}
}

// dot is the sum of products, each rounded before it is added, so that every platform gives the same bits.
func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += float64(a[i] * b[i])
	}
	return sum
}
