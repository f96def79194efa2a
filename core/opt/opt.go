// Package opt is the catalogue of optimisers and of schedules, both written in the graph: an optimiser turns parameters and
// gradients into updates, and a schedule turns a step into a factor.
//
// Hyperparameters are scalar nodes, so that turning a knob never recompiles. In formulas θ is a parameter, g its gradient and η
// the learning rate; all operations are element-wise.
package opt

import (
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// Hyper names a hyperparameter of an optimiser, as Specs spell it.
type Hyper string

// The hyperparameters.
const (
	Rate     Hyper = "lr"       // η
	Beta1    Hyper = "beta1"    // β₁, the memory of the gradient
	Beta2    Hyper = "beta2"    // β₂, the memory of its square
	Momentum Hyper = "momentum" // μ
	Decay    Hyper = "decay"    // w, weight decay
	Epsilon  Hyper = "eps"      // ε, what keeps a division by a root mean square finite where a gradient has always been zero
)

// Hypers are the values of hyperparameters: scalars.
type Hypers struct{ Rate, Beta1, Beta2, Momentum, Decay, Epsilon *Node }

// Optimiser is an optimiser in the catalogue.
type Optimiser struct {
	Key   string  // stable, in Specs and URLs: "adam"
	Label string  // for people: "Adam"
	Doc   string  // one sentence for people
	Uses  []Hyper // the hyperparameters that it reads
	// Step returns the updates of one parameter and of what the optimiser remembers about it, which it keeps in s under path.
	Step func(s *nn.Scope, path string, h Hypers, p, g *Node) []Update
}

// All is the catalogue, in the order of a menu.
var All = []Optimiser{Adam, AdamW, RMSProp, Adagrad, Adadelta, GradientDescent, HeavyBall, Nesterov, Optimistic}

// Find returns the optimiser with this key.
func Find(key string) (Optimiser, bool) {
	for _, o := range All {
		if o.Key == key {
			return o, true
		}
	}
	return Optimiser{}, false
}

// Minimise returns the updates of all parameters for one step down the loss. The optimiser's memory lies in s.
func (o Optimiser) Minimise(s *nn.Scope, h Hypers, loss *Node, params *nn.Scope) []Update {
	return o.Descend(s, h, Grad(loss, params.Nodes()...), params)
}

// Descend returns the updates of all parameters for one step down these gradients, one for each parameter.
func (o Optimiser) Descend(s *nn.Scope, h Hypers, grads []*Node, params *nn.Scope) []Update {
	var out []Update
	for i, p := range params.Variables() {
		out = append(out, o.Step(s, p.Path, h, p.Node, grads[i])...)
	}
	return dedupe(out)
}

// dedupe drops repeated updates of one variable: Adam's powers of β belong to the whole step and come up with every parameter.
func dedupe(us []Update) []Update {
	seen := map[*Node]bool{}
	var out []Update
	for _, u := range us {
		if !seen[u.Var] {
			seen[u.Var] = true
			out = append(out, u)
		}
	}
	return out
}

// memory is a state of an optimiser in the shape of a parameter, which starts at zero.
func memory(s *nn.Scope, path string, p *Node) *Node {
	return s.Variable(path, nn.Constant(0), p.Shape()...)
}

// blend is βm + (1-β)x, a moving average's next value.
func blend(beta, m, x *Node) *Node { return Add(Mul(beta, m), Mul(Sub(Scalar(1), beta), x)) }
