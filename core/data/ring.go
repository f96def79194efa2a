package data

// Ring is GAN Lab's ring, moved and enlarged as Line is: an ellipse of radii 0.3 and 0.25 of its unit square, walked at equal
// angles, with noise 0.025.
var Ring = newCurve(0.787, 0.1, 1, func(_ int, u float64) (x, y float64) {
	c, s := turn(u)
	return float64(1.2 * c), s
})
