package nn

import "ganvas/core/graph"

// BatchFeature is a layer that lets a sample's logit depend on the other samples of its minibatch: it joins features of the whole
// minibatch to each sample's own, [batch, features] to [batch, more features].
//
// What such a feature is on average in training is kept as a running mean, which passes that do not train join instead: a picture's
// points have no minibatch.
type BatchFeature interface {
	Of(p *Pass, path string, x *graph.Node) *graph.Node
}

// batchMemory is the share of the running means that stays at each step.
const batchMemory = 0.9

// join appends features [batch or 1, n] to x, or in passes that do not train their running mean, a state at path.
func join(p *Pass, path string, x *graph.Node, n int, features func() *graph.Node) *graph.Node {
	mean := p.State.Variable(path, Constant(0), n)
	f := graph.Reshape(mean, 1, n)
	if p.Training {
		f = features()
		p.blend(mean, graph.Mean(f, 0), batchMemory)
	}
	return graph.Concat(1, x, graph.Broadcast(f, graph.Shape{x.Shape()[0], n}))
}
