package plot

import "math"

// Time is an axis of steps, from 0 to Steps: a square root, which gives the first tenth of a run a third of the axis, or linear.
type Time struct {
	Steps  float64
	Linear bool
}

// Share is how far along the axis a step lies, from 0; a step beyond the axis has more than 1.
func (t Time) Share(step float64) float64 {
	s := math.Max(0, step/t.Steps)
	if t.Linear {
		return s
	}
	return math.Sqrt(s)
}

// StepAt is the step at a share of the axis: Share's inverse, within the axis.
func (t Time) StepAt(share float64) float64 {
	s := math.Max(0, math.Min(share, 1))
	if !t.Linear {
		s *= s
	}
	return s * t.Steps
}

// Cell is the place of a small picture on an axis of time, in pixels from its left end: the picture is the one at Step or, where there is none, one
// from From to To.
type Cell struct {
	X              float64
	From, Step, To uint64
}

// Cells are as many squares of a side as fit along an axis of a width, at least a gap apart, from end to end.
func (t Time) Cells(width, side, gap float64) []Cell {
	n := int((width + gap) / (side + gap))
	if n < 2 || t.Steps <= 0 {
		return nil
	}
	cells := make([]Cell, n)
	apart := (width - side) / float64(n-1)
	for i := range cells {
		x := float64(i) * apart
		at := func(px float64) uint64 { return uint64(math.Round(t.StepAt(px / width))) }
		cells[i] = Cell{X: x, From: at(x - gap/2), Step: at(x + side/2), To: at(x + side + gap/2)}
	}
	cells[0].Step = 0 // the first picture is the beginning, whatever its middle says
	return cells
}
