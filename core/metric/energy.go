package metric

import "math"

// Energy is the energy distance 2 E|X-Y| - E|X-X'| - E|Y-Y'| of 1,000 generated points X and as many real ones Y, in training's
// units, estimated without bias and so sometimes below 0 (Székely and Rizzo, 2013).
var Energy = Measure{
	Key: "energy", Label: "Energy distance", Cost: Heavy, Direction: Lower,
	Doc:     "How much farther fakes lie from data than fakes from fakes and data from data.",
	Points:  pairPoints,
	Compute: onDistances(pairPoints, func(generated, real []point, rest Rest) float64 { return mmd2(generated, real, minusDistance, rest) }),
	Perfect: exactly(0),
}

// minusDistance is the kernel whose squared maximum mean discrepancy is the energy distance.
func minusDistance(d2 float64) float64 { return -math.Sqrt(d2) }
