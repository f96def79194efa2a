package metric

import (
	"math"

	"ganvas/core/data"
)

// grid is cells of one size: so many along each axis of a box. Those along the first axis lie next to one another.
type grid struct {
	box  data.Window
	side int
}

// gridSide is the number of the grid's cells along each side of the target's window. In the plane it is GAN Lab's 30: 10,000 points put
// about 10 into each cell of a source that fills its window, and a ring's blob of width 0.1 spans several cells. On a line there is room for
// more, and in space for none: trees place cells there.
func gridSide(size int) int {
	if size == 1 {
		return 100
	}
	return 30
}

// around is cells about points, so many along each side of a window, both ends included.
func around(w data.Window, side int) grid {
	box := data.Window{Low: make([]float32, len(w.Low)), High: make([]float32, len(w.Low))}
	for k := range w.Low {
		half := (w.High[k] - w.Low[k]) / float32(2*(side-1))
		box.Low[k], box.High[k] = w.Low[k]-half, w.High[k]+half
	}
	return grid{box, side}
}

func (g grid) count() int {
	n := 1
	for range g.box.Low {
		n *= g.side
	}
	return n
}

func (g grid) of(point []float32) int {
	cell := 0
	for k := len(point) - 1; k >= 0; k-- {
		i := g.along(k, point[k])
		if i < 0 {
			return g.count()
		}
		cell = cell*g.side + i
	}
	return cell
}

// along is the place of a coordinate's cell on its axis, or -1.
func (g grid) along(axis int, v float32) int {
	low, high := g.box.Low[axis], g.box.High[axis]
	if !(v >= low && v < high) {
		return -1
	}
	return min(g.side-1, int(float64(v-low)/float64(high-low)*float64(g.side)))
}

// edges returns the grid's cuts by axis, with those of the outside.
func (g grid) edges() [][]float64 {
	out := make([][]float64, len(g.box.Low))
	for k := range out {
		low, high := float64(g.box.Low[k]), float64(g.box.High[k])
		e := make([]float64, g.side+3)
		for i := range g.side + 1 {
			e[i+1] = low + (high-low)*float64(i)/float64(g.side)
		}
		e[0], e[g.side+2] = math.Inf(-1), math.Inf(1)
		out[k] = e
	}
	return out
}

// masses are the probabilities of the cells, the outside's last, where a source knows them.
func (g grid) masses(s data.Massed) []float64 { return g.pool(s.Mass(g.edges()...)) }

// pool keeps the inner cells of a grid with a border, and adds the border up into one last cell. Far from a sharp source masses
// underflow: half of the least float64 is zero, which a divergence would divide by. So what is below 1e-300 counts as none.
func (g grid) pool(bordered []float64) []float64 {
	cells, outside := make([]float64, 0, g.count()+1), 0.0
	for i, v := range bordered {
		if v < 1e-300 {
			v = 0
		}
		inner := true
		for range g.box.Low {
			place := i % (g.side + 2)
			inner = inner && place > 0 && place <= g.side
			i /= g.side + 2
		}
		if inner {
			cells = append(cells, v)
		} else {
			outside += v
		}
	}
	return append(cells, outside)
}
