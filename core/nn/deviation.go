package nn

import "ganvas/core/graph"

// Deviation is the minibatch standard deviation of Karras et al. (2018): one feature more, equal for all samples, the mean over
// features of √(variance over the minibatch + 1e-8). Its running mean is at path/deviation [1].
type Deviation struct{}

// Of implements BatchFeature.
func (Deviation) Of(p *Pass, path string, x *graph.Node) *graph.Node {
	return join(p, path+"/deviation", x, 1, func() *graph.Node {
		_, square := moments(x, 0)
		return graph.Reshape(graph.Mean(graph.Sqrt(graph.Add(square, graph.Scalar(1e-8)))), 1, 1)
	})
}
