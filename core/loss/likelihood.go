package loss

import . "ganvas/core/graph"

// MaximumLikelihood is of Goodfellow (2016, NIPS tutorial, 3.2.4); at the optimal discriminator its gradient is that of
// KL(data || model):
//
//	D minimises E sp(-a(x)) + E sp(a(G))
//	G minimises -E exp(a(G))
var MaximumLikelihood = Game{
	Key: "ml", Label: "Maximum likelihood", Doc: "The generator's gradient is that of KL(data || model) when the discriminator is optimal.",
	Discriminator: crossEntropy,
	Generator:     func(_, fake *Node) *Node { return Neg(Mean(Exp(fake))) },
	Smooth:        smoothCrossEntropy,
	Judge:         logistic,
}
