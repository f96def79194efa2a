package penalty

import . "ganvas/core/graph"

// R1 is of Mescheder et al. (2018), at the real samples: ½E|∇a(x)|². Its weight is their γ.
var R1 = Penalty{
	Key: "r1", Label: "R1", Symbol: "γ₁", Doc: "Pulls the discriminator's slope to zero at the real samples.",
	Of: func(a Critic, m Minibatch) *Node { return halfSlope(a, m.Real) },
}

// halfSlope is ½E|∇a(x)|².
func halfSlope(a Critic, x *Node) *Node { return Mul(Scalar(.5), Mean(squaredNorm(slope(a, x)))) }
