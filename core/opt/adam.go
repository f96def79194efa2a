package opt

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// Adam is of Kingma and Ba (2015), at its t-th step:
//
//	m ← β₁m + (1-β₁)g,  v ← β₂v + (1-β₂)g²
//	θ ← θ - η·m/(1-β₁ᵗ) / (√(v/(1-β₂ᵗ)) + ε)
var Adam = Optimiser{
	Key: "adam", Label: "Adam", Doc: "Steps of about the learning rate: the gradient's mean over its root mean square.", Uses: []Hyper{Rate, Beta1, Beta2, Epsilon},
	Step: func(s *nn.Scope, path string, h Hypers, p, g *Node) []Update {
		updates, direction := adam(s, path, h, p, g)
		return append(updates, Update{Var: p, Value: Sub(p, Mul(h.Rate, direction))})
	},
}

// AdamW is of Loshchilov and Hutter (2019): Adam, and θ shrinks by ηwθ beside it.
var AdamW = Optimiser{
	Key: "adamw", Label: "AdamW", Doc: "Adam, with weights that shrink apart from the gradient.", Uses: []Hyper{Rate, Beta1, Beta2, Decay, Epsilon},
	Step: func(s *nn.Scope, path string, h Hypers, p, g *Node) []Update {
		updates, direction := adam(s, path, h, p, g)
		return append(updates, Update{Var: p, Value: Sub(p, Mul(h.Rate, Add(direction, Mul(h.Decay, p))))})
	},
}

// adam returns the updates of the moments, and m/(1-β₁ᵗ) / (√(v/(1-β₂ᵗ)) + ε).
//
// The powers of β are kept as running products, so that they stay right where a knob turns β midway: each step's share of the
// average's start is what its own β left of it.
func adam(s *nn.Scope, path string, h Hypers, p, g *Node) (updates []Update, direction *Node) {
	m, v := memory(s, path+"/mean", p), memory(s, path+"/square", p)
	power1, power2 := s.Variable("power1", nn.Constant(1)), s.Variable("power2", nn.Constant(1))
	nextM, nextV := blend(h.Beta1, m, g), blend(h.Beta2, v, Square(g))
	next1, next2 := Mul(power1, h.Beta1), Mul(power2, h.Beta2)
	// The corrections are scalars: multiplying by an inverse costs one division a step, not one an element.
	meanScale := Div(Scalar(1), Sub(Scalar(1), next1))
	squareScale := Div(Scalar(1), Sub(Scalar(1), next2))
	direction = Div(Mul(nextM, meanScale), Add(Sqrt(Mul(nextV, squareScale)), h.Epsilon))
	return []Update{{Var: power1, Value: next1}, {Var: power2, Value: next2}, {Var: m, Value: nextM}, {Var: v, Value: nextV}}, direction
}
