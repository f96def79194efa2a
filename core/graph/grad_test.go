package graph_test

import (
	"fmt"
	"math"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/graph/exact"
	"ganvas/core/scalar"
)

// gradientCase is a function whose gradients are checked: shapes of its arguments, the interval that their values come from
// (away from kinks and poles), and the function.
type gradientCase struct {
	name   string
	shapes []graph.Shape
	lo, hi float64
	f      func(x ...*graph.Node) *graph.Node
}

func unary(name string, lo, hi float64, f func(*graph.Node) *graph.Node) gradientCase {
	return gradientCase{name, []graph.Shape{{2, 3}}, lo, hi, func(x ...*graph.Node) *graph.Node { return f(x[0]) }}
}

func binary(name string, lo, hi float64, f func(a, b *graph.Node) *graph.Node) gradientCase {
	return gradientCase{name, []graph.Shape{{2, 3}, {1, 3}}, lo, hi, func(x ...*graph.Node) *graph.Node { return f(x[0], x[1]) }}
}

func image(name string, shape graph.Shape, f func(*graph.Node) *graph.Node) gradientCase {
	return gradientCase{name, []graph.Shape{shape}, -1, 1, func(x ...*graph.Node) *graph.Node { return f(x[0]) }}
}

func product(name string, a, b graph.Shape, ta, tb bool) gradientCase {
	return gradientCase{name, []graph.Shape{a, b}, -1, 1, func(x ...*graph.Node) *graph.Node { return graph.MatMul(x[0], x[1], ta, tb) }}
}

var gradientCases = []gradientCase{
	binary("add", -1, 1, graph.Add), binary("sub", -1, 1, graph.Sub), binary("mul", -1, 1, graph.Mul),
	binary("div", .5, 2, graph.Div), binary("min", -1, 1, graph.Min), binary("max", -1, 1, graph.Max),
	unary("neg", -1, 1, graph.Neg), unary("abs below", -1, -.1, graph.Abs), unary("abs above", .1, 1, graph.Abs),
	unary("sqrt", .5, 2, graph.Sqrt), unary("exp", -1, 1, graph.Exp), unary("log", .5, 2, graph.Log),
	unary("log1p", -.4, 2, graph.Log1p), unary("sin", -2, 2, graph.Sin), unary("cos", -2, 2, graph.Cos),
	unary("tanh", -2, 2, graph.Tanh), unary("sigmoid", -2, 2, graph.Sigmoid), unary("softplus", -2, 2, graph.Softplus),
	unary("square", -1, 1, graph.Square), unary("relu above", .1, 1, graph.Relu), unary("relu below", -1, -.1, graph.Relu),
	unary("leaky relu above", .1, 1, func(x *graph.Node) *graph.Node { return graph.LeakyRelu(x, .2) }),
	unary("leaky relu below", -1, -.1, func(x *graph.Node) *graph.Node { return graph.LeakyRelu(x, .2) }),
	unary("floor", .1, .9, func(x *graph.Node) *graph.Node { return graph.Add(graph.Floor(x), graph.Square(x)) }),
	binary("equal", -1, 1, func(a, b *graph.Node) *graph.Node { return graph.Mul(graph.Equal(a, b), a) }),
	binary("choose", -1, 1, func(a, b *graph.Node) *graph.Node {
		return graph.Choose(a, b, graph.Square(a), graph.Mul(a, b))
	}),
	binary("select", -1, 1, func(a, b *graph.Node) *graph.Node { return graph.Select(graph.LessEqual(a, b), graph.Exp(a), b) }),
	product("matmul", graph.Shape{2, 3}, graph.Shape{3, 4}, false, false),
	product("matmul A'", graph.Shape{3, 2}, graph.Shape{3, 4}, true, false),
	product("matmul B'", graph.Shape{2, 3}, graph.Shape{4, 3}, false, true),
	product("matmul A'B'", graph.Shape{3, 2}, graph.Shape{4, 3}, true, true),
	product("outer product", graph.Shape{3, 1}, graph.Shape{1, 4}, false, false),
	product("outer product A'B'", graph.Shape{1, 3}, graph.Shape{4, 1}, true, true),
	unary("broadcast", -1, 1, func(x *graph.Node) *graph.Node { return graph.Broadcast(x, graph.Shape{4, 2, 3}) }),
	unary("sum rows", -1, 1, func(x *graph.Node) *graph.Node { return graph.Sum(x, 0) }),
	unary("sum all", -1, 1, func(x *graph.Node) *graph.Node { return graph.Sum(x) }),
	unary("mean", -1, 1, func(x *graph.Node) *graph.Node { return graph.Mean(x, 1) }),
	{"sum apart", []graph.Shape{{2, 3, 2}}, -1, 1, func(x ...*graph.Node) *graph.Node { return graph.Sum(x[0], 0, 2) }},
	unary("max over", -1, 1, func(x *graph.Node) *graph.Node { return graph.MaxOver(x, 1) }),
	unary("reshape", -1, 1, func(x *graph.Node) *graph.Node { return graph.Reshape(x, 3, -1) }),
	unary("transpose", -1, 1, func(x *graph.Node) *graph.Node { return graph.Transpose(x) }),
	{"transpose 3", []graph.Shape{{2, 3, 4}}, -1, 1, func(x ...*graph.Node) *graph.Node { return graph.Transpose(x[0], 1, 2, 0) }},
	binary("concat", -1, 1, func(a, b *graph.Node) *graph.Node { return graph.Concat(0, a, b, a) }),
	unary("slice", -1, 1, func(x *graph.Node) *graph.Node { return graph.Slice(x, []int{0, 1}, []int{2, 3}) }),
	unary("pad", -1, 1, func(x *graph.Node) *graph.Node { return graph.Pad(x, []int{1, 0}, graph.Shape{4, 5}) }),
	image("unfold", graph.Shape{2, 5, 4, 2}, func(x *graph.Node) *graph.Node {
		return graph.Unfold(x, graph.Window{Kernel: [2]int{3, 2}, Stride: [2]int{2, 1}, Pad: [2]int{1, 0}, Dilation: [2]int{1, 2}})
	}),
	image("unfold side by side", graph.Shape{1, 4, 6, 2}, func(x *graph.Node) *graph.Node { return graph.Unfold(x, graph.SquareWindow(2, 2, 0)) }),
	image("fold", graph.Shape{2, 3, 3, 3, 3, 1}, func(x *graph.Node) *graph.Node { return graph.Fold(x, graph.SquareWindow(3, 2, 1), 6, 5) }),
	image("fold side by side", graph.Shape{1, 2, 3, 2, 2, 2}, func(x *graph.Node) *graph.Node { return graph.Fold(x, graph.SquareWindow(2, 2, 0), 4, 6) }),
	{"convolve", []graph.Shape{{2, 4, 4, 2}, {3, 3, 2, 3}}, -1, 1, func(x ...*graph.Node) *graph.Node {
		return graph.Convolve(x[0], x[1], [2]int{2, 2}, [2]int{1, 1}, [2]int{1, 1})
	}},
	{"deconvolve", []graph.Shape{{2, 3, 2, 2}, {4, 4, 1, 2}}, -1, 1, func(x ...*graph.Node) *graph.Node {
		return graph.Deconvolve(x[0], x[1], [2]int{2, 2}, [2]int{1, 1}, [2]int{1, 1}, [2]int{})
	}},
	{"deconvolve to more", []graph.Shape{{1, 2, 2, 1}, {2, 3, 2, 1}}, -1, 1, func(x ...*graph.Node) *graph.Node {
		return graph.Deconvolve(x[0], x[1], [2]int{3, 2}, [2]int{0, 1}, [2]int{2, 1}, [2]int{2, 1})
	}},
	unary("gather", -1, 1, func(x *graph.Node) *graph.Node {
		return graph.Gather(x, graph.Const(graph.Shape{4}, []float32{1, 0, 1, 7}))
	}),
	unary("scatter", -1, 1, func(x *graph.Node) *graph.Node {
		return graph.Scatter(x, graph.Const(graph.Shape{2}, []float32{2, 2}), 4)
	}),
}

// Every function is squared before it is added up, so that the second order is not trivial, and checked at both orders
// against central differences in float64.
func TestGradients(t *testing.T) {
	for _, c := range gradientCases {
		t.Run(c.name, func(t *testing.T) {
			var xs []*graph.Node
			vars := exact.Env{}
			for i, s := range c.shapes {
				name := fmt.Sprint("x", i)
				xs = append(xs, graph.Variable(name, s...))
				vars["variable "+name] = spread(s.Len(), c.lo, c.hi, i)
			}
			y := weighted(graph.Square(c.f(xs...)), 0)
			first := graph.Grad(y, xs...)
			compare(t, "first order", y, first, c.shapes, vars)
			z := graph.Scalar(0)
			for i, g := range first {
				z = graph.Add(z, weighted(g, i+1))
			}
			compare(t, "second order", z, graph.Grad(z, xs...), c.shapes, vars)
		})
	}
}

// spread returns n different numbers in (lo, hi), in no simple order and never equal for different k.
func spread(n int, lo, hi float64, k int) []float64 {
	out := make([]float64, n)
	for i := range out {
		_, f := math.Modf(.618034*float64(i+1) + .271*float64(k+1))
		out[i] = lo + (hi-lo)*(.02+.96*f)
	}
	return out
}

// weighted adds up an array with fixed, unequal weights.
func weighted(x *graph.Node, k int) *graph.Node {
	w := make([]float32, x.Shape().Len())
	for i, v := range spread(len(w), -1, 1, k+7) {
		w[i] = float32(v)
	}
	return graph.Sum(graph.Mul(x, graph.Const(x.Shape(), w)))
}

func compare(t *testing.T, order string, y *graph.Node, grads []*graph.Node, shapes []graph.Shape, vars exact.Env) {
	t.Helper()
	got := vars.Eval(grads...)
	const h = 1e-5 // central differences: h² of truncation and 1e-16/h of rounding
	for i, s := range shapes {
		x := vars[fmt.Sprint("variable x", i)]
		for k := range s.Len() {
			was := x[k]
			x[k] = was + h
			up := vars.Scalar(y)
			x[k] = was - h
			down := vars.Scalar(y)
			x[k] = was
			want := (up - down) / (2 * h)
			if math.Abs(got[i][k]-want) > 1e-7*(1+math.Abs(want)) {
				t.Errorf("%s: by argument %d element %d: %.9g, finite difference %.9g", order, i, k, got[i][k], want)
			}
		}
	}
}

// The table has a case for every element-wise function.
func TestEveryElementwiseFunctionIsChecked(t *testing.T) {
	covered := map[*scalar.Fn]bool{}
	for _, c := range gradientCases {
		var xs []*graph.Node
		for i, s := range c.shapes {
			xs = append(xs, graph.Variable(fmt.Sprint("x", i), s...))
		}
		for _, n := range graph.Sorted(c.f(xs...)) {
			if e, ok := n.Op().(graph.ElementwiseOp); ok {
				covered[e.Fn] = true
			}
		}
	}
	for _, f := range graph.Elementwise {
		if !covered[f] {
			t.Errorf("no gradient case uses %s", f.Name)
		}
	}
}

func TestStopStopsGradients(t *testing.T) {
	x := graph.Variable("x", 3)
	g := graph.Grad(graph.Sum(graph.Mul(x, graph.Stop(graph.Exp(x)))), x)[0]
	at := exact.Env{"variable x": {-1, 0, 2}}
	for i, v := range at.Eval(g)[0] {
		if want := math.Exp(at["variable x"][i]); math.Abs(v-want) > 1e-15 {
			t.Errorf("element %d: %g, want exp(x) = %g", i, v, want)
		}
	}
}

func TestGradientOfWhatDoesNotDependIsZero(t *testing.T) {
	x, y := graph.Variable("x", 2), graph.Variable("y", 2)
	for _, v := range (exact.Env{"variable x": {1, 2}, "variable y": {3, 4}}).Eval(graph.Grad(graph.Sum(y), x)[0])[0] {
		if v != 0 {
			t.Errorf("got %g", v)
		}
	}
}

// Third derivatives come by the same rules: d³/dx³ of tanh is -2 sech²(1-3 tanh²)... at 0: -2.
func TestThirdOrder(t *testing.T) {
	x := graph.Variable("x")
	y := graph.Tanh(x)
	for range 3 {
		y = graph.Grad(y, x)[0]
	}
	if got := (exact.Env{"variable x": {0}}).Scalar(y); math.Abs(got+2) > 1e-12 {
		t.Errorf("tanh'''(0) = %g, want -2", got)
	}
}
