package twosample

import (
	"math"

	"ganvas/core/twosample/permutation"
)

// Statistic is how far two clouds are apart: the further, the greater.
type Statistic struct {
	Key   string // stable: "means"
	Label string // for people
	Doc   string // one sentence for people
	// Of prepares the points of both clouds, so that deals of them cost little.
	Of func(all Cloud, rest func()) permutation.Deals
}

// All is the catalogue, in the order of a list: from what looks at least to what looks at most.
var All = []Statistic{
	Means,
	Variances,
	Energy,
	MMD(.1), MMD(.3), MMD(1), MMD(3),
	Mixture,
}

// Find returns the statistic with this key.
func Find(key string) (Statistic, bool) {
	for _, s := range All {
		if s.Key == key {
			return s, true
		}
	}
	return Statistic{}, false
}

// Means is the distance of the means.
var Means = Statistic{
	Key: "means", Label: "Difference of means", Doc: "The distance between the clouds' centres.",
	Of: func(all Cloud, _ func()) permutation.Deals {
		total := sums(all)
		return func(label []float64, n int) float64 {
			square := 0.0
			for k, first := range labelled(all, label) {
				d := first/float64(n) - (total[k]-first)/float64(all.Len()-n)
				square += d * d
			}
			return math.Sqrt(square)
		}
	},
}

// Variances is the distance of the variances along all axes.
var Variances = Statistic{
	Key: "variances", Label: "Difference of variances", Doc: "How differently wide the clouds are along the axes.",
	Of: func(all Cloud, _ func()) permutation.Deals {
		squares := Cloud{all.Dim, make([]float64, len(all.Values))}
		for i, v := range all.Values {
			squares.Values[i] = v * v
		}
		total, totals := sums(all), sums(squares)
		return func(label []float64, n int) float64 {
			first, firsts := labelled(all, label), labelled(squares, label)
			square := 0.0
			for k := range all.Dim {
				d := variance(first[k], firsts[k], n) - variance(total[k]-first[k], totals[k]-firsts[k], all.Len()-n)
				square += d * d
			}
			return math.Sqrt(square)
		}
	},
}

// variance is that of n numbers with a sum and a sum of squares, without bias.
func variance(sum, squares float64, n int) float64 {
	return (squares - sum*sum/float64(n)) / float64(n-1)
}

// sums are those of all points' coordinates.
func sums(c Cloud) []float64 {
	out := make([]float64, c.Dim)
	for i, v := range c.Values {
		out[i%c.Dim] += v
	}
	return out
}

// labelled are the sums of the coordinates of the points that are labelled.
func labelled(c Cloud, label []float64) []float64 {
	out := make([]float64, c.Dim)
	for i, l := range label {
		for k, v := range c.At(i) {
			out[k] += l * v
		}
	}
	return out
}
