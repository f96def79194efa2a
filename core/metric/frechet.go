package metric

import "math"

// Frechet is the squared Fréchet distance of the Gaussians fitted to the two samples, in training's units: Fréchet inception
// distance (Heusel et al., 2017) without the inception. It sees means and covariances only.
var Frechet = Measure{
	Key: "frechet", Label: "Fréchet distance", Cost: Cheap, Direction: Lower,
	Doc:     "How far apart the two samples' means and covariances are: the formula of FID, on the points themselves.",
	Compute: onDistances(everyPoint, func(generated, real []point, _ Rest) float64 { return fit(generated).frechet(fit(real)) }),
}

// moments are a Gaussian: its mean, and its covariance.
type moments struct {
	mean  point
	cross symmetric
}

// fit returns the Gaussian with the points' mean and covariance, which divides by n-1.
func fit(points []point) moments {
	size, n := len(points[0]), float64(len(points))
	g := moments{make(point, size), newSymmetric(size)}
	for _, p := range points {
		for k, x := range p {
			g.mean[k] += x / n
		}
	}
	off := make(point, size)
	for _, p := range points {
		for k, x := range p {
			off[k] = x - g.mean[k]
			for j := range k + 1 {
				g.cross[k][j] += off[k] * off[j] / (n - 1)
			}
		}
	}
	g.cross.mirror()
	return g
}

// frechet returns |μ₁-μ₂|² + tr(Σ₁ + Σ₂) - 2 tr √(Σ₁Σ₂). The product's eigenvalues are those of √Σ₁ Σ₂ √Σ₁, which is symmetric.
func (g moments) frechet(h moments) float64 {
	root := g.cross.root()
	values, _ := root.times(h.cross).times(root).eigen()
	cross := 0.0
	for _, v := range values {
		cross += math.Sqrt(max(0, v))
	}
	return max(0, g.mean.d2(h.mean)+g.cross.trace()+h.cross.trace()-2*cross)
}
