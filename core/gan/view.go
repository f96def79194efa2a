package gan

import (
	"ganvas/core/data"
	"ganvas/core/family"
	"ganvas/core/probe"
)

// view is how points are pictured: on the line that they are of, or in a plane, where they have more columns that of axes.
type view struct {
	axes int // shown columns
	side int // points along each axis of the field
	// of the best discriminator: how many points tell what the generator's distribution is, and at how many of either kind D's value is measured
	optimalPoints, valuePoints int

	samples, field, descent, manifold, optimal string // the names of probes
}

var (
	onPlane = view{2, fieldSize, 10 * sampleRows, 2 * fieldSize * fieldSize,
		probe.Samples, probe.Field, probe.Descent, probe.Manifold, probe.Optimal}
	onLine = view{1, lineSize, 80 * sampleRows, 16 * lineSize,
		probe.LineSamples, probe.LineField, probe.LineDescent, probe.LineMap, probe.LineOptimal}
)

func viewOf(size int) view {
	if size == 1 {
		return onLine
	}
	return onPlane
}

// cells is how many points the field has.
func (v view) cells() int {
	n := v.side
	for range v.axes - 1 {
		n *= v.side
	}
	return n
}

// fieldShape is the field's, and pointShape that of points: on a line they are numbers.
func (v view) fieldShape() []int {
	if v.axes == 1 {
		return []int{v.side}
	}
	return []int{v.side, v.side}
}

func (v view) pointShape(n ...int) []int {
	if v.axes == 1 {
		return n
	}
	return append(n, v.axes)
}

// grid is the points of the field of data of as many columns as are shown, in the data's units, over the window.
func (v view) grid(w data.Window) []float32 {
	if v.axes == 1 {
		return family.Along(w, v.side)
	}
	return family.Grid(w, v.side)
}
