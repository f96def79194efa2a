package metric

import (
	"cmp"
	"slices"
)

// principalPoints is how many points principal axes are found by, evenly spaced where there are more.
const principalPoints = 10_000

// Principal are the principal axes of points of a size: unit vectors, that along which they spread the most first, each with its largest part
// above 0.
func Principal(points []float32, size int) [][]float64 {
	n := len(points) / size
	used := min(n, principalPoints)
	mean, cov := make([]float64, size), newSymmetric(size)
	row := func(i int) []float32 { return points[i*n/used*size:][:size] }
	for i := range used {
		for k, v := range row(i) {
			mean[k] += float64(v) / float64(used)
		}
	}
	for i := range used {
		for k, v := range row(i) {
			for l, w := range row(i)[:k+1] {
				cov[k][l] += (float64(v) - mean[k]) * (float64(w) - mean[l]) / float64(used)
			}
		}
	}
	cov.mirror()
	values, vectors := cov.eigen()
	order := make([]int, size)
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(values[b], values[a]) })
	out := make([][]float64, size)
	for k, from := range order {
		out[k] = upright(vectors[from])
	}
	return out
}

// upright is a vector or its opposite: the one whose largest part is above 0.
func upright(v []float64) []float64 {
	largest := 0.0
	for _, x := range v {
		if x*x > largest*largest {
			largest = x
		}
	}
	out := slices.Clone(v)
	for k := range out {
		if largest < 0 {
			out[k] = -out[k]
		}
	}
	return out
}
