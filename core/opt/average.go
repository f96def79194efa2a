package opt

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// Average returns the updates of a moving average of parameters, given the values that they are about to take: e ← βe + (1-β)θ. averages
// and next go by the parameters' paths, and the memory β is a scalar, 0 for no averaging.
func Average(averages *nn.Scope, beta *Node, params *nn.Scope, next map[*Node]*Node) []Update {
	var out []Update
	for _, p := range params.Variables() {
		e := averages.Variable(p.Path, p.Fill, p.Node.Shape()...)
		out = append(out, Update{Var: e, Value: blend(beta, e, next[p.Node])})
	}
	return out
}

// WarmUp bounds a moving average's memory at its t-th step, counted from 0: min(β, (1+t)/(10+t)), so that the average forgets the
// first weights soon.
func WarmUp(beta, t *Node) *Node {
	return Min(beta, Div(Add(Scalar(1), t), Add(Scalar(10), t)))
}
