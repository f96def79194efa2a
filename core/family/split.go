package family

import (
	"ganvas/core/data"
	"ganvas/core/random"
)

// Split is a reader's own points dealt out: those that training draws from, and those that it never sees.
type Split struct {
	Train, Held data.Finite // Held is nil where there are too few points to hold out any
}

// The parts of own points.
const (
	heldShare  = 4  // one in four is held out
	fewestHeld = 10 // of which there are ten at least, or none: measures take no fewer
)

// SplitOf deals given points out by the seed; nil for a law, of which any number can be drawn.
func SplitOf(source data.Source, seed uint32) *Split {
	points, ok := source.(data.Finite)
	if !ok {
		return nil
	}
	hold := min(points.Len()/heldShare, MeasurePoints)
	if hold < fewestHeld {
		return &Split{Train: points}
	}
	train, held, err := points.Split(random.New(seed, "data/split"), hold)
	if err != nil {
		panic(err) // a quarter of forty points and more leaves some on either side
	}
	return &Split{train, held}
}

// From is what training draws from: of given points, those that are not held out.
func (s *Split) From(source data.Source) data.Source {
	if s == nil {
		return source
	}
	return s.Train
}
