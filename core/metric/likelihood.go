package metric

import (
	"fmt"
	"math"

	"ganvas/core/data"
)

// LogLikelihood is the mean log density of the data at generated points, in the source's own units of area. It rewards points
// where data is dense and does not see what is missed, so a generator that sits on the peaks scores above a perfect one, whose
// score is minus the data's entropy. A density below 1e-12 of the uniform one over the target's window counts as that much, so
// that one stray point does not decide: it costs about 28 nats.
var LogLikelihood = Measure{
	Key: "log_likelihood", Label: "Mean log density", Unit: "nats", Needs: NeedsDensity, Cost: Heavy, Sense: Near,
	Doc: "The mean log density of the data at the fakes. Below a perfect generator's fakes stray; above it they sit on the peaks.",
	Compute: func(s *Samples) (float64, error) {
		d, ok := s.Target.Source.(data.Dense)
		if !ok {
			return 0, fmt.Errorf("the data's density is not known")
		}
		if err := s.check(); err != nil {
			return 0, err
		}
		w := s.Target.Window
		least := 1e-12 / (float64(w.X1-w.X0) * float64(w.Y1-w.Y0))
		sum := 0.0
		for i := 0; i+1 < len(s.Generated); i += 2 {
			sum += math.Log(max(least, d.Density(float64(s.Generated[i]), float64(s.Generated[i+1]))))
			s.Rest.some(i)
		}
		return sum / float64(len(s.Generated)/2), nil
	},
}
