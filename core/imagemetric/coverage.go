package imagemetric

import (
	"errors"
	"fmt"

	"ganvas/core/metric"
)

// Coverage is how many classes the images cover, strictly: to the judge, at least a fifth of a class's fair share is of it.
var Coverage = Measure{
	Key: "classes", Label: "Classes covered", Unit: "classes", Cost: metric.Cheap, Direction: metric.Higher,
	Doc: "How many classes have at least a fifth of their fair share of the generated images.",
	Compute: func(s *Samples) (float64, error) {
		g, covered := &s.Generated, 0.
		counts := make([]int, g.Classes)
		for i := range g.Count {
			counts[g.class(i)]++
		}
		for _, n := range counts {
			if 5*n*g.Classes >= g.Count {
				covered++
			}
		}
		return covered, nil
	},
}

// Agreement is the share of images that the judge reads as what they were asked for. Real data falls short of 1 by what the judge gets wrong.
var Agreement = Measure{
	Key: "agreement", Label: "Read as asked", Unit: "share", Cost: metric.Cheap, Direction: metric.Higher, NeedsAsked: true,
	Doc: "The share of generated images that a classifier reads as the class they were asked for.",
	Compute: func(s *Samples) (float64, error) {
		g, right := &s.Generated, 0
		if s.Asked == nil {
			return 0, errors.New("no classes were asked for")
		}
		if len(s.Asked) != g.Count {
			return 0, fmt.Errorf("%d classes of %d generated images", len(s.Asked), g.Count)
		}
		for i, c := range s.Asked {
			if g.class(i) == int(c) {
				right++
			}
		}
		return float64(right) / float64(g.Count), nil
	},
}
