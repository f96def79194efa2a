package opt

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// Optimistic is optimistic mirror descent (Daskalakis et al., 2018), with h the gradient before: θ ← θ - η(2g - h), h ← g. It steps as if
// the gradient went on changing as it just did, which lets players settle on games around which plain descent circles.
var Optimistic = Optimiser{
	Key: "optimistic", Label: "Optimistic descent", Doc: "Gradient descent that foresees the gradient's change: it settles where plain descent circles.", Uses: []Hyper{Rate},
	Step: func(s *nn.Scope, path string, h Hypers, p, g *Node) []Update {
		before := memory(s, path+"/before", p)
		foreseen := Sub(Mul(Scalar(2), g), before)
		return []Update{{Var: before, Value: g}, {Var: p, Value: Sub(p, Mul(h.Rate, foreseen))}}
	},
}
