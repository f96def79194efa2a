package family

import (
	"math"

	"ganvas/core/scalar"
)

// SheetSize is the number of latent points along each side of the sheet that shows what a model makes of a latent space of so many dimensions,
// rows before columns; without rows there is none: what has three and more does not map to a sheet in the plane.
func SheetSize(dims int) (rows, cols int) {
	switch dims {
	case 1:
		return 1, 513
	case 2:
		return 33, 33
	}
	return 0, 0
}

// NormalSheet is the latent points of a sheet whose coordinates are standard normal: along each dimension the midpoints of equally likely
// intervals, the last dimension fastest.
func NormalSheet(dims int) (out []float32) {
	rows, cols := SheetSize(dims)
	across := NormalQuantiles(cols)
	if rows == 1 {
		return across
	}
	for _, down := range NormalQuantiles(rows) {
		for _, x := range across {
			out = append(out, down, x)
		}
	}
	return out
}

// NormalQuantiles are the middles of n equally likely intervals of the standard normal distribution.
func NormalQuantiles(n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(NormalQuantile((float64(i) + .5) / float64(n)))
	}
	return out
}

// NormalQuantile is the inverse of the standard normal distribution function, by Acklam's rational approximation of relative error
// 1.15e-9. Products are rounded before they are added, so that every platform gives the same bits; the tails take
// their logarithm as a float32, which costs them digits that a picture does not show.
func NormalQuantile(p float64) float64 {
	const tail = 0.02425
	switch {
	case p > 1-tail:
		return -NormalQuantile(1 - p)
	case p < tail:
		q := math.Sqrt(-2 * float64(scalar.Log.Of(float32(p))))
		return Horner(q, -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783) /
			Horner(q, 7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1)
	}
	q := p - .5
	r := float64(q * q)
	return Horner(r, -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239) * q /
		Horner(r, -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1)
}

// Horner is the polynomial with these coefficients, the highest power's first.
func Horner(x float64, coefficients ...float64) float64 {
	y := 0.0
	for _, c := range coefficients {
		y = float64(y*x) + c
	}
	return y
}
