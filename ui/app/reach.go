package app

import (
	"ganvas/core/picture"
	"ganvas/core/probe"
	"ganvas/ui/plot"
)

// Reach is the scale of the field's colours: full at 1/2 less and 1/2 plus Of, one of plot.Reaches, or 0 before there is a field. It changes at most
// once a second, so that colours can be compared from one moment to the next.
type Reach struct {
	Of    float64
	since float64 // seconds
}

const reachWindow = 1

// of is the scale for a field at a time in seconds.
func (r Reach) of(f plot.Field, seconds float64) Reach {
	if len(f.D) == 0 {
		return r
	}
	if next := f.Reach(); next != r.Of && (r.Of == 0 || seconds-r.since >= reachWindow) {
		return Reach{next, seconds}
	}
	return r
}

// shownField is the field that the plane shows: the best one where it is asked for and there.
func (m Model) shownField() plot.Field {
	if best := plot.FieldOf(m.Snapshot, probe.Optimal); m.Layers.Has(picture.Optimal) && best.Size > 0 {
		return best
	}
	return plot.FieldOf(m.Snapshot, probe.Field)
}
