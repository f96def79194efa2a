package data

// Moons is scikit-learn's make_moons with noise 0.1, moved to the origin: a half circle of radius 1 and its reflection
// through the origin.
var Moons = newCurve(0.712, 0.1, 2, func(arm int, u float64) (x, y float64) {
	c, s := turn(float64(u / 2))
	sign := float64(1 - 2*arm)
	return float64(sign * (c - 0.5)), float64(sign * (s - 0.25))
})
