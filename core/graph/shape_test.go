package graph_test

import (
	"errors"
	"strings"
	"testing"

	"ganvas/core/graph"
)

func TestShapeErrors(t *testing.T) {
	a, b, v := graph.Variable("a", 2, 3), graph.Variable("b", 4, 3), graph.Variable("v", 3)
	x, one := graph.Variable("x", 2, 4, 4, 2), [2]int{1, 1}
	for _, c := range []struct {
		name string
		f    func()
	}{
		{"add", func() { graph.Add(a, b) }},
		{"matmul", func() { graph.MatMul(a, b, false, false) }},
		{"matmul", func() { graph.MatMul(a, v, false, false) }},
		{"reshape", func() { graph.Reshape(a, 4, 2) }},
		{"reshape", func() { graph.Reshape(a, 4, -1) }},
		{"transpose", func() { graph.Transpose(a, 0, 0) }},
		{"transpose", func() { graph.Transpose(a, 0) }},
		{"transpose", func() { graph.Transpose(a, 0, 2) }},
		{"transpose", func() { graph.Transpose(a, -1, 0) }},
		{"concat", func() { graph.Concat(1, a, b) }},
		{"concat", func() { graph.Concat(2, a, a) }},
		{"concat", func() { graph.Concat(0, a, v) }},
		{"slice", func() { graph.Slice(a, []int{0, 0}, []int{2, 4}) }},
		{"slice", func() { graph.Slice(a, []int{0}, []int{2}) }},
		{"slice", func() { graph.Slice(a, []int{0, 0, 0}, []int{2, 3, 1}) }},
		{"pad", func() { graph.Pad(a, []int{0, 1}, graph.Shape{2, 3}) }},
		{"sum", func() { graph.Sum(a, 2) }},
		{"sum", func() { graph.Sum(a, 1, 1) }},
		{"gather", func() { graph.Gather(v, v) }},
		{"scatter", func() { graph.Scatter(a, v, 9) }},
		{"broadcast", func() { graph.Broadcast(a, graph.Shape{3}) }},
		{"constant", func() { graph.Const(graph.Shape{2}, []float32{1}) }},
		{"uniform", func() { graph.Uniform(graph.Key{Seed: v, Count: v}, "z", 2) }},
		{"grad", func() { graph.Grad(v, v) }},
		{"variable", func() { graph.Variable("w", 1<<40, 1<<40) }},
		{"variable", func() { graph.Variable("w", 2, -1) }},
		{"variable", func() { graph.ByteTable("w", 1<<40, 1<<40) }},
		{"broadcast", func() { graph.Broadcast(a, graph.Shape{1 << 50, 2, 3}) }},
		{"unfold", func() { graph.Unfold(a, graph.SquareWindow(1, 1, 0)) }},
		{"unfold", func() { graph.Unfold(x, graph.SquareWindow(8, 1, 1)) }},
		{"unfold", func() { graph.Unfold(x, graph.SquareWindow(0, 1, 0)) }},
		{"unfold", func() { graph.Unfold(x, graph.SquareWindow(2, -1, 0)) }},
		{"unfold", func() { graph.Unfold(x, graph.SquareWindow(2, 1, -1)) }},
		{"unfold", func() { graph.Unfold(x, graph.SquareWindow(1<<62, 1<<62, 1<<62)) }},
		{"unfold", func() { graph.Unfold(x, graph.Window{Kernel: [2]int{1 << 16, 1 << 16}, Pad: [2]int{1 << 16, 1 << 16}}) }},
		{"fold", func() { graph.Fold(x, graph.SquareWindow(2, 1, 0), 4, 4) }},
		{"fold", func() { graph.Fold(graph.Unfold(x, graph.SquareWindow(2, 1, 0)), graph.SquareWindow(2, 1, 0), 5, 4) }},
		{"convolve", func() { graph.Convolve(x, graph.Variable("k", 3, 3, 1, 4), one, one, one) }},
		{"convolve", func() { graph.Convolve(x, a, one, one, one) }},
		{"deconvolve", func() { graph.Deconvolve(x, graph.Variable("k", 3, 3, 4, 1), one, one, one, [2]int{}) }},
		{"deconvolve", func() { graph.Deconvolve(x, graph.Variable("k", 3, 3, 4, 2), one, one, one, one) }},
		{"deconvolve", func() { graph.Deconvolve(x, graph.Variable("k", 1, 1, 4, 2), one, [2]int{9, 9}, one, [2]int{}) }},
	} {
		var fault *graph.ShapeError
		if err := graph.Build(c.f); !errors.As(err, &fault) || !strings.HasPrefix(fault.Op, c.name) {
			t.Errorf("%s: got %v", c.name, err)
		}
	}
}

func TestWithinNamesTheLayer(t *testing.T) {
	err := graph.Build(func() {
		defer graph.Within("d")
		func() {
			defer graph.Within("layer2")
			graph.Add(graph.Variable("a", 2), graph.Variable("b", 3))
		}()
	})
	if err == nil || !strings.HasPrefix(err.Error(), "d/layer2: add of shapes") {
		t.Errorf("got %v", err)
	}
}

func TestBroadcastShapes(t *testing.T) {
	for _, c := range []struct{ a, b, want graph.Shape }{
		{graph.Shape{}, graph.Shape{2, 3}, graph.Shape{2, 3}},
		{graph.Shape{3}, graph.Shape{2, 1}, graph.Shape{2, 3}},
		{graph.Shape{1}, graph.Shape{}, graph.Shape{1}},
		{graph.Shape{2, 1, 4}, graph.Shape{3, 1}, graph.Shape{2, 3, 4}},
	} {
		got := graph.Add(graph.Variable("a", c.a...), graph.Variable("b", c.b...)).Shape()
		if got.String() != c.want.String() {
			t.Errorf("%v + %v = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// The largest window of all lies once in as many elements, and one that is larger nowhere.
func TestLargestWindow(t *testing.T) {
	const most = 1 << 16
	if n, why := (graph.Window{Kernel: [2]int{most, 1}}).Extent(0, most); n != 1 || why != "" {
		t.Errorf("%d places: %s", n, why)
	}
	if _, why := (graph.Window{Kernel: [2]int{most + 1, 1}}).Extent(0, most+1); why == "" {
		t.Error("a larger one is taken")
	}
}
