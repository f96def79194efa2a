package metric

import "math"

// transportPoints is how many points of either kind are matched: n² distances, and some n³ steps at worst.
const transportPoints = 256

// Transport is the first Wasserstein distance of the two samples in space, exactly: the mean way of the cheapest matching of as many points of either,
// in training's units. Its bias is up: two samples of one law in the plane lie some n^-1/2 apart.
var Transport = Measure{
	Key: "w1", Label: "Wasserstein distance", Cost: Heavy, Direction: Lower, Points: transportPoints,
	Doc: "How far fakes must move on average to become data, each to one point of its own.",
	Compute: onDistances(transportPoints, func(generated, real []point, rest Rest) float64 {
		n := min(len(generated), len(real))
		return match(spread(generated, n), spread(real, n), rest) / float64(n)
	}),
}

// spread is n evenly spaced ones of some points.
func spread(points []point, n int) []point {
	out := make([]point, n)
	for i := range out {
		out[i] = points[i*len(points)/n]
	}
	return out
}

// match is the cost of the cheapest matching of as many points, by shortest augmenting paths (Jonker and Volgenant, 1987): each point of a is matched
// in turn, along the path that costs least by the prices so far.
func match(a, b []point, rest Rest) float64 {
	n := len(a)
	u, v := make([]float64, n+1), make([]float64, n+1) // prices
	of := make([]int, n+1)                             // of each b, from 1, the number of its a; 0 for none
	for i := 1; i <= n; i++ {
		of[0] = i
		least, way, used := make([]float64, n+1), make([]int, n+1), make([]bool, n+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		at := 0
		for of[at] != 0 {
			used[at] = true
			row, delta, next := of[at], math.Inf(1), 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if c := math.Sqrt(a[row-1].d2(b[j-1])) - u[row] - v[j]; c < least[j] {
					least[j], way[j] = c, at
				}
				if least[j] < delta {
					delta, next = least[j], j
				}
			}
			for j := range used {
				if used[j] {
					u[of[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			at = next
		}
		for at != 0 {
			of[at] = of[way[at]]
			at = way[at]
		}
		rest.some(i)
	}
	sum := 0.0
	for j := 1; j <= n; j++ {
		sum += math.Sqrt(a[of[j]-1].d2(b[j-1]))
	}
	return sum
}
