package nn

import "ganvas/core/graph"

// PixelNorm is of Karras et al. (2018): every sample, or every pixel of an image, over the root mean square of its features, x/√(mean x² + 1e-8).
var PixelNorm = Norm{
	Key: "pixel", Label: "Pixel", Doc: "Every sample, or every pixel of an image, at the same length, whatever its direction.",
	Of: func(_ *Pass, _ string, x *graph.Node) *graph.Node {
		last := len(x.Shape()) - 1
		shape := append([]int(nil), x.Shape()...)
		shape[last] = 1
		square := graph.Reshape(graph.Mean(graph.Square(x), last), shape...)
		return graph.Div(x, graph.Sqrt(graph.Add(square, graph.Scalar(1e-8))))
	},
}
