// Package penalty is the catalogue of regularisers, each a scalar that is added to a player's loss. The discriminator's are All, the
// generator's OfGenerator; Consensus is both players'.
//
// All of the discriminator's hold ∇a, the gradient of the logit by the discriminator's input. Each has one weight, by which the trainer
// multiplies what is here, and which turns it off at 0.
package penalty

import . "ganvas/core/graph"

// Critic returns the logits [n, 1] of n samples [n, ...], each of its own sample. Where features of the minibatch join them (nn.BatchFeature), a
// slope is that of the sum of all logits, as progressive GANs and StyleGAN penalise it.
type Critic func(x *Node) *Node

// Minibatch is what penalties look at.
type Minibatch struct {
	Real, Fake *Node // n samples each: [n, ...]
	// Mix are n independent numbers, uniform in [0, 1): [n, 1].
	Mix *Node
}

// Penalty is a regulariser in the catalogue.
type Penalty struct {
	Key    string // stable, in Specs and URLs: "r1"
	Label  string // for people: "R1"
	Symbol string // of the weight
	Doc    string // one sentence for people
	// Of is the penalty of weight 1, a scalar.
	Of func(a Critic, m Minibatch) *Node
}

// All is the catalogue, in the order of a menu.
var All = []Penalty{R1, R2, GP, OneSided}

// slope returns ∇a at n points, in their shape. Logits do not mix samples, so the gradient of their sum is each one's own.
func slope(a Critic, x *Node) *Node { return Grad(Sum(a(x)), x)[0] }

// squaredNorm returns the squared length of each of n vectors, over all axes but the first: [n].
func squaredNorm(v *Node) *Node {
	if len(v.Shape()) > 2 {
		v = Reshape(v, v.Shape()[0], -1)
	}
	return Sum(Square(v), 1)
}
