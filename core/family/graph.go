package family

import (
	"ganvas/core/data"
	"ganvas/core/experiment"
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/opt"
	"ganvas/core/random"
)

// First is a variable's first values, from the stream of its path under the given name. The same seed and name give the same values,
// whatever else there is.
func First(v nn.Variable, seed uint32, stream string) []float32 {
	values := make([]float32, v.Node.Shape().Len())
	v.Fill(random.New(seed, stream+"/"+v.Path), values)
	return values
}

// Vector joins scalars.
func Vector(xs ...*Node) *Node {
	out := make([]*Node, len(xs))
	for i, x := range xs {
		out[i] = Reshape(x, 1)
	}
	return Concat(0, out...)
}

// Join is a new slice of all updates.
func Join(parts ...[]Update) []Update {
	var out []Update
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// Size is the sum of absolute variables, which is not finite where one of them is not.
func Size(scopes ...*nn.Scope) *Node {
	sum := Scalar(0)
	for _, s := range scopes {
		for _, p := range s.Nodes() {
			sum = Add(sum, Sum(Abs(p)))
		}
	}
	return sum
}

// Stretched takes vectors [n, size] from training's units to the data's.
func Stretched(f data.Frame, v *Node) *Node { return Mul(v, Const(Shape{f.Size()}, f.Scale)) }

// InDataUnits takes points [n, size] from training's units to the data's.
func InDataUnits(f data.Frame, x *Node) *Node {
	return Add(Stretched(f, x), Const(Shape{f.Size()}, f.Centre))
}

// Hidden are the hidden layers that a Spec lists, with the activation of those that name none.
func Hidden(l experiment.Layers, activation string) (out []nn.Hidden) {
	for i := range l.Len() {
		h := l.At(i)
		key := activation
		if h.Activation != "" {
			key = h.Activation
		}
		act, _ := nn.FindActivation(key)
		out = append(out, nn.Hidden{Width: h.Width, Activation: act})
	}
	return out
}

// Averages returns the updates of moving averages of what these updates are about to change: of parameters, at their paths. beta is their
// memory, step how many steps have been done, scalars.
func Averages(averages *nn.Scope, beta, step *Node, params *nn.Scope, updates []Update) []Update {
	next := map[*Node]*Node{}
	for _, u := range updates {
		next[u.Var] = u.Value
	}
	return opt.Average(averages, opt.WarmUp(beta, step), params, next)
}
