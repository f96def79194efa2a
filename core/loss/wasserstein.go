package loss

import . "ganvas/core/graph"

// Wasserstein is the critic's game of Arjovsky et al. (2017); it needs something that bounds the critic's slope:
//
//	D minimises E a(G) - E a(x)
//	G minimises -E a(G)
var Wasserstein = Game{
	Key: "wgan", Label: "Wasserstein", Doc: "A critic whose means on real and on generated samples differ by an estimate of the Wasserstein distance; it needs a bound on its slope, such as a gradient penalty.",
	Discriminator: func(real, fake *Node) *Node { return Sub(Mean(fake), Mean(real)) },
	Generator:     func(_, fake *Node) *Node { return Neg(Mean(fake)) },
	Judge:         midway,
}
