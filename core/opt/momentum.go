package opt

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// HeavyBall is Polyak's momentum (1964): v ← μv + g, θ ← θ - ηv.
var HeavyBall = Optimiser{
	Key: "momentum", Label: "Momentum", Doc: "A heavy ball: a velocity gathers gradients.", Uses: []Hyper{Rate, Momentum},
	Step: func(s *nn.Scope, path string, h Hypers, p, g *Node) []Update {
		v := memory(s, path+"/velocity", p)
		next := Add(Mul(h.Momentum, v), g)
		return []Update{{Var: v, Value: next}, {Var: p, Value: Sub(p, Mul(h.Rate, next))}}
	},
}

// Nesterov is Nesterov's momentum as Sutskever et al. (2013) and PyTorch write it: v ← μv + g, θ ← θ - η(g + μv).
var Nesterov = Optimiser{
	Key: "nesterov", Label: "Nesterov", Doc: "Momentum that looks ahead along its velocity.", Uses: []Hyper{Rate, Momentum},
	Step: func(s *nn.Scope, path string, h Hypers, p, g *Node) []Update {
		v := memory(s, path+"/velocity", p)
		next := Add(Mul(h.Momentum, v), g)
		return []Update{{Var: v, Value: next}, {Var: p, Value: Sub(p, Mul(h.Rate, Add(g, Mul(h.Momentum, next))))}}
	},
}
