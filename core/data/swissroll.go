package data

import "math"

// SwissRoll is scikit-learn's make_swiss_roll seen along its axis, with noise 0.25 and the scale 7.5 of WGAN-GP's toys
// (Gulrajani et al., 2017): (t cos t, t sin t) for t uniform from 1.5π to 4.5π.
var SwissRoll = newCurve(7.5, 0.25, 1, func(_ int, u float64) (x, y float64) {
	turns := 0.75 + float64(1.5*u)
	c, s := turn(turns)
	t := turns * (2 * math.Pi)
	return float64(t * c), float64(t * s)
})
