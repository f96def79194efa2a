package family

import (
	"ganvas/core/data"
	"ganvas/core/experiment"
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/opt"
	"ganvas/core/random"
	"ganvas/core/scalar"
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

// nothing is the logarithm of what is too little of a sum to change it, by a factor of a million. What is below counts as that, and has no gradient:
// exponentials of less would become numbers so small that processors take a hundred times as long for them.
const nothing = -30

// LogSumExp is log Σ exp along the last axis of [n, k], as [n], without overflow.
func LogSumExp(x *Node) *Node {
	top := Stop(MaxOver(x, 1))
	return Add(top, Log(Sum(Exp(Max(Sub(x, Reshape(top, -1, 1)), Scalar(nothing))), 1)))
}

// LogSoftmax is x [n, k] less LogSumExp of its rows.
func LogSoftmax(x *Node) *Node { return Sub(x, Reshape(LogSumExp(x), -1, 1)) }

// Pick draws a column of each row of logits [n, k] by uniform numbers [n], one-hot.
func Pick(logits, uniform *Node) *Node {
	k := logits.Shape()[1]
	below := LessEqual(Running(Exp(LogSoftmax(logits))), Reshape(uniform, -1, 1))
	index := Min(Sum(below, 1), Scalar(float32(k-1)))
	return Equal(Reshape(index, -1, 1), Reshape(Iota(k), 1, k))
}

// Running is the sums of x [n, k] along its rows, each with its own element.
func Running(x *Node) *Node {
	k := x.Shape()[1]
	upto := make([]float32, k*k)
	for i := range k {
		for j := i; j < k; j++ {
			upto[i*k+j] = 1
		}
	}
	return MatMul(x, Const(Shape{k, k}, upto), false, false)
}

// Column is a column of [n, k], as [n].
func Column(x *Node, i int) *Node { return Reshape(Columns(x, i, i+1), -1) }

// Columns are those from one to another, exclusive, of [n, k].
func Columns(x *Node, from, to int) *Node {
	return Slice(x, []int{0, from}, []int{x.Shape()[0], to})
}

// LogNormal is the logarithm of the standard normal density, summed over the rows of [n, d], as [n].
func LogNormal(x *Node) *Node {
	d := x.Shape()[1]
	return Sub(Mul(Scalar(-.5), Sum(Square(x), 1)), Scalar(float32(d)*halfLogTau))
}

// halfLogTau is ½ log 2π, what a standard normal density lacks of being exp(-x²/2).
const halfLogTau = .9189385

// LogOf is the logarithm that goes into programs: of a float32, with the same bits on every machine.
func LogOf(x float64) float32 { return scalar.Log.Of(float32(x)) }
