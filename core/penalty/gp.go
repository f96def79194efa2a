package penalty

import . "ganvas/core/graph"

// GP is WGAN-GP's (Gulrajani et al., 2017): E(|∇a(x̂)|-1)², with x̂ = ux + (1-u)G between a real and a generated sample.
var GP = Penalty{
	Key: "gp", Label: "Gradient penalty", Symbol: "λ", Doc: "WGAN-GP: pulls the slope to 1 between real and generated samples.",
	Of: func(a Critic, m Minibatch) *Node {
		return Mean(Square(Sub(norm(slope(a, between(m))), Scalar(1))))
	},
}

// between is x̂ = ux + (1-u)G.
func between(m Minibatch) *Node {
	mix := m.Mix
	if axes := len(m.Real.Shape()); axes > 2 {
		shape := make([]int, axes)
		for i := range shape {
			shape[i] = 1
		}
		shape[0] = m.Real.Shape()[0]
		mix = Reshape(mix, shape...)
	}
	return Add(Mul(mix, m.Real), Mul(Sub(Scalar(1), mix), m.Fake))
}

// norm returns the length of every row: [n]. A square root of zero has no slope; 1e-12 more keeps the gradient finite where a flat
// discriminator's is zero, and is less than a float32 can tell at any length above 1e-3.
func norm(v *Node) *Node { return Sqrt(Add(squaredNorm(v), Scalar(1e-12))) }
