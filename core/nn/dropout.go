package nn

import "ganvas/core/graph"

// Dropout is of Srivastava et al. (2014), inverted: where a pass trains, every number of x is 0 with the probability share, a scalar, and
// x/(1-share) otherwise, so that its expectation stays. Passes that do not train keep all.
func Dropout(p *Pass, share, x *graph.Node) *graph.Node {
	if share == nil || !p.Training {
		return x
	}
	stays := graph.Sub(graph.Scalar(1), share)
	mask := graph.Less(p.Random(x.Shape()...), stays)
	return graph.Mul(x, graph.Mul(mask, graph.Div(graph.Scalar(1), stays)))
}
