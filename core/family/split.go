package family

import (
	"ganvas/core/data"
	"ganvas/core/random"
)

// Split is a reader's own points dealt out: those that training draws from, and those that it never sees.
type Split struct {
	Train, Held data.Finite // Held is nil where there are too few points to hold out any
}

// SplitOf deals given points out by the seed; nil for a law, of which any number can be drawn.
func SplitOf(source data.Source, seed uint32) *Split {
	points, ok := source.(data.Finite)
	if !ok {
		return nil
	}
	hold := data.HeldOut(points.Len())
	if hold == 0 {
		return &Split{Train: points}
	}
	train, held, err := points.Split(random.New(seed, "data/split"), hold)
	if err != nil {
		panic(err) // what is held out leaves some to train on
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
