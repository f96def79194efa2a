package data

// Gaussians is GAN Lab's two gaussians, moved and enlarged as Line is: a round one, 0.1 wide at (0.3, 0.7) of its unit
// square, and a tall one, 0.05 by 0.2 at (0.7, 0.4).
var Gaussians = NewMixture(0.866,
	Mode{[]float64{-0.8, 0.6}, []float64{0.4, 0.4}, 0.5},
	Mode{[]float64{0.8, -0.6}, []float64{0.2, 0.8}, 0.5})
