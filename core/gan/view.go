package gan

import (
	"ganvas/core/data"
	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/probe"
)

// view is how points are pictured: on the line that they are of, or in a plane, that of their first two columns where they have more.
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

// columns are the shown ones of points or vectors [n, size].
func (v view) columns(x *Node) *Node {
	if x.Shape()[1] == v.axes {
		return x
	}
	return family.Columns(x, 0, v.axes)
}

// rows are the shown columns of a list of points.
func (v view) rows(points []float32, size int) []float32 {
	if size == v.axes {
		return points
	}
	var out []float32
	for ; len(points) >= size; points = points[size:] {
		out = append(out, points[:v.axes]...)
	}
	return out
}

// grid is the points of the field, in the data's units: over the window of the shown columns, and in the middle of all others.
func (v view) grid(w data.Window, f data.Frame) []float32 {
	if v.axes == 1 {
		return family.Along(w, v.side)
	}
	shown := family.Grid(w, v.side)
	if f.Size() == v.axes {
		return shown
	}
	var out []float32
	for ; len(shown) > 0; shown = shown[v.axes:] {
		out = append(append(out, shown[:v.axes]...), f.Centre[v.axes:]...)
	}
	return out
}
