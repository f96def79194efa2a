package metric

import (
	"errors"
	"fmt"
	"math"

	"ganvas/core/data"
)

// LabelAccuracy is the share of fakes that are of the class that they were asked for, as the source tells classes: 1 over their number
// for a generator that does not listen. The data's own, its floor, falls short of 1 where classes overlap.
var LabelAccuracy = Measure{
	Key: "label_accuracy", Label: "Label accuracy", Unit: "share", Needs: NeedsLabels, Cost: Cheap, Direction: Near,
	Doc: "The share of fakes that are of the class they were asked for: nearest to its mode. Where classes overlap, a perfect generator falls short of 1.",
	Compute: func(s *Samples) (float64, error) {
		if err := s.check(); err != nil {
			return 0, err
		}
		if len(s.Asked) != s.Target.count(s.Generated) {
			return 0, fmt.Errorf("%d classes of %d generated points", len(s.Asked), s.Target.count(s.Generated))
		}
		return s.Target.told(s.Generated, s.Asked)
	},
	// Of given points, classes are told by those that training knows: how well, the others say.
	Perfect: func(t *Target, s *Samples) Floor {
		if t.given == nil {
			return unknown
		}
		right, err := t.told(t.given.held.Own(), t.given.held.Labels())
		if err != nil {
			return unknown
		}
		n, m := float64(t.count(s.Generated)), float64(t.given.held.Len())
		wide := 1.645 * math.Sqrt(right*(1-right)*(1/n+1/m))
		return Floor{right, right - wide, right + wide}
	},
}

// told is the share of points whose class the source tells right.
func (t *Target) told(points, classes []float32) (float64, error) {
	source, ok := t.Source.(data.Labelled)
	if !ok || data.ClassesOf(source) == 0 {
		return 0, errors.New("the data has no classes")
	}
	right, at := 0, make([]float64, t.size())
	for i, class := range classes {
		for k := range at {
			at[k] = float64(points[i*len(at)+k])
		}
		if source.Class(at...) == int(class) {
			right++
		}
	}
	return float64(right) / float64(len(classes)), nil
}
