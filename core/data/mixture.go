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
		modes[i] = Mode{c[:], []float64{sd, sd}, 1 / float64(len(centres))}
	}
	return modes
}

// Sample implements Source.
func (m *Mixture) Sample(r *random.Source, dst []float32) {
	m.SampleLabelled(r, dst, make([]float32, len(dst)/m.size()))
}

// SampleLabelled implements Labelled: a point's class is its mode.
func (m *Mixture) SampleLabelled(r *random.Source, dst, labels []float32) {
	for len(labels) > 0 {
		n := min(len(labels), some)
		m.sampleSome(r, dst[:n*m.size()], labels[:n])
		dst, labels = dst[n*m.size():], labels[n:]
	}
}

// some is how many points are drawn at a time. Engines compile again, with optimisation, what is called often.
const some = 64

// sampleSome is SampleLabelled of at most some points.
func (m *Mixture) sampleSome(r *random.Source, dst, labels []float32) {
	var uniform [some]float32
	r.UniformNormals(uniform[:len(labels)], dst, m.size())
	for i := range labels {
		class := m.pick(float64(uniform[i]))
		k := &m.modes[class]
		point := dst[i*len(k.At) : (i+1)*len(k.At)]
		for j := range point {
			point[j] = moved(point[j], k.At[j], k.SD[j])
		}
		labels[i] = float32(class)
	}
}

// Classes implements Labelled.
func (m *Mixture) Classes() int { return len(m.modes) }

// Class implements Labelled: the mode that a point is fewest standard deviations from.
func (m *Mixture) Class(at ...float64) int {
	best, least := 0, math.Inf(1)
	for i, mode := range m.modes {
		if d := mode.Distance2(at...); d < least {
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

// Shape implements Shaped.
func (m *Mixture) Shape() []int { return []int{m.size()} }

func (m *Mixture) size() int { return len(m.modes[0].At) }

// Modes implements Moded.
func (m *Mixture) Modes() []Mode { return m.modes }

// Density implements Dense.
func (m *Mixture) Density(at ...float64) float64 { return density(m.modes, at) }

// Mass implements Massed.
func (m *Mixture) Mass(edges ...[]float64) []float64 { return mass(m.modes, edges) }

// far is the squared distance, in standard deviations, from which a Gaussian counts as nothing: exp(-800/2) is 1e-174.
const far = 800

// density sums the modes' densities at a point.
func density(modes []Mode, at []float64) float64 {
	p := 0.0
	for i := range modes {
		if d := modes[i].Distance2(at...); d < far {
			p += modes[i].peak() * math.Exp(-d/2)
		}
	}
	return p
}

// peak is the mode's share of the density at its centre.
func (m *Mode) peak() float64 {
	p := m.Weight
	for _, sd := range m.SD {
		p /= sd * math.Sqrt(2*math.Pi)
	}
	return p
}

// Distance2 returns the squared distance of a point from the centre, in standard deviations, rounded alike everywhere: a point's class
// depends on it.
func (m *Mode) Distance2(at ...float64) float64 {
	sum := 0.0
	for k, v := range at {
		d := (v - m.At[k]) / m.SD[k]
		sum += float64(d * d)
	}
	return sum
}

// mass sums the modes' probabilities of the cells: products of the probabilities of their sides.
func mass(modes []Mode, edges [][]float64) []float64 {
	sides, n := make([][]float64, len(edges)), 1
	for k, e := range edges {
		sides[k] = make([]float64, len(e)-1)
		n *= len(sides[k])
	}
	cells := make([]float64, n)
	for _, m := range modes {
		for k := range sides {
			between(sides[k], edges[k], m.At[k], m.SD[k])
		}
		outer(cells, sides, m.Weight)
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

// outer adds the products of one number of each side, times w, to the cells, of which those along the first side lie next to one another.
func outer(cells []float64, sides [][]float64, w float64) {
	last := len(sides) - 1
	if last == 0 {
		for i, a := range sides[0] {
			cells[i] += w * a
		}
		return
	}
	n := len(cells) / len(sides[last])
	for j, b := range sides[last] {
		if b != 0 {
			outer(cells[j*n:(j+1)*n], sides[:last], w*b)
		}
	}
}
