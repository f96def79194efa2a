package penalty

import . "ganvas/core/graph"

// OneSided is WGAN-GP's one-sided variant: E relu(|∇a(x̂)|-1)², with x̂ as in GP.
var OneSided = Penalty{
	Key: "gp1", Label: "Gradient penalty, one-sided", Symbol: "λ₁", Doc: "As WGAN-GP, but only slopes above 1 are pulled.",
	Of: func(a Critic, m Minibatch) *Node {
		return Mean(Square(Relu(Sub(norm(slope(a, between(m))), Scalar(1)))))
	},
}
