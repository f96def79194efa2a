package opt

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// epsilon keeps a division by a root mean square finite where a gradient has always been zero.
const epsilon = 1e-8

// RMSProp is of Hinton's lectures (2012): v ← β₂v + (1-β₂)g², θ ← θ - ηg/(√v + ε).
var RMSProp = Optimiser{
	Key: "rmsprop", Label: "RMSProp", Doc: "The gradient over its running root mean square.", Uses: []Hyper{Rate, Beta2},
	Step: func(s *nn.Scope, path string, h Hypers, p, g *Node) []Update {
		v := memory(s, path+"/square", p)
		next := blend(h.Beta2, v, Square(g))
		return []Update{{Var: v, Value: next}, {Var: p, Value: Sub(p, Div(Mul(h.Rate, g), Add(Sqrt(next), Scalar(epsilon))))}}
	},
}
