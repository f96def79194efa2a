package loss

import . "ganvas/core/graph"

// Relativistic is the pairing of RpGAN (Jolicoeur-Martineau, 2018) and R3GAN (Huang et al., 2024), each real sample against
// one generated one:
//
//	D minimises E sp(-(a(x)-a(G)))
//	G minimises E sp(-(a(G)-a(x)))
//
// This is the non-saturating form. In the zero-sum one G minimises -E sp(-(a(x)-a(G))).
var Relativistic = Game{
	Key: "rp", Label: "Relativistic pairing", Doc: "Real and generated samples are judged in pairs: is this one more real than that one? Each player maximises the log-probability of its own answer. This is the non-saturating form, which is what people train; in the zero-sum form of the theory the generator minimises minus the discriminator's loss.",
	Discriminator: func(real, fake *Node) *Node { return Mean(Softplus(Neg(Sub(real, fake)))) },
	Generator:     func(real, fake *Node) *Node { return Mean(Softplus(Neg(Sub(fake, real)))) },
	Judge:         midway,
}
