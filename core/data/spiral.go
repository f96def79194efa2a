package data

// Spiral is two arms of one and a half turns from radius 0.2 to 2, walked at an even rate of turning and so denser at the
// centre, with noise 0.06 where the arms lie 0.6 apart.
var Spiral = newCurve(0.862, 0.06, 2, func(arm int, u float64) (x, y float64) {
	c, s := turn(float64(1.5*u) + float64(arm)/2)
	r := 0.2 + float64(1.8*u)
	return float64(r * c), float64(r * s)
})
