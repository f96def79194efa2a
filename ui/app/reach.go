package app

import "ganvas/ui/plot"

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
	f := plot.Field{Size: m.Snapshot.FieldSize, D: m.Snapshot.Field}
	if m.Layers.Has(Optimal) && len(m.Snapshot.Optimal) > 0 {
		f.D = m.Snapshot.Optimal
	}
	return f
}
