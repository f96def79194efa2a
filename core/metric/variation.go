package metric

import "math"

// TotalVariation is the total variation of the data p and the generator q on the grid, ½ Σ |p-q|: the largest difference in
// probability of any set of cells, from 0 to 1. Its bias is up, by about Σ sqrt(p(1-p)/2πn) for n generated points.
var TotalVariation = Measure{
	Key: "tv", Label: "Total variation", Unit: "share", Cost: Cheap, Direction: Lower,
	Doc: "The share of points that would have to move to another cell.",
	Compute: inCells(func(h *histograms) float64 {
		sum := 0.0
		for i := range h.p {
			sum += math.Abs(h.p[i] - h.q[i])
		}
		return sum / 2
	}),
}
