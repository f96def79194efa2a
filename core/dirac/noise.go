package dirac

import "math"

// The quadrature of the normal distribution: equal steps out to eight standard deviations. For smooth functions the error falls as
// exp(-2π²/step²); what is left out is 1e-15 of the mass.
const (
	reach = 8
	pace  = 0.25
)

// blurred is the mean of f over instance noise, of two samples' difference where logits come in pairs. Without noise it is f(0).
func (g Game) blurred(s slopes, f func(e float64) float64) float64 {
	sd := g.Noise
	if sd == 0 {
		return f(0)
	}
	if s.paired {
		sd *= math.Sqrt2
	}
	sum, mass := 0.0, 0.0
	for x := -float64(reach); x <= reach; x += pace {
		w := math.Exp(-x * x / 2)
		sum += w * f(sd*x)
		mass += w
	}
	return sum / mass
}
