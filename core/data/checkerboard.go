package data

import (
	"math"

	"ganvas/core/random"
)

// Checkerboard is uniform over the eight dark squares of a board of four by four unit squares about the origin.
var Checkerboard Massed = checkerboard{}

type checkerboard struct{}

// Sample implements Source.
func (b checkerboard) Sample(r *random.Source, dst []float32) {
	b.SampleLabelled(r, dst, make([]float32, len(dst)/2))
}

// SampleLabelled implements Classed: a point's class is its square.
func (checkerboard) SampleLabelled(r *random.Source, dst, labels []float32) {
	for i := range labels {
		k := r.IntN(8)
		x0, y0 := darkSquare(k)
		dst[2*i], dst[2*i+1] = float32(x0)+float32(r.Float32()), float32(y0)+float32(r.Float32())
		labels[i] = float32(k)
	}
}

// Classes implements Classed.
func (checkerboard) Classes() int { return 8 }

// Class implements Labelled: the square whose middle is nearest.
func (checkerboard) Class(at ...float64) int {
	best, least := 0, math.Inf(1)
	for k := range 8 {
		x0, y0 := darkSquare(k)
		dx, dy := at[0]-x0-.5, at[1]-y0-.5
		if d := float64(dx*dx) + float64(dy*dy); d < least {
			best, least = k, d
		}
	}
	return best
}

// darkSquare returns the lower left corner of dark square k, two in each row.
func darkSquare(k int) (x, y float64) {
	row := k / 2
	return float64(2*(k%2)+row%2) - 2, float64(row) - 2
}

// Scale implements Source: each coordinate is uniform on [-2, 2].
func (checkerboard) Scale() float32 { return 1.1547 }

// Density implements Dense.
func (checkerboard) Density(at ...float64) float64 {
	x, y := at[0], at[1]
	for k := range 8 {
		if x0, y0 := darkSquare(k); x0 <= x && x < x0+1 && y0 <= y && y < y0+1 {
			return 1. / 8
		}
	}
	return 0
}

// Mass implements Massed: the areas of the dark squares' parts in the cells.
func (checkerboard) Mass(edges ...[]float64) []float64 {
	xs, ys := edges[0], edges[1]
	px, py := make([]float64, len(xs)-1), make([]float64, len(ys)-1)
	cells := make([]float64, len(px)*len(py))
	for k := range 8 {
		x0, y0 := darkSquare(k)
		overlap(px, xs, x0)
		overlap(py, ys, y0)
		outer(cells, [][]float64{px, py}, 1./8)
	}
	return cells
}

// overlap writes the lengths of [a, a+1] between the edges.
func overlap(p, edges []float64, a float64) {
	for i := range p {
		p[i] = max(0, min(edges[i+1], a+1)-max(edges[i], a))
	}
}
