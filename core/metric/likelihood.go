package metric

import (
	"fmt"
	"math"

	"ganvas/core/data"
)

// LogLikelihood is the mean log density of the data at generated points, in the source's own units. It rewards points
// where data is dense and does not see what is missed, so a generator that sits on the peaks scores above a perfect one, whose
// score is minus the data's entropy. A density below 1e-12 of the uniform one over the target's window counts as that much, so
// that one stray point does not decide: it costs about 28 nats.
var LogLikelihood = Measure{
	Key: "log_likelihood", Label: "Mean log density", Unit: "nats", Needs: NeedsDensity, Cost: Heavy, Direction: Near,
	Doc: "The mean log density of the data at the fakes. Below a perfect generator's fakes stray; above it they sit on the peaks.",
	Compute: func(s *Samples) (float64, error) {
		d, ok := s.Target.Source.(data.Dense)
		if !ok {
			return 0, fmt.Errorf("the data's density is not known")
		}
		if err := s.check(); err != nil {
			return 0, err
		}
		least, w := 1e-12, s.Target.Window
		for k := range w.Low {
			least /= float64(w.High[k] - w.Low[k])
		}
		sum, at := 0.0, make([]float64, len(w.Low))
		for i := range s.Target.count(s.Generated) {
			for k := range at {
				at[k] = float64(s.Generated[i*len(at)+k])
			}
			sum += math.Log(max(least, d.Density(at...)))
			s.Rest.some(2 * i)
		}
		return sum / float64(s.Target.count(s.Generated)), nil
	},
}
