package penalty

import . "ganvas/core/graph"

// R2 is of Mescheder et al. (2018), at the generated samples: ½E|∇a(G)|². Its weight is their γ.
var R2 = Penalty{
	Key: "r2", Label: "R2", Symbol: "γ₂", Doc: "Pulls the discriminator's slope to zero at the generated samples.",
	Of: func(a Critic, m Minibatch) *Node { return halfSlope(a, m.Fake) },
}
