package opt

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// RMSProp is of Hinton's lectures (2012): v ← β₂v + (1-β₂)g², θ ← θ - ηg/(√v + ε).
var RMSProp = Optimiser{
	Key: "rmsprop", Label: "RMSProp", Doc: "The gradient over its running root mean square.", Uses: []Hyper{Rate, Beta2, Epsilon},
	Step: func(s *nn.Scope, path string, h Hypers, p, g *Node) []Update {
		v := memory(s, path+"/square", p)
		next := blend(h.Beta2, v, Square(g))
		return []Update{{Var: v, Value: next}, {Var: p, Value: Sub(p, Div(Mul(h.Rate, g), Add(Sqrt(next), h.Epsilon)))}}
	},
}
