package gan

import (
	"math"

	"ganvas/core/experiment"
	"ganvas/core/family"
	"ganvas/core/scalar"
)

// manifoldSize is the number of vertices along each side of the manifold, as family.SheetSize has it; there is none for a single point.
// A sphere has one dimension less than the space around it.
func manifoldSize(s experiment.Spec) (rows, cols int) {
	dims := s.Latent
	if s.Condition != "none" || s.Noise == "constant" {
		return 0, 0 // there is a sheet for each class, or a point
	}
	if s.Noise == "sphere" {
		dims--
	}
	return family.SheetSize(dims)
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
			out[i] = float32(family.NormalQuantile(p))
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
// Stegun, 7.1.26), with rounding as in family.NormalQuantile.
func normalBelow(x float64) float64 {
	if x > 0 {
		return 1 - normalBelow(-x)
	}
	t := 1 / (1 - float64(.3275911*math.Sqrt(.5)*x))
	tail := t * family.Horner(t, 1.061405429, -1.453152027, 1.421413741, -.284496736, .254829592)
	return tail * float64(scalar.Exp.Of(float32(-x*x/2))) / 2
}
