package metric

import (
	"fmt"
	"math"

	"ganvas/core/data"
)

// Spread is the root mean square distance of generated points from their modes, in standard deviations, over those within 3,
// against what a Gaussian cut off there has: 1 is right, less means that modes have shrunk, 0 that they are single points.
// Uniform discs of radius 3 score 1.54.
var Spread = Measure{
	Key: "spread", Label: "Width of modes", Needs: NeedsModes, Cost: Cheap, Sense: Near,
	Doc:     "How wide the fakes spread around their modes, against the data: 1 is right, less is too narrow.",
	Compute: spread,
	Perfect: func(*Target) float64 { return 1 },
}

func spread(s *Samples) (float64, error) {
	m, ok := s.Target.Source.(data.Moded)
	if !ok {
		return 0, fmt.Errorf("the data has no modes")
	}
	if err := s.check(); err != nil {
		return 0, err
	}
	n, sum := 0.0, 0.0
	for i := 0; i+1 < len(s.Generated); i += 2 {
		_, d2 := nearest(m.Modes(), float64(s.Generated[i]), float64(s.Generated[i+1]))
		if d2 <= reach*reach {
			n, sum = n+1, sum+d2
		}
	}
	if n == 0 {
		return 0, fmt.Errorf("no generated point lies within %d standard deviations of a mode", reach)
	}
	return math.Sqrt(sum / n / cutSquare), nil
}

// cutSquare is the mean of d² for a standard Gaussian in the plane, given d <= 3: d² is exponential with mean 2.
var cutSquare = 2 - reach*reach*math.Exp(-reach*reach/2.)/(1-math.Exp(-reach*reach/2.))
