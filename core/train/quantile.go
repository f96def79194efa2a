package train

import (
	"math"

	"ganvas/core/experiment"
	"ganvas/core/scalar"
)

// quantiles are the latent points of the manifold's vertices: along each dimension the midpoints of equally likely intervals, the
// last dimension fastest. It is empty where there is no manifold.
func quantiles(s experiment.Spec) []float32 {
	rows, cols := manifoldSize(s.Latent)
	var out []float32
	for r := range rows {
		for c := range cols {
			if s.Latent == 2 {
				out = append(out, quantile(s.Noise, r, rows))
			}
			out = append(out, quantile(s.Noise, c, cols))
		}
	}
	return out
}

// quantile is the middle of interval i of n equally likely ones.
func quantile(noise string, i, n int) float32 {
	p := (float64(i) + .5) / float64(n)
	if noise == "uniform" {
		return float32(2*p - 1)
	}
	return float32(normalQuantile(p))
}

// normalQuantile is the inverse of the standard normal distribution function, by Acklam's rational approximation of relative error
// 1.15e-9. Products are rounded before they are added, so that every platform gives the same bits; the tails take
// their logarithm as a float32, which costs them digits that a picture does not show.
func normalQuantile(p float64) float64 {
	const tail = 0.02425
	switch {
	case p > 1-tail:
		return -normalQuantile(1 - p)
	case p < tail:
		q := math.Sqrt(-2 * float64(scalar.Log.Of(float32(p))))
		return horner(q, -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783) /
			horner(q, 7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1)
	}
	q := p - .5
	r := float64(q * q)
	return horner(r, -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239) * q /
		horner(r, -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1)
}

// horner is the polynomial with these coefficients, the highest power's first.
func horner(x float64, coefficients ...float64) float64 {
	y := 0.0
	for _, c := range coefficients {
		y = float64(y*x) + c
	}
	return y
}
