package laboratory

import (
	"ganvas/core/data"
	"ganvas/core/random"
	"ganvas/core/twosample"
)

// Drawn is the law of a source of the catalogue: fresh points, in the source's own units.
func Drawn(s data.Source) Law {
	size := data.Size(s)
	return func(r *random.Source, n int) twosample.Cloud {
		values := make([]float32, size*n)
		s.Sample(r, values)
		return twosample.Floats(size, values)
	}
}

// Given is the law of given points, whole, of as many columns as they have: n of them, none twice where there are enough.
func Given(points data.Finite) Law {
	own, size := points.Own(), points.Frame().Size()
	return func(r *random.Source, n int) twosample.Cloud {
		values := make([]float32, 0, size*n)
		for _, i := range some(r, n, points.Len()) {
			values = append(values, own[i*size:(i+1)*size]...)
		}
		return twosample.Floats(size, values)
	}
}

// some is n of m indexes, none twice where there are enough.
func some(r *random.Source, n, m int) []int {
	all := make([]int, m)
	for i := range all {
		all[i] = i
	}
	out := make([]int, n)
	for i := range out {
		at := i % m // of those that this round has not used
		k := at + r.IntN(m-at)
		all[at], all[k] = all[k], all[at]
		out[i] = all[at]
	}
	return out
}
