package data

import "math"

// Ring8 is eight blobs of standard deviation 0.1 on a circle of radius 2: the ring of Metz et al. (2017), softened so that
// a small network learns it within seconds.
var Ring8 = ring8(0.1)

// Ring8Sharp is the ring of Metz et al. (2017): eight blobs of standard deviation 0.02 on a circle of radius 2.
var Ring8Sharp = ring8(0.02)

// ring8 is scaled as the toys of WGAN-GP (Gulrajani et al., 2017) are, by the root of 2.
func ring8(sd float64) *Mixture {
	const s = math.Sqrt2 // 2 cos 45°
	return NewMixture(math.Sqrt2, round(sd,
		[2]float64{2, 0}, [2]float64{s, s}, [2]float64{0, 2}, [2]float64{-s, s},
		[2]float64{-2, 0}, [2]float64{-s, -s}, [2]float64{0, -2}, [2]float64{s, -s})...)
}
