package data

import (
	"math"
	"slices"
)

// The laws of single columns that points are held against.
const (
	// NormalLaw is a normal distribution of the points' own mean and deviation.
	NormalLaw = iota
	// UniformLaw is uniform between the least and the greatest.
	UniformLaw
)

// marginPoints is by how many points columns are told from a law at most: more would find fault with what is near enough.
const marginPoints = 2000

// leastMargin is the fewest: of fewer much can be said to be as any law has it.
const leastMargin = 200

// Follows reports whether each column of points is as a law has it, as far as the points can tell: by the largest difference of the distribution functions
// (Kolmogorov and Smirnov; Lilliefors where the law is fitted), which of a true law is as large in a few files of a hundred. Of fewer than
// 200 points it says that they do not.
func Follows(p Finite, law int) bool {
	size, n := p.Frame().Size(), min(p.Len(), marginPoints)
	if n < leastMargin {
		return false
	}
	most := map[int]float64{NormalLaw: 1, UniformLaw: 1.5}[law] / math.Sqrt(float64(n))
	for k := range size {
		column := make([]float64, n)
		for i := range column {
			column[i] = float64(p.In()[i*p.Len()/n*size+k])
		}
		slices.Sort(column)
		if apart(column, fitted(column, law)) > most {
			return false
		}
	}
	return true
}

// fitted is the distribution function of a law that is fitted to sorted numbers.
func fitted(v []float64, law int) func(float64) float64 {
	if law == UniformLaw {
		low, wide := v[0], v[len(v)-1]-v[0]
		return func(x float64) float64 { return (x - low) / wide }
	}
	n, mean, square := float64(len(v)), 0., 0.
	for _, x := range v {
		mean += x / n
	}
	for _, x := range v {
		square += (x - mean) * (x - mean) / n
	}
	return func(x float64) float64 { return math.Erfc((mean-x)/math.Sqrt(2*square)) / 2 }
}

// apart is the largest difference between the distribution function of sorted numbers and another; infinite where that is not known.
func apart(v []float64, of func(float64) float64) float64 {
	most := 0.
	for i, x := range v {
		f := of(x)
		if math.IsNaN(f) {
			return math.Inf(1)
		}
		most = math.Max(most, math.Max(f-float64(i)/float64(len(v)), float64(i+1)/float64(len(v))-f))
	}
	return most
}
