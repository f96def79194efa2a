package loss

import . "ganvas/core/graph"

// Minimax is the zero-sum game of Goodfellow et al. (2014):
//
//	D minimises E sp(-a(x)) + E sp(a(G))
//	G minimises -E sp(a(G))
var Minimax = Game{
	Key: "mm", Label: "Minimax", Doc: "The original zero-sum game; the generator's gradient fades when the discriminator wins.",
	Discriminator: crossEntropy,
	Generator:     func(_, fake *Node) *Node { return Neg(Mean(Softplus(fake))) },
	Smooth:        smoothCrossEntropy,
	Judge:         logistic,
}

// crossEntropy is E sp(-a(x)) + E sp(a(G)), the logistic loss of telling real from generated.
func crossEntropy(real, fake *Node) *Node {
	return Add(Mean(Softplus(Neg(real))), Mean(Softplus(fake)))
}

// logistic judges by σ(a): logits are log odds.
func logistic(logit, _, _ *Node) *Node { return Sigmoid(logit) }

// midway judges by σ(a - m), with m midway between the mean logits of real and generated samples: for games in which only
// differences of logits count.
func midway(logit, real, fake *Node) *Node {
	return Sigmoid(Sub(logit, Mul(Scalar(.5), Add(real, fake))))
}
