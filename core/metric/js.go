package metric

import "gonum.org/v1/gonum/stat"

// JS is the Jensen-Shannon divergence of the data p and the generator q on the grid,
//
//	½ KL(p ‖ ½(p+q)) + ½ KL(q ‖ ½(p+q)),
//
// from 0 (equal) to log 2 = 0.693 (disjoint). It is of the histograms as they are, without smoothing, which it does not need. Its
// bias is up: over K cells that the data fills, by about (K-1)/8n for n generated points, and as much again for the real
// points where the data's masses are not known.
var JS = Measure{
	Key: "js", Label: "Jensen-Shannon divergence", Unit: "nats", Cost: Cheap, Sense: Lower,
	Doc:     "How easily a perfect judge tells data from fakes on a 30 by 30 grid: 0 not at all, 0.693 always.",
	Compute: onGrid(func(h *histograms) float64 { return stat.JensenShannon(h.p, h.q) }),
}
