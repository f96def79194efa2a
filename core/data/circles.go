package data

// Circles is two circles about the origin, of radii 1 and 2, equally likely, with noise 0.08.
var Circles = newCurve(1.121, 0.08, 2, func(arm int, u float64) (x, y float64) {
	c, s := turn(u)
	r := float64(1 + arm)
	return float64(r * c), float64(r * s)
})
