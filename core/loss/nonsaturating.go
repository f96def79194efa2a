package loss

import . "ganvas/core/graph"

// NonSaturating is the practice that Goodfellow et al. (2014) advise:
//
//	D minimises E sp(-a(x)) + E sp(a(G))
//	G minimises E sp(-a(G))
var NonSaturating = Game{
	Key: "ns", Label: "Non-saturating", Doc: "The generator maximises log D of its samples: the usual practice since 2014.",
	Discriminator: crossEntropy,
	Generator:     func(_, fake *Node) *Node { return Mean(Softplus(Neg(fake))) },
	Smooth:        smoothCrossEntropy,
	Judge:         logistic,
}
