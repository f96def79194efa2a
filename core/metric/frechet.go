package metric

import "math"

// Frechet is the squared Fréchet distance of the Gaussians fitted to the two samples, in training's units: Fréchet inception
// distance (Heusel et al., 2017) without the inception. It sees means and covariances only.
var Frechet = Measure{
	Key: "frechet", Label: "Fréchet distance", Cost: Cheap, Sense: Lower,
	Doc: "How far apart the two samples' means and covariances are: the formula of FID, on the points themselves.",
	Compute: func(s *Samples) (float64, error) {
		generated, real, err := s.standard(everyPoint)
		if err != nil {
			return 0, err
		}
		return fit(generated).frechet(fit(real)), nil
	},
}

// moments are a Gaussian in the plane: its mean, and its covariance's entries.
type moments struct {
	mean       point
	xx, xy, yy float64
}

// fit returns the Gaussian with the points' mean and covariance, which divides by n-1.
func fit(points []point) moments {
	var g moments
	n := float64(len(points))
	for _, p := range points {
		g.mean.x += p.x / n
		g.mean.y += p.y / n
	}
	for _, p := range points {
		dx, dy := p.x-g.mean.x, p.y-g.mean.y
		g.xx += dx * dx / (n - 1)
		g.xy += dx * dy / (n - 1)
		g.yy += dy * dy / (n - 1)
	}
	return g
}

// frechet returns |μ₁-μ₂|² + tr(Σ₁ + Σ₂) - 2 tr √(Σ₁Σ₂). The product's two eigenvalues a, b are not negative, and
// √a + √b = √(a + b + 2√(ab)): its trace and its determinant are all that is needed.
func (g moments) frechet(h moments) float64 {
	trace := g.xx*h.xx + 2*g.xy*h.xy + g.yy*h.yy
	det := max(0, g.det()) * max(0, h.det())
	cross := math.Sqrt(max(0, trace+2*math.Sqrt(det)))
	return max(0, g.mean.d2(h.mean)+g.xx+g.yy+h.xx+h.yy-2*cross)
}

func (g moments) det() float64 { return g.xx*g.yy - g.xy*g.xy }
