package data

import (
	"math"

	"ganvas/core/random"
)

// Mixture is a Source made of Gaussian modes.
type Mixture struct {
	modes []Mode
	scale float32
}

// NewMixture returns the mixture of the modes, whose weights must sum to 1, which training divides by scale.
func NewMixture(scale float32, modes ...Mode) *Mixture { return &Mixture{modes, scale} }

// round returns equally likely round modes of standard deviation sd.
func round(sd float64, centres ...[2]float64) []Mode {
	modes := make([]Mode, len(centres))
	for i, c := range centres {
		modes[i] = Mode{c[0], c[1], sd, sd, 1 / float64(len(centres))}
	}
	return modes
}

// Sample implements Source.
func (m *Mixture) Sample(r *random.Source, dst []float32) {
	m.SampleLabelled(r, dst, make([]float32, len(dst)/2))
}

// SampleLabelled implements Labelled: a point's class is its mode.
func (m *Mixture) SampleLabelled(r *random.Source, dst, labels []float32) {
	for len(labels) > 0 {
		n := min(len(labels), some)
		m.sampleSome(r, dst[:2*n], labels[:n])
		dst, labels = dst[2*n:], labels[n:]
	}
}

// some is how many points are drawn at a time. Engines compile again, with optimisation, what is called often.
const some = 64

// sampleSome is SampleLabelled of at most some points.
func (m *Mixture) sampleSome(r *random.Source, dst, labels []float32) {
	var uniform [some]float32
	r.UniformNormals(uniform[:len(labels)], dst)
	for i := range labels {
		class := m.pick(float64(uniform[i]))
		k := &m.modes[class]
		dst[2*i], dst[2*i+1] = moved(dst[2*i], k.X, k.SDX), moved(dst[2*i+1], k.Y, k.SDY)
		labels[i] = float32(class)
	}
}

// Classes implements Labelled.
func (m *Mixture) Classes() int { return len(m.modes) }

// Class implements Labelled: the mode that a point is fewest standard deviations from.
func (m *Mixture) Class(x, y float64) int {
	best, least := 0, math.Inf(1)
	for i, mode := range m.modes {
		if d := mode.Distance2(x, y); d < least {
			best, least = i, d
		}
	}
	return best
}

// pick returns the number of the mode at the u-th part of the total weight.
func (m *Mixture) pick(u float64) int {
	modes := m.modes[:len(m.modes)-1]
	for i := range modes {
		w := modes[i].Weight
		if u < w {
			return i
		}
		u -= w
	}
	return len(modes)
}

// blur draws from the normal distribution of the given mean and standard deviation, rounding in one place on every machine.
func blur(r *random.Source, mean, sd float64) float32 {
	return moved(r.Normal(), mean, sd)
}

// moved takes a standard normal number to the given mean and standard deviation.
func moved(z float32, mean, sd float64) float32 { return float32(mean + float64(sd*float64(z))) }

// Scale implements Source.
func (m *Mixture) Scale() float32 { return m.scale }

// Modes implements Moded.
func (m *Mixture) Modes() []Mode { return m.modes }

// Density implements Dense.
func (m *Mixture) Density(x, y float64) float64 { return density(m.modes, x, y) }

// Mass implements Massed.
func (m *Mixture) Mass(xs, ys []float64) []float64 { return mass(m.modes, xs, ys) }

// far is the squared distance, in standard deviations, from which a Gaussian counts as nothing: exp(-800/2) is 1e-174.
const far = 800

// density sums the modes' densities at a point.
func density(modes []Mode, x, y float64) float64 {
	p := 0.0
	for _, m := range modes {
		if d := m.Distance2(x, y); d < far {
			p += m.Weight * math.Exp(-d/2) / (2 * math.Pi * m.SDX * m.SDY)
		}
	}
	return p
}

// Distance2 returns the squared distance of a point from the centre, in standard deviations, rounded alike everywhere: a point's class
// depends on it.
func (m Mode) Distance2(x, y float64) float64 {
	dx, dy := (x-m.X)/m.SDX, (y-m.Y)/m.SDY
	return float64(dx*dx) + float64(dy*dy)
}

// mass sums the modes' probabilities of the cells: products of the probabilities of their sides.
func mass(modes []Mode, xs, ys []float64) []float64 {
	nx, ny := len(xs)-1, len(ys)-1
	cells, px, py := make([]float64, nx*ny), make([]float64, nx), make([]float64, ny)
	for _, m := range modes {
		between(px, xs, m.X, m.SDX)
		between(py, ys, m.Y, m.SDY)
		outer(cells, px, py, m.Weight)
	}
	return cells
}

// between writes the normal distribution's probabilities of the intervals between edges.
func between(p, edges []float64, mean, sd float64) {
	for i := range p {
		a, b := (edges[i]-mean)/(sd*math.Sqrt2), (edges[i+1]-mean)/(sd*math.Sqrt2)
		if a > 0 { // in the upper tail erf cancels, so measure from the other end
			a, b = -b, -a
		}
		p[i] = (math.Erfc(-b) - math.Erfc(-a)) / 2
	}
}

// outer adds w py pxᵀ to the cells.
func outer(cells, px, py []float64, w float64) {
	for j, b := range py {
		if b == 0 {
			continue
		}
		for i, a := range px {
			cells[j*len(px)+i] += w * b * a
		}
	}
}
