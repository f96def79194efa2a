package nn

import "ganvas/core/graph"

// PixelNorm is of Karras et al. (2018): every sample over the root mean square of its features, x/√(mean x² + 1e-8).
var PixelNorm = Norm{
	Key: "pixel", Label: "Pixel", Doc: "Every sample at the same length, whatever its direction.",
	Of: func(_ *Pass, _ string, x *graph.Node) *graph.Node {
		square := graph.Reshape(graph.Mean(graph.Square(x), 1), x.Shape()[0], 1)
		return graph.Div(x, graph.Sqrt(graph.Add(square, graph.Scalar(1e-8))))
	},
}
