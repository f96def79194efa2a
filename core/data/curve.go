package data

import (
	"math"
	"sync"

	"gonum.org/v1/gonum/integrate/quad"

	"ganvas/core/random"
)

// Curve is a Source made of equally likely curves, each walked by a uniform parameter and blurred by round Gaussian noise.
//
// Its density is the integral over the parameter of Gaussians along the curves. Gauss-Legendre quadrature with nodes at most
// half a standard deviation apart gives it to rounding, and turns the curve into a mixture of a few hundred Gaussians, the
// atoms, for which masses of rectangles are closed forms too.
type Curve struct {
	// at returns the point of a curve at parameter u in [0, 1]. It is part of sampling, so it keeps to the package's arithmetic.
	at    func(arm int, u float64) (x, y float64)
	arms  int
	sd    float64
	scale float32
	// atoms is computed at first use: most visitors never look at most curves. Those of a curve follow one another, ends says where each ends.
	atoms func() []Mode
	ends  []int
}

func newCurve(scale float32, sd float64, arms int, at func(arm int, u float64) (x, y float64)) *Curve {
	c := &Curve{at: at, arms: arms, sd: sd, scale: scale}
	c.atoms = sync.OnceValue(c.quadrature)
	return c
}

// Sample implements Source.
func (c *Curve) Sample(r *random.Source, dst []float32) {
	c.SampleLabelled(r, dst, make([]float32, len(dst)/2))
}

// SampleLabelled implements Classed: a point's class is its curve.
func (c *Curve) SampleLabelled(r *random.Source, dst, labels []float32) {
	for i := range labels {
		arm := r.IntN(c.arms)
		x, y := c.at(arm, float64(r.Float32()))
		dst[2*i], dst[2*i+1] = blur(r, x, c.sd), blur(r, y, c.sd)
		labels[i] = float32(arm)
	}
}

// Classes implements Classed.
func (c *Curve) Classes() int { return c.arms }

// Class implements Labelled: the curve that a point is nearest to.
func (c *Curve) Class(at ...float64) int {
	best, least, arm := 0, math.Inf(1), 0
	for i, a := range c.atoms() {
		if i == c.ends[arm] {
			arm++
		}
		if d := a.Distance2(at...); d < least {
			best, least = arm, d
		}
	}
	return best
}

// Scale implements Source.
func (c *Curve) Scale() float32 { return c.scale }

// Density implements Dense.
func (c *Curve) Density(at ...float64) float64 { return density(c.atoms(), at) }

// Mass implements Massed.
func (c *Curve) Mass(edges ...[]float64) []float64 { return mass(c.atoms(), edges) }

const (
	panelNodes = 16  // Gauss-Legendre nodes in a panel
	nodeGap    = 0.5 // mean distance of nodes, in standard deviations: densities are then right to 1e-9 of their peak (TestLineDensity)
)

// quadrature returns the atoms.
func (c *Curve) quadrature() []Mode {
	var atoms []Mode
	for arm := range c.arms {
		panels := int(math.Ceil(c.length(arm)/(c.sd*nodeGap*panelNodes))) + 1
		for p := range panels {
			var u, w [panelNodes]float64
			quad.Legendre{}.FixedLocations(u[:], w[:], float64(p)/float64(panels), float64(p+1)/float64(panels))
			for i := range u {
				x, y := c.at(arm, u[i])
				atoms = append(atoms, Mode{[]float64{x, y}, []float64{c.sd, c.sd}, w[i] / float64(c.arms)})
			}
		}
		c.ends = append(c.ends, len(atoms))
	}
	return atoms
}

// length returns a bound of a curve's length: what it would be if it went at its greatest speed throughout.
func (c *Curve) length(arm int) float64 {
	const steps = 256
	fastest := 0.0
	x0, y0 := c.at(arm, 0)
	for i := 1; i <= steps; i++ {
		x, y := c.at(arm, float64(i)/steps)
		fastest = max(fastest, math.Hypot(x-x0, y-y0))
		x0, y0 = x, y
	}
	return fastest * steps
}
