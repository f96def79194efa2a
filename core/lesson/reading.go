package lesson

import (
	"math"
	"slices"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// recent is how many steps the figures of a run are averaged over: one minibatch says little.
const recent = 100

// Quantities are the names, beside those of measures, that a goal may read from a run.
var Quantities = []Quantity{
	{"step", "the number of steps done"},
	{"loss_d", "the discriminator's loss without penalties, averaged over the last 100 steps"},
	{"loss_g", "the generator's loss, averaged over the last 100 steps"},
	{"d_real", "D(x), averaged over real samples and the last 100 steps"},
	{"d_fake", "D(G(z)), averaged over generated samples and the last 100 steps"},
	{"gradient", "the mean length of the arrows: of the gradient of the generator's loss at its samples"},
}

// Probes are what a snapshot must show for Quantities to be read.
var Probes = []string{probe.Descent}

// Quantity is something about a run that a snapshot says.
type Quantity struct{ Key, Doc string }

// IsQuantity says whether a name is in Quantities.
func IsQuantity(name string) bool {
	return slices.ContainsFunc(Quantities, func(q Quantity) bool { return q.Key == name })
}

// Reading looks names up in a snapshot: Quantities, and the keys of the measures that it holds.
func Reading(s *wire.Snapshot) Lookup {
	return func(name string) float64 {
		switch name {
		case "step":
			return float64(s.Step)
		case "loss_d":
			return lately(s.Trace.Column(probe.LossD), s.Trace.Stride)
		case "loss_g":
			return lately(s.Trace.Column(probe.LossG), s.Trace.Stride)
		case "d_real":
			return lately(s.Trace.Column(probe.DReal), s.Trace.Stride)
		case "d_fake":
			return lately(s.Trace.Column(probe.DFake), s.Trace.Stride)
		case "gradient":
			return meanLength(s.Floats(probe.Descent))
		}
		for _, m := range s.Measures {
			if m.Key == name {
				return m.Value
			}
		}
		return math.NaN()
	}
}

// lately is the mean of a trace over its last steps, or over all where there are fewer.
func lately(points []float32, stride int) float64 {
	n := min(len(points), max(1, recent/max(1, stride)))
	sum := 0.0
	for _, x := range points[len(points)-n:] {
		sum += float64(x)
	}
	return sum / float64(n) // NaN where there are none
}

// meanLength is the mean length of vectors in the plane.
func meanLength(v []float32) float64 {
	sum := 0.0
	for i := 0; i+1 < len(v); i += 2 {
		x, y := float64(v[i]), float64(v[i+1])
		sum += math.Sqrt(float64(x*x) + float64(y*y))
	}
	return sum / float64(len(v)/2)
}
