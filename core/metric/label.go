package metric

import (
	"errors"
	"fmt"

	"ganvas/core/data"
)

// LabelAccuracy is the share of fakes that are of the class that they were asked for, as the source tells classes: 1 over their number
// for a generator that does not listen. The data's own, its floor, falls short of 1 where classes overlap.
var LabelAccuracy = Measure{
	Key: "label_accuracy", Label: "Label accuracy", Unit: "share", Needs: NeedsLabels, Cost: Cheap, Sense: Near,
	Doc: "The share of fakes that are of the class they were asked for: nearest to its mode. Where classes overlap, a perfect generator falls short of 1.",
	Compute: func(s *Samples) (float64, error) {
		if err := s.check(); err != nil {
			return 0, err
		}
		source, ok := s.Target.Source.(data.Labelled)
		if !ok {
			return 0, errors.New("the data has no classes")
		}
		if 2*len(s.Asked) != len(s.Generated) {
			return 0, fmt.Errorf("%d classes of %d generated points", len(s.Asked), len(s.Generated)/2)
		}
		right := 0
		for i, class := range s.Asked {
			if source.Class(float64(s.Generated[2*i]), float64(s.Generated[2*i+1])) == int(class) {
				right++
			}
		}
		return float64(right) / float64(len(s.Asked)), nil
	},
}
