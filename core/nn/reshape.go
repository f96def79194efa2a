package nn

import (
	"fmt"

	"ganvas/core/graph"
)

// Flatten lays a sample out as one row of features, whatever its shape.
type Flatten struct{}

// Kind implements Layer.
func (Flatten) Kind() string { return "flatten" }

// Size implements Layer.
func (Flatten) Size(in []int) (Size, error) { return same([]int{elements(in)}, 0), nil }

// Apply implements Layer.
func (Flatten) Apply(_ *Pass, _ string, x *graph.Node) *graph.Node {
	return graph.Reshape(x, x.Shape()[0], elements(x.Shape()[1:]))
}

// Reshape gives a sample another shape of as many numbers, in the same order.
type Reshape struct{ Shape []int }

// Kind implements Layer.
func (Reshape) Kind() string { return "reshape" }

// Size implements Layer.
func (r Reshape) Size(in []int) (Size, error) {
	for _, n := range r.Shape {
		if n < 1 || n > 1<<20 {
			return Size{}, unfit(r, in, "lengths from 1 to 1048576", "%v has a length of %d", r.Shape, n)
		}
	}
	if n, want := elements(in), elements(r.Shape); n != want {
		return Size{}, unfit(r, in, fmt.Sprintf("a layer of %d numbers before it", want), "%v holds %d numbers, not %d", r.Shape, want, n)
	}
	return same(r.Shape, 0), nil
}

// Apply implements Layer.
func (r Reshape) Apply(_ *Pass, _ string, x *graph.Node) *graph.Node {
	return graph.Reshape(x, batched(x.Shape()[0], r.Shape...)...)
}
