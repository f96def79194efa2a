package kerneltest

import (
	"fmt"

	"pgregory.net/rapid"

	"ganvas/core/graph"
	"ganvas/core/plan"
)

// Images draws a small network of convolutions and what surrounds them, and returns its result's, its gradients' and a gradient penalty's
// gradients as updates of variables, with the first values of what it reads. Smooth leaves out functions about which float32 and
// float64 disagree by more than rounding.
func Images(t *rapid.T, smooth bool) ([]graph.Update, map[string][]float32) {
	g := &images{T: t, smooth: smooth, values: map[string][]float32{}}
	x := g.leaf("x", g.between("images", 1, 3), g.between("height", 1, 9), g.between("width", 1, 9), g.channels())
	y := x
	for range g.between("layers", 1, 3) {
		var next *graph.Node
		if graph.Build(func() { next = g.layer(y) }) == nil && next.Shape().Len() <= 6000 {
			y = next
		}
	}
	loss := graph.Mean(graph.Square(y))
	first := graph.Grad(loss, append(g.weights, x)...)
	penalty := graph.Sum(graph.Square(first[len(first)-1]))
	updates := []graph.Update{{Var: graph.Variable("y", y.Shape()...), Value: y}}
	for i, n := range append(first, graph.Grad(penalty, append(g.weights, x)...)...) {
		updates = append(updates, graph.Update{Var: graph.Variable(fmt.Sprint("gradient", i), n.Shape()...), Value: n})
	}
	return updates, g.values
}

// images draws layers.
type images struct {
	*rapid.T
	smooth  bool
	weights []*graph.Node
	values  map[string][]float32
}

func (g *images) between(what string, lo, hi int) int { return rapid.IntRange(lo, hi).Draw(g.T, what) }

// channels draws few channels, with those about the widths of vectors and tiles.
func (g *images) channels() int {
	return rapid.SampledFrom([]int{1, 2, 3, 4, 5, 8, 9, 13}).Draw(g.T, "channels")
}

// leaf is a variable of sixteenths, about which sums of few products are exact.
func (g *images) leaf(name string, shape ...int) *graph.Node {
	n := graph.Variable(name, shape...)
	if n.Shape().Len() > 20000 {
		panic(&graph.ShapeError{Op: name, Why: "too large for a test"})
	}
	seed := uint32(g.between("values", 0, 1<<20))
	for range n.Shape().Len() {
		seed = seed*1664525 + 1013904223
		g.values[name] = append(g.values[name], float32(int(seed>>27)-16)/32)
	}
	return n
}

// weight is a leaf by which gradients are taken.
func (g *images) weight(shape ...int) *graph.Node {
	w := g.leaf(fmt.Sprint("w", len(g.weights)), shape...)
	g.weights = append(g.weights, w)
	return w
}

func (g *images) pair(what string, lo, hi int) [2]int {
	return [2]int{g.between(what, lo, hi), g.between(what, lo, hi)}
}

// layer draws one layer on x, [N, H, W, C].
func (g *images) layer(x *graph.Node) *graph.Node {
	c := x.Shape()[3]
	kernel, stride, pad, dilation := g.pair("kernel", 1, 4), g.pair("stride", 1, 3), g.pair("pad", 0, 2), g.pair("dilation", 1, 2)
	window := graph.Window{Kernel: kernel, Stride: stride, Pad: pad, Dilation: dilation}
	switch g.between("layer", 0, 5) {
	case 0, 1:
		o := g.channels()
		y := graph.Convolve(x, g.weight(kernel[0], kernel[1], c, o), stride, pad, dilation)
		return g.activation(graph.Add(y, g.weight(o)))
	case 2, 3:
		o := g.channels()
		more := [2]int{g.between("more", 0, stride[0]-1), g.between("more", 0, stride[1]-1)}
		y := graph.Deconvolve(x, g.weight(kernel[0], kernel[1], o, c), stride, pad, dilation, more)
		return g.activation(graph.Add(y, g.weight(o)))
	case 4:
		u := graph.Unfold(x, window)
		y := graph.Mean(u, 3, 4)
		if !g.smooth {
			y = graph.MaxOver(u, 3, 4)
		}
		return y
	}
	// A fold of what is no product.
	u := graph.Unfold(x, window)
	return graph.Fold(graph.Tanh(graph.Mul(u, graph.Scalar(.5))), window, x.Shape()[1], x.Shape()[2])
}

func (g *images) activation(x *graph.Node) *graph.Node {
	switch g.between("activation", 0, 2) {
	case 0:
		return x
	case 1:
		return graph.Tanh(x)
	}
	if g.smooth {
		return graph.Softplus(x)
	}
	return graph.LeakyRelu(x, .2)
}

// Compiled is the case of a graph: its program from the given values.
func Compiled(t rapid.TB, name string, updates []graph.Update, values map[string][]float32) Case {
	t.Helper()
	p, err := plan.Compile([]graph.Procedure{{Name: name, Updates: updates}}, []plan.Call{{Name: name, Procedures: []string{name}}})
	if err != nil {
		t.Fatal(err)
	}
	arena := make([]float32, p.Size)
	for _, d := range p.Data {
		copy(arena[d.Offset:], d.Values)
	}
	for _, s := range p.Slots {
		copy(arena[s.Offset:], values[s.Name])
	}
	all := plan.Slot{Name: "arena", Shape: []int{p.Size}, Len: p.Size}
	p.Slots = append([]plan.Slot{all}, p.Slots...)
	return Case{name, p, arena}
}
