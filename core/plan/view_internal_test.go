package plan

import (
	"slices"
	"testing"

	"ganvas/core/graph"
)

func TestReshaped(t *testing.T) {
	for _, c := range []struct {
		from    graph.Shape
		strides []int
		to      graph.Shape
		want    []int
	}{
		{graph.Shape{6}, []int{1}, graph.Shape{2, 3}, []int{3, 1}},
		{graph.Shape{2, 3}, []int{3, 1}, graph.Shape{6}, []int{1}},
		{graph.Shape{2, 3}, []int{1, 2}, graph.Shape{6}, nil},
		{graph.Shape{2, 3}, []int{1, 2}, graph.Shape{2, 1, 3}, []int{1, 0, 2}},
		{graph.Shape{4, 6}, []int{12, 2}, graph.Shape{4, 2, 3}, []int{12, 6, 2}},
		{graph.Shape{4, 6}, []int{6, 1}, graph.Shape{8, 3}, []int{3, 1}},
		{graph.Shape{4, 6}, []int{7, 1}, graph.Shape{8, 3}, []int{}},
		{graph.Shape{4, 6}, []int{0, 1}, graph.Shape{24}, nil},
		{graph.Shape{4, 6}, []int{0, 0}, graph.Shape{24}, []int{0}},
		{graph.Shape{1, 5}, []int{0, 3}, graph.Shape{5}, []int{3}},
		{graph.Shape{}, []int{}, graph.Shape{1, 1}, []int{0, 0}},
		{graph.Shape{2, 3, 4}, []int{12, 4, 1}, graph.Shape{4, 6}, []int{6, 1}},
		{graph.Shape{3, 4}, []int{4, 1}, graph.Shape{2, 2, 3}, []int{6, 3, 1}},
	} {
		got := reshaped(c.from, c.strides, c.to)
		if c.want != nil && len(c.want) == 0 {
			// 4x6 with padded rows as 8x3: rows of 3 within rows of 6 are no single stride.
			c.want = nil
		}
		if !slices.Equal(got, c.want) || (got == nil) != (c.want == nil) {
			t.Errorf("reshaped(%v, %v, %v) = %v, want %v", c.from, c.strides, c.to, got, c.want)
		}
	}
}
