package metric

import "math"

// C2ST is the classifier two-sample test (Lopez-Paz and Oquab, 2017): the accuracy of a nearest-neighbour vote that tells fakes
// from data. Half of 1,000 points of either kind teach it and the other half examine it; the odd number of votes nearest the
// root of the number of teachers makes it tend to the best possible classifier's accuracy, (1 + total variation) / 2. A perfect
// generator scores ½ with a standard error of ½/√n, n the number of points examined.
var C2ST = Measure{
	Key: "c2st", Label: "Classifier two-sample test", Unit: "share", Needs: NeedsMany, Cost: Heavy, Direction: Lower,
	Doc:     "How often a simple classifier tells fakes from data: one half is chance, one is always. Up to 0.526 is within sampling noise.",
	Points:  pairPoints,
	Compute: onPoints(pairPoints, c2st),
	Perfect: exactly(0.5),
}

func c2st(generated, real []point, rest Rest) float64 {
	n := min(len(generated), len(real)) / 2 // of either kind, to teach and to examine: unequal numbers would sway the vote
	fakes, data := generated[:n], real[:n]
	k := int(math.Sqrt(float64(2*n)))/2*2 + 1
	right := 0
	for i := range n {
		if votes(generated[n+i], fakes, data, k) > 0 {
			right++
		}
		if votes(real[n+i], fakes, data, k) < 0 {
			right++
		}
		rest.take()
	}
	return float64(right) / float64(2*n)
}

// votes returns how many more of a point's k nearest teachers are fakes than data.
func votes(p point, fakes, data []point, k int) int {
	a, b := closest(p, fakes, k), closest(p, data, k)
	i, j := 0, 0
	for i+j < k && i < len(a) && j < len(b) {
		if a[i] < b[j] {
			i++
		} else {
			j++
		}
	}
	return i - j
}

// closest returns the k least squared distances of a point to others, in ascending order; all where there are fewer.
func closest(p point, of []point, k int) []float64 {
	least := make([]float64, min(k, len(of)))
	for j := range least {
		least[j] = math.Inf(1)
	}
	for _, q := range of {
		insert(least, p.d2(q))
	}
	return least
}
