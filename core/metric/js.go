package metric

import "math"

// JS is the Jensen-Shannon divergence of the data p and the generator q on the grid,
//
//	½ KL(p ‖ ½(p+q)) + ½ KL(q ‖ ½(p+q)),
//
// from 0 (equal) to log 2 = 0.693 (disjoint). It is of the histograms as they are, without smoothing, which it does not need. Its
// bias is up: over K cells that the data fills, by about (K-1)/8n for n generated points, and as much again for the real
// points where the data's masses are not known.
var JS = Measure{
	Key: "js", Label: "Jensen-Shannon divergence", Unit: "nats", Cost: Cheap, Direction: Lower,
	Doc:     "How easily a perfect judge tells data from fakes by the cell they lie in: 0 not at all, 0.693 always.",
	Compute: inCells(func(h *histograms) float64 { return jensenShannon(h.p, h.q) }),
}

// jensenShannon returns the divergence of two lists of probabilities, which may have zeros.
func jensenShannon(p, q []float64) float64 {
	sum := 0.0
	for i := range p {
		middle := (p[i] + q[i]) / 2
		for _, x := range [...]float64{p[i], q[i]} {
			if x > 0 {
				sum += x / 2 * math.Log(x/middle)
			}
		}
	}
	return sum
}
