package plot

import (
	"ganvas/core/probe"
	"ganvas/core/wire"
)

// Window is the part of the plane that a picture shows, in data units.
type Window struct{ X0, Y0, X1, Y1 float32 }

// WindowOf is the window that a snapshot's scene names; the zero Window where it names none.
func WindowOf(s *wire.Snapshot) Window {
	w := s.Floats(probe.Window)
	if len(w) != 4 {
		return Window{}
	}
	return Window{w[0], w[1], w[2], w[3]}
}

// OriginOf is what is to be added to a snapshot's x and y to have them as they were given: 0 but for the reader's own points that lie far from 0.
func OriginOf(s *wire.Snapshot) [2]float64 { return probe.Join(s.Floats(probe.Origin)) }

// FieldOf is a probe of values on the window's grid; the zero Field where the snapshot has none.
func FieldOf(s *wire.Snapshot, name string) Field {
	a := s.Array(name)
	return Field{Size: a.Dim(0), D: a.Floats}
}
