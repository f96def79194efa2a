package metric

import (
	"testing"

	"ganvas/core/data"
)

// Cells lie about the grid's points: each reaches half a step to both sides, and what is farther out lies in none.
func TestCellsLieAboutPoints(t *testing.T) {
	g := around(data.Window{Low: []float32{-1}, High: []float32{1}}, 5)
	for v, want := range map[float32]int{
		-1.26: -1, -1.25: 0, -1: 0, -.76: 0, -.74: 1, -.5: 1, 0: 2, .24: 2, .26: 3, 1: 4, 1.24: 4, 1.25: -1, 9: -1, -9: -1,
	} {
		if got := g.along(0, v); got != want {
			t.Errorf("%g lies in cell %d, want %d", v, got, want)
		}
	}
}
