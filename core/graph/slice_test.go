package graph_test

import (
	"slices"
	"testing"

	"ganvas/core/graph"
)

// A slice may be all, a part, or nothing.
func TestSliceShapes(t *testing.T) {
	a := graph.Variable("a", 3, 4)
	for _, c := range []struct{ start, end, want []int }{
		{[]int{0, 0}, []int{3, 4}, []int{3, 4}},
		{[]int{1, 2}, []int{3, 3}, []int{2, 1}},
		{[]int{1, 2}, []int{1, 4}, []int{0, 2}},
	} {
		var got graph.Shape
		if err := graph.Build(func() { got = graph.Slice(a, c.start, c.end).Shape() }); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("from %v to %v: %v (%v), want %v", c.start, c.end, got, err, c.want)
		}
	}
}
