package data

// Line is GAN Lab's line, from (0.8, 0.6) to (0.05, 0.9) of its unit square with noise 0.01.
//
// GAN Lab's shapes keep their form here, but are moved to have their mean at the origin and are enlarged four times, from
// the unit square to about [-2, 2]².
var Line = newCurve(0.66, 0.04, 1, func(_ int, u float64) (x, y float64) {
	return 1.5 - float64(3*u), float64(1.2*u) - 0.6
})
