package nn

import "ganvas/core/graph"

// LayerNorm is of Ba et al. (2016): every sample at mean 0 and variance 1 over all its numbers, then scaled and shifted by
// parameters path/scale and path/shift.
var LayerNorm = Norm{
	Key: "layer", Label: "Layer", Doc: "Every sample at mean 0 and variance 1 over its features.", Scales: true,
	Of: func(p *Pass, path string, x *graph.Node) *graph.Node {
		mean, square := moments(x, axesFrom(1, len(x.Shape()))...)
		return affine(p, path, standard(x, mean, square))
	},
}
