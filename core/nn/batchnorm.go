package nn

import "ganvas/core/graph"

// BatchMemory is the share of batch normalisation's running statistics that stays at each step.
const BatchMemory = 0.9

// BatchNorm is of Ioffe and Szegedy (2015): every feature at mean 0 and variance 1 over the minibatch, and of images over all
// their pixels too, then scaled and shifted by parameters path/scale and path/shift. Its states path/mean and path/variance are running means of the minibatches' statistics (of
// the variance without bias), by which passes that do not train normalise.
var BatchNorm = Norm{
	Key: "batch", Label: "Batch", Doc: "Every feature at mean 0 and variance 1 over the minibatch; pictures use the running statistics of training.", Mixes: true, Scales: true,
	Of: func(p *Pass, path string, x *graph.Node) *graph.Node {
		n := features(x)
		rows := x.Shape().Len() / n
		mean, square := p.State.Variable(path+"/mean", Constant(0), n), p.State.Variable(path+"/variance", Constant(1), n)
		if !p.Training {
			return affine(p, path, standard(x, mean, square))
		}
		m, s := moments(x, axesFrom(0, len(x.Shape())-1)...)
		p.blend(mean, graph.Reshape(m, n), BatchMemory)
		p.blend(square, graph.Mul(graph.Reshape(s, n), graph.Scalar(float32(rows)/float32(max(1, rows-1)))), BatchMemory)
		return affine(p, path, standard(x, m, s))
	},
}
