package loss

import . "ganvas/core/graph"

// Hinge is of Lim and Ye (2017) and of SAGAN:
//
//	D minimises E relu(1-a(x)) + E relu(1+a(G))
//	G minimises -E a(G)
var Hinge = Game{
	Key: "hinge", Label: "Hinge", Doc: "The discriminator only pushes samples that are not yet beyond a margin of 1.",
	Discriminator: func(real, fake *Node) *Node {
		return Add(Mean(Relu(Sub(Scalar(1), real))), Mean(Relu(Add(Scalar(1), fake))))
	},
	Generator: func(_, fake *Node) *Node { return Neg(Mean(fake)) },
	Judge:     logistic,
}
