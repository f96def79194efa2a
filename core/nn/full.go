package nn

import (
	"fmt"

	"ganvas/core/graph"
)

// Full is a fully connected layer, [features] to [Out]. Its parameters are path/weight [features, Out] and path/bias [Out].
type Full struct {
	Out int
	Weights
}

// Kind implements Layer.
func (Full) Kind() string { return "fully connected" }

// Size implements Layer.
func (f Full) Size(in []int) (Size, error) {
	if len(in) != 1 {
		return Size{}, unfit(f, in, "a flatten before it", "it wants features in one row")
	}
	if f.Out < 1 || f.Out > maxNumbers {
		return Size{}, unfit(f, in, fmt.Sprintf("a width from 1 to %d", maxNumbers), "it has a width of %d", f.Out)
	}
	n := in[0] * f.Out
	return Size{[]int{f.Out}, f.learnt(n, f.Out), n}, nil
}

// Apply implements Layer.
func (f Full) Apply(p *Pass, path string, x *graph.Node) *graph.Node {
	in := x.Shape()[1]
	return f.biased(p, path, graph.MatMul(x, f.weight(p, path, in, f.Out, in, f.Out), false, false))
}
