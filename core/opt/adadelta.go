package opt

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// Adadelta is of Zeiler (2012), with the learning rate that implementations add; ρ = β₂:
//
//	v ← ρv + (1-ρ)g²,  Δ = g·√(u+ε)/√(v+ε)
//	u ← ρu + (1-ρ)Δ²,  θ ← θ - ηΔ
//
// Its first steps have the size of √ε: it wants η near 1, and an ε of 1e-6 or more.
var Adadelta = Optimiser{
	Key: "adadelta", Label: "Adadelta", Doc: "The gradient in units of past steps over past gradients; it wants a learning rate near 1 and an ε of 1e-6.", Uses: []Hyper{Rate, Beta2, Epsilon},
	Step: func(s *nn.Scope, path string, h Hypers, p, g *Node) []Update {
		v, u := memory(s, path+"/square", p), memory(s, path+"/step", p)
		nextV := blend(h.Beta2, v, Square(g))
		step := Mul(g, Div(Sqrt(Add(u, h.Epsilon)), Sqrt(Add(nextV, h.Epsilon))))
		return []Update{{Var: v, Value: nextV}, {Var: u, Value: blend(h.Beta2, u, Square(step))}, {Var: p, Value: Sub(p, Mul(h.Rate, step))}}
	},
}
