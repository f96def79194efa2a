package data

import "math"

// Grid25 is twenty-five blobs of standard deviation 0.05 on a square grid of spacing 2, as in PacGAN (Lin et al., 2018) and
// the toys of WGAN-GP (Gulrajani et al., 2017), whose scale it takes.
var Grid25 = NewMixture(2*math.Sqrt2, round(0.05, grid(5, 2)...)...)

// grid returns the points of a square grid about the origin, n a side.
func grid(n int, spacing float64) [][2]float64 {
	var points [][2]float64
	for j := range n {
		for i := range n {
			points = append(points, [2]float64{(float64(i) - float64(n-1)/2) * spacing, (float64(j) - float64(n-1)/2) * spacing})
		}
	}
	return points
}
