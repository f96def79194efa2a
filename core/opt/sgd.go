package opt

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// GradientDescent is θ ← θ - ηg.
var GradientDescent = Optimiser{
	Key: "sgd", Label: "Gradient descent", Doc: "Straight down the minibatch's gradient.", Uses: []Hyper{Rate},
	Step: func(_ *nn.Scope, _ string, h Hypers, p, g *Node) []Update {
		return []Update{{Var: p, Value: Sub(p, Mul(h.Rate, g))}}
	},
}
