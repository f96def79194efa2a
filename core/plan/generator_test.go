package plan_test

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"ganvas/core/graph"
)

// generator grows random graphs whose values stay of moderate size.
type generator struct {
	t       *rapid.T
	smooth  bool // only continuous functions, about which float32 and float64 agree but for rounding
	nodes   []*graph.Node
	leaves  []*graph.Node
	values  map[string][]float32
	written map[*graph.Node]bool
}

func newGenerator(t *rapid.T, smooth bool) *generator {
	g := &generator{t: t, smooth: smooth, values: map[string][]float32{}, written: map[*graph.Node]bool{}}
	for i := range rapid.IntRange(1, 4).Draw(t, "leaves") {
		shape := rapid.SliceOfN(rapid.IntRange(1, 5), 0, 3).Draw(t, "shape")
		name := fmt.Sprint("leaf", i)
		n := graph.Variable(name, shape...)
		for range n.Shape().Len() {
			// Sixteenths: sums of few products are exact, and float64 agrees about every comparison.
			g.values[name] = append(g.values[name], float32(rapid.IntRange(-32, 32).Draw(t, "x"))/16)
		}
		g.leaves = append(g.leaves, n)
	}
	g.nodes = append(g.nodes, g.leaves...)
	return g
}

func (g *generator) pick(label string) *graph.Node {
	return rapid.SampledFrom(g.nodes).Draw(g.t, label)
}

// grow adds one node, or none where the drawn operation does not fit the drawn arguments.
func (g *generator) grow() {
	a, b := g.pick("a"), g.pick("b")
	var n *graph.Node
	err := graph.Build(func() { n = g.apply(rapid.IntRange(0, 21).Draw(g.t, "op"), a, b) })
	if err == nil && n.Shape().Len() <= 400 {
		g.nodes = append(g.nodes, n)
	}
}

func (g *generator) apply(op int, a, b *graph.Node) *graph.Node {
	dim := func(n *graph.Node) int { return rapid.IntRange(0, max(0, len(n.Shape())-1)).Draw(g.t, "axis") }
	switch op {
	case 0:
		return graph.Add(a, b)
	case 1:
		return graph.Sub(a, b)
	case 2, 3:
		return graph.Tanh(graph.Mul(a, b))
	case 4:
		return graph.Relu(a)
	case 5:
		return graph.LeakyRelu(a, .25)
	case 6:
		return graph.Sigmoid(a)
	case 7:
		return graph.Softplus(a)
	case 8:
		if g.smooth {
			return graph.Max(a, b)
		}
		return graph.Choose(a, b, b, a)
	case 9, 10:
		return graph.Tanh(graph.MatMul(a, b, rapid.Bool().Draw(g.t, "ta"), rapid.Bool().Draw(g.t, "tb")))
	case 11:
		return graph.Mean(a, dim(a))
	case 12:
		return graph.Mean(a)
	case 13:
		return graph.Transpose(a)
	case 14:
		return graph.Reshape(a, -1)
	case 15:
		return graph.Concat(dim(a), a, b)
	case 16:
		end := append([]int(nil), a.Shape()...)
		start := make([]int, len(end))
		if len(end) > 0 {
			d := dim(a)
			start[d] = rapid.IntRange(0, end[d]-1).Draw(g.t, "start")
		}
		return graph.Slice(a, start, end)
	case 17:
		shape := append(graph.Shape(nil), a.Shape()...)
		start := make([]int, len(shape))
		if len(shape) > 0 {
			d := dim(a)
			start[d], shape[d] = 1, shape[d]+2
		}
		return graph.Pad(a, start, shape)
	case 18:
		return graph.Reshape(a, append(append([]int(nil), a.Shape()...), 1)...)
	case 19:
		return graph.Gather(a, graph.Const(graph.Shape{3}, []float32{0, 2, 1}))
	case 20:
		return graph.MaxOver(a, dim(a))
	}
	return graph.Broadcast(a, graph.Shape{2, 3})
}

// updates grows a graph and stores some of its values and gradients, in new variables and over the leaves.
func (g *generator) updates() []graph.Update {
	for range rapid.IntRange(1, 25).Draw(g.t, "nodes") {
		g.grow()
	}
	var out []graph.Update
	for i := range rapid.IntRange(1, 4).Draw(g.t, "updates") {
		v := g.pick("result")
		if !g.smooth && rapid.Bool().Draw(g.t, "gradient") {
			v = graph.Grad(graph.Sum(graph.Square(v)), g.leaves[0])[0]
		}
		out = append(out, graph.Update{Var: graph.Variable(fmt.Sprint("out", i), v.Shape()...), Value: v})
		if l := g.leafLike(v); l != nil && rapid.Bool().Draw(g.t, "in place") {
			g.written[l] = true
			out = append(out, graph.Update{Var: l, Value: v})
		}
	}
	return out
}

// leafLike returns a leaf of v's shape that is not written yet, or nil.
func (g *generator) leafLike(v *graph.Node) *graph.Node {
	for _, l := range g.leaves {
		if slices.Equal(l.Shape(), v.Shape()) && !g.written[l] {
			return l
		}
	}
	return nil
}
