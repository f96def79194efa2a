package graph

import (
	"math"

	"ganvas/core/scalar"
)

// ElementwiseOp applies a function of lanes to every element. Its arguments and its result have one shape.
type ElementwiseOp struct{ Fn *scalar.Fn }

// String is the function's name.
func (e ElementwiseOp) String() string { return e.Fn.Name }

// The functions that are one lane operation, or two.
var (
	addFn   = lane("add", scalar.Add, func(x ...float64) float64 { return x[0] + x[1] })
	subFn   = lane("sub", scalar.Sub, func(x ...float64) float64 { return x[0] - x[1] })
	mulFn   = lane("mul", scalar.Mul, func(x ...float64) float64 { return x[0] * x[1] })
	divFn   = lane("div", scalar.Div, func(x ...float64) float64 { return x[0] / x[1] })
	minFn   = lane("min", scalar.Min, func(x ...float64) float64 { return math.Min(x[0], x[1]) })
	maxFn   = lane("max", scalar.Max, func(x ...float64) float64 { return math.Max(x[0], x[1]) })
	negFn   = lane("neg", scalar.Neg, func(x ...float64) float64 { return -x[0] })
	absFn   = lane("abs", scalar.Abs, func(x ...float64) float64 { return math.Abs(x[0]) })
	sqrtFn  = lane("sqrt", scalar.Sqrt, func(x ...float64) float64 { return math.Sqrt(x[0]) })
	floorFn = lane("floor", scalar.Floor, func(x ...float64) float64 { return math.Floor(x[0]) })
	equalFn = &scalar.Fn{
		Name: "equal", Arity: 2,
		Write: func(b *scalar.Builder, a []scalar.Ref) scalar.Ref {
			return b.Do(scalar.And, b.Do(scalar.Eq, a[0], a[1]), b.Const(1))
		},
		Exact: func(x ...float64) float64 { return choose(x[0] == x[1], 1, 0) },
	}
	// chooseFn is "where x < y, a, elsewhere b": the one function that comparisons and selections are made of.
	chooseFn = &scalar.Fn{
		Name: "choose", Arity: 4,
		Write: func(b *scalar.Builder, a []scalar.Ref) scalar.Ref {
			return b.Do(scalar.Select, b.Do(scalar.Lt, a[0], a[1]), a[2], a[3])
		},
		Exact: func(x ...float64) float64 { return choose(x[0] < x[1], x[2], x[3]) },
	}
)

// Elementwise lists every element-wise function, for tests to range over.
var Elementwise = []*scalar.Fn{
	addFn, subFn, mulFn, divFn, minFn, maxFn, negFn, absFn, sqrtFn, floorFn, equalFn, chooseFn,
	scalar.Exp, scalar.Log, scalar.Log1p, scalar.Sin, scalar.Cos, scalar.Tanh, scalar.Sigmoid, scalar.Softplus,
}

func lane(name string, op scalar.Op, exact func(...float64) float64) *scalar.Fn {
	return &scalar.Fn{
		Name: name, Arity: op.Operands(), Exact: exact,
		Write: func(b *scalar.Builder, a []scalar.Ref) scalar.Ref { return b.Do(op, a...) },
	}
}

func choose(c bool, a, b float64) float64 {
	if c {
		return a
	}
	return b
}

// back states the gradient of each element-wise function by its arguments, one case each.
func (e ElementwiseOp) back(n, g *Node) []*Node {
	x, zero := n.args, Scalar(0)
	switch e.Fn {
	case addFn:
		return []*Node{g, g}
	case subFn:
		return []*Node{g, Neg(g)}
	case mulFn:
		return []*Node{Mul(g, x[1]), Mul(g, x[0])}
	case divFn:
		return []*Node{Div(g, x[1]), Neg(Div(Mul(g, n), x[1]))}
	case minFn:
		// n < a exactly where b < a: asking the result and not b frees b before the backward pass. Max likewise.
		return []*Node{Choose(n, x[0], zero, g), Choose(n, x[0], g, zero)}
	case maxFn:
		return []*Node{Choose(x[0], n, zero, g), Choose(x[0], n, g, zero)}
	case chooseFn:
		return []*Node{nil, nil, Choose(x[0], x[1], g, zero), Choose(x[0], x[1], zero, g)}
	case negFn:
		return []*Node{Neg(g)}
	case absFn:
		return []*Node{Choose(x[0], zero, Neg(g), g)}
	case sqrtFn:
		// At 0 there is no slope; it counts as 0, and the division is by 1 there, so that a second derivative is a number too.
		some := Choose(zero, n, n, Scalar(1))
		return []*Node{Choose(zero, n, Div(Mul(Scalar(.5), g), some), zero)}
	case scalar.Exp:
		return []*Node{Mul(g, n)}
	case scalar.Log:
		return []*Node{Div(g, x[0])}
	case scalar.Log1p:
		return []*Node{Div(g, Add(Scalar(1), x[0]))}
	case scalar.Sin:
		return []*Node{Mul(g, Cos(x[0]))}
	case scalar.Cos:
		return []*Node{Neg(Mul(g, Sin(x[0])))}
	case scalar.Tanh:
		return []*Node{Mul(g, Sub(Scalar(1), Square(n)))}
	case scalar.Sigmoid:
		return []*Node{Mul(g, Mul(n, Sub(Scalar(1), n)))}
	case scalar.Softplus:
		return []*Node{Mul(g, Sigmoid(x[0]))}
	case floorFn, equalFn:
		return nil // flat wherever it is differentiable
	}
	panic("graph: no gradient for " + e.Fn.Name)
}

// apply broadcasts the arguments to one shape and applies f.
func apply(f *scalar.Fn, args ...*Node) *Node {
	shape := args[0].shape
	for _, a := range args[1:] {
		shape = broadcastShapes(f.Name, shape, a.shape)
	}
	n := newNode(ElementwiseOp{f}, shape, args...)
	for i, a := range args {
		n.args[i] = Broadcast(a, shape)
	}
	return n
}

// Add returns a + b.
func Add(a, b *Node) *Node { return apply(addFn, a, b) }

// Sub returns a - b.
func Sub(a, b *Node) *Node { return apply(subFn, a, b) }

// Mul returns a * b, element by element.
func Mul(a, b *Node) *Node { return apply(mulFn, a, b) }

// Div returns a / b.
func Div(a, b *Node) *Node { return apply(divFn, a, b) }

// Min returns the lesser; where they are equal, a.
func Min(a, b *Node) *Node { return apply(minFn, a, b) }

// Max returns the greater; where they are equal, a, which then gets the gradient.
func Max(a, b *Node) *Node { return apply(maxFn, a, b) }

// Choose returns a where x < y and b elsewhere. No gradient flows to x and y.
func Choose(x, y, a, b *Node) *Node { return apply(chooseFn, x, y, a, b) }

// Select returns a where cond > 0 and b elsewhere; comparisons give conditions of 1 and 0.
func Select(cond, a, b *Node) *Node { return Choose(Scalar(0), cond, a, b) }

// Less returns 1 where a < b, elsewhere 0.
func Less(a, b *Node) *Node { return Choose(a, b, Scalar(1), Scalar(0)) }

// LessEqual returns 1 where not b < a, elsewhere 0; so 1 where either is not a number.
func LessEqual(a, b *Node) *Node { return Choose(b, a, Scalar(0), Scalar(1)) }

// Equal returns 1 where a == b, elsewhere 0.
func Equal(a, b *Node) *Node { return apply(equalFn, a, b) }

// Neg returns -x.
func Neg(x *Node) *Node {
	if e, ok := x.op.(ElementwiseOp); ok && e.Fn == negFn {
		return x.args[0]
	}
	return apply(negFn, x)
}

// Abs returns |x|, whose gradient at 0 is taken from the right.
func Abs(x *Node) *Node { return apply(absFn, x) }

// Sqrt returns the square root, whose gradient at 0 counts as 0.
func Sqrt(x *Node) *Node { return apply(sqrtFn, x) }

// Floor returns the integer at or below x; its gradient is 0.
func Floor(x *Node) *Node { return apply(floorFn, x) }

// Exp returns e to the power x.
func Exp(x *Node) *Node { return apply(scalar.Exp, x) }

// Log returns the natural logarithm.
func Log(x *Node) *Node { return apply(scalar.Log, x) }

// Log1p returns log(1+x), accurate near 0.
func Log1p(x *Node) *Node { return apply(scalar.Log1p, x) }

// Sin returns the sine of x in radians.
func Sin(x *Node) *Node { return apply(scalar.Sin, x) }

// Cos returns the cosine of x in radians.
func Cos(x *Node) *Node { return apply(scalar.Cos, x) }

// Tanh returns the hyperbolic tangent.
func Tanh(x *Node) *Node { return apply(scalar.Tanh, x) }

// Sigmoid returns 1/(1+exp(-x)), the logistic function.
func Sigmoid(x *Node) *Node { return apply(scalar.Sigmoid, x) }

// Softplus returns log(1+exp(x)), accurate at both ends.
func Softplus(x *Node) *Node { return apply(scalar.Softplus, x) }

// Square returns x*x.
func Square(x *Node) *Node { return Mul(x, x) }

// Relu returns max(0, x), with gradient 0 at 0.
func Relu(x *Node) *Node { return Max(Scalar(0), x) }

// LeakyRelu returns x where x > 0 and slope*x elsewhere.
func LeakyRelu(x *Node, slope float32) *Node {
	// A factor, and not a selection of two products, so that the gradient is one product too.
	return Mul(x, Choose(Scalar(0), x, Scalar(1), Scalar(slope)))
}
