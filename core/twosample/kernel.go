package twosample

import (
	"math"
	"strconv"

	"ganvas/core/twosample/permutation"
)

// MMD is the squared maximum mean discrepancy by a Gaussian kernel of a width, E k(x, x') + E k(y, y') - 2 E k(x, y), without bias (Gretton et al.,
// 2012).
func MMD(width float64) Statistic {
	text := strconv.FormatFloat(width, 'g', -1, 64)
	return kernel("mmd"+text, "MMD², width "+text, "How much more alike points are within a cloud than across, where alike is nearer than about "+text+".",
		gaussian(width))
}

// Mixture is MMD² by the mean of the kernels of widths 0.1, 0.3, 1 and 3.
var Mixture = kernel("mmd", "MMD², four widths", "How much more alike points are within a cloud than across, near and far alike.", func(d2 float64) float64 {
	return (gaussian(.1)(d2) + gaussian(.3)(d2) + gaussian(1)(d2) + gaussian(3)(d2)) / 4
})

// Energy is the energy distance 2E|x-y| - E|x-x'| - E|y-y'| (Székely and Rizzo, 2013).
var Energy = kernel("energy", "Energy distance", "How much farther points are across the clouds than within.", func(d2 float64) float64 { return -math.Sqrt(d2) })

func gaussian(width float64) func(d2 float64) float64 {
	return func(d2 float64) float64 { return math.Exp(-d2 / (2 * width * width)) }
}

func kernel(key, label, doc string, k func(d2 float64) float64) Statistic {
	return Statistic{key, label, doc, func(all Cloud, rest func()) permutation.Deals {
		return permutation.Pairs(all.Len(), func(i, j int) float64 { return k(distance2(all.At(i), all.At(j))) }, rest)
	}}
}
