package opt

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// Adagrad is of Duchi et al. (2011): v ← v + g², θ ← θ - ηg/(√v + ε).
var Adagrad = Optimiser{
	Key: "adagrad", Label: "Adagrad", Doc: "The gradient over the root of the sum of all its squares.", Uses: []Hyper{Rate, Epsilon},
	Step: func(s *nn.Scope, path string, h Hypers, p, g *Node) []Update {
		v := memory(s, path+"/square", p)
		next := Add(v, Square(g))
		return []Update{{Var: v, Value: next}, {Var: p, Value: Sub(p, Div(Mul(h.Rate, g), Add(Sqrt(next), h.Epsilon)))}}
	},
}
