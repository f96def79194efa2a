package gan

import (
	"math"

	"ganvas/core/experiment"
	"ganvas/core/scalar"
)

// manifoldSize is the number of vertices along each side of the manifold; without rows there is none: what has three and more
// dimensions does not map to a sheet in the plane, nor does a single point. A sphere has one dimension less than the space around it.
func manifoldSize(s experiment.Spec) (rows, cols int) {
	dims := s.Latent
	if s.Condition != "none" || s.Noise == "constant" {
		return 0, 0 // there is a sheet for each class, or a point
	}
	if s.Noise == "sphere" {
		dims--
	}
	switch dims {
	case 1:
		return 1, 513
	case 2:
		return 33, 33
	}
	return 0, 0
}

// quantiles are the latent points of the manifold's vertices: along each dimension the midpoints of equally likely intervals, the
// last dimension fastest. It is empty where there is no manifold.
func quantiles(s experiment.Spec) []float32 {
	rows, cols := manifoldSize(s)
	if s.Noise == "sphere" {
		return sphereQuantiles(s.Latent, rows, cols)
	}
	across := quantilesAlong(s, s.Latent-1, cols)
	if s.Latent == 1 || rows == 0 {
		return across
	}
	var out []float32
	for _, down := range quantilesAlong(s, 0, rows) {
		for _, x := range across {
			out = append(out, down, x)
		}
	}
	return out
}

// quantilesAlong are the middles of n equally likely intervals of a coordinate of the noise.
func quantilesAlong(s experiment.Spec, coordinate, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		p := (float64(i) + .5) / float64(n)
		switch s.Noise {
		case "uniform":
			out[i] = float32(2*p - 1)
		case "mixture":
			out[i] = float32(blobsAlong(s.Latent, s.Blobs)[coordinate].quantile(p))
		default:
			out[i] = float32(normalQuantile(p))
		}
	}
	return out
}

func sphereQuantiles(latent, rows, cols int) []float32 {
	var out []float32
	for r := range rows {
		for c := range cols {
			out = append(out, onSphere(latent, r, rows, c, cols)...)
		}
	}
	return out
}

// onSphere is a vertex of the circle or the sphere on which noise of 2 or 3 dimensions lies. Columns go once round, the last where the
// first is. Rows are at the midpoints of equal intervals of height, between which a sphere has equal areas (Archimedes).
func onSphere(z, r, rows, c, cols int) []float32 {
	angle := 2 * math.Pi * float64(c) / float64(cols-1)
	radius := math.Sqrt(float64(z))
	x, y := math.Cos(angle), math.Sin(angle)
	if z == 2 {
		return []float32{float32(radius * x), float32(radius * y)}
	}
	h := (2*float64(r)+1)/float64(rows) - 1
	around := math.Sqrt(1 - float64(h*h))
	return []float32{float32(radius * h), float32(radius * around * x), float32(radius * around * y)}
}

// quantile is the inverse of below, by bisection.
func (b blobs) quantile(p float64) float64 {
	lo, hi := -8., 8.
	for range 48 {
		if x := (lo + hi) / 2; b.below(x) < p {
			lo = x
		} else {
			hi = x
		}
	}
	return (lo + hi) / 2
}

// below is the probability that a coordinate of mixture noise is below x.
func (b blobs) below(x float64) float64 {
	sum := 0.0
	for i := range b.count {
		centre := float64(b.first) + float64(float64(i)*float64(b.step))
		sum += normalBelow((x - centre) / float64(b.spread))
	}
	return sum / float64(b.count)
}

// normalBelow is the standard normal distribution function, to 2e-7 by Hastings' approximation of the error function (Abramowitz and
// Stegun, 7.1.26), with rounding as in normalQuantile.
func normalBelow(x float64) float64 {
	if x > 0 {
		return 1 - normalBelow(-x)
	}
	t := 1 / (1 - float64(.3275911*math.Sqrt(.5)*x))
	tail := t * horner(t, 1.061405429, -1.453152027, 1.421413741, -.284496736, .254829592)
	return tail * float64(scalar.Exp.Of(float32(-x*x/2))) / 2
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
