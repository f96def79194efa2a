package data

import (
	"math"

	"ganvas/core/random"
)

// Pinwheel is five blades: Gaussians longer than wide, set around the origin and then twisted by an angle that grows with
// the radius. (The pinwheel of Johnson et al., 2016, twists by an exponential of the unbent x instead, which has no inverse in
// closed form; this one keeps areas, so that its density is that of the unbent blade.)
var Pinwheel Massed = &pinwheel{blades: 5, radius: 1.3, long: 0.35, wide: 0.13, twist: 0.15}

type pinwheel struct {
	blades     int
	radius     float64 // of a blade's centre
	long, wide float64 // standard deviations along and across the unbent blade
	twist      float64 // turns per unit of radius
}

// Sample implements Source.
func (p *pinwheel) Sample(r *random.Source, dst []float32) {
	for i := 0; i+1 < len(dst); i += 2 {
		blade := float64(r.IntN(p.blades)) / float64(p.blades)
		x, y := float64(blur(r, p.radius, p.long)), float64(blur(r, 0, p.wide))
		radius := math.Sqrt(float64(x*x) + float64(y*y))
		c, s := turn(blade + float64(p.twist*radius))
		dst[i], dst[i+1] = float32(float64(c*x)-float64(s*y)), float32(float64(s*x)+float64(c*y))
	}
}

// Scale implements Source: the root of half of radius² + long² + wide².
func (p *pinwheel) Scale() float32 { return 0.956 }

// Density implements Dense: untwists the point, then sums the blades.
func (p *pinwheel) Density(at ...float64) float64 {
	x, y := at[0], at[1]
	sum, back := 0.0, 2*math.Pi*p.twist*math.Hypot(x, y)
	blade := []Mode{{[]float64{p.radius, 0}, []float64{p.long, p.wide}, 1 / float64(p.blades)}}
	for k := range p.blades {
		s, c := math.Sincos(back + 2*math.Pi*float64(k)/float64(p.blades))
		sum += density(blade, []float64{c*x + s*y, c*y - s*x})
	}
	return sum
}

// Mass implements Massed, by quadrature.
func (p *pinwheel) Mass(edges ...[]float64) []float64 {
	return integrate(p, edges[0], edges[1], p.radius+9*p.long, p.wide)
}
