package twosample

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// NoiseCost is what a model's mean log density at the data lacks of the data's own, in nats, where the model is the data itself with a share of its
// weight and noise with the rest: data N(0, I) and noise N(0, sd²I) of d dimensions (Theis, van den Oord and Bethge, 2016). It is at most
// -log share, whatever the noise; per dimension that is soon nothing.
//
//	-E log(share + (1-share) sd⁻ᵈ exp(r²/2·(1 - 1/sd²))), r² ~ χ² of d degrees
func NoiseCost(share, sd float64, d int) float64 {
	chi := distuv.ChiSquared{K: float64(d)}
	cost := func(r float64) float64 { // of the length, whose density is smooth at 0 as that of its square is not
		log := math.Log(1-share) - float64(d)*math.Log(sd) + r*r/2*(1-1/(sd*sd))
		return -2 * r * math.Exp(chi.LogProb(r*r)) * (max(log, math.Log(share)) + math.Log1p(math.Exp(-math.Abs(log-math.Log(share)))))
	}
	const steps = 4000
	reach := math.Sqrt(float64(d)) + 12
	sum, h := 0.0, reach/steps
	for i := range steps {
		sum += cost((float64(i) + .5) * h)
	}
	return sum * h
}
