package plan

import (
	"slices"
	"testing"

	"ganvas/core/graph"
)

// Axes are of one run where nothing that is kept lies between them: kept axes of one element do not count.
func TestLastRun(t *testing.T) {
	for _, c := range []struct {
		shape graph.Shape
		axes  []int
		want  []int
	}{
		{graph.Shape{2}, []int{0}, []int{0}},
		{graph.Shape{2, 3}, []int{0, 1}, []int{0, 1}},
		{graph.Shape{2, 3, 4}, []int{0, 2}, []int{2}},
		{graph.Shape{2, 1, 4}, []int{0, 2}, []int{0, 2}},
		{graph.Shape{2, 3, 1, 4}, []int{0, 3}, []int{3}},
		{graph.Shape{2, 1, 3, 4}, []int{0, 3}, []int{3}},
		{graph.Shape{2, 1, 1, 4}, []int{0, 3}, []int{0, 3}},
		{graph.Shape{2, 3, 4, 5}, []int{0, 2, 3}, []int{2, 3}},
		{graph.Shape{2, 3, 4, 5}, []int{0, 1, 3}, []int{3}},
		{graph.Shape{2, 3, 4, 5, 6}, []int{0, 2, 4}, []int{4}},
		{graph.Shape{2, 3, 4, 5, 6}, []int{1, 2, 4}, []int{4}},
	} {
		if got := lastRun(c.axes, c.shape); !slices.Equal(got, c.want) {
			t.Errorf("axes %v of %v: the last run is %v, want %v", c.axes, c.shape, got, c.want)
		}
	}
}
