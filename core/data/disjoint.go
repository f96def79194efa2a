package data

// Disjoint is GAN Lab's three blobs, moved and enlarged as Line is: centres (0.35, 0.75), (0.75, 0.6) and (0.45, 0.35) of
// its unit square, noise 0.025.
var Disjoint = NewMixture(0.677, round(0.1,
	[2]float64{-2. / 3, 11. / 15}, [2]float64{14. / 15, 2. / 15}, [2]float64{-4. / 15, -13. / 15})...)
