package lesson

import (
	"math"
	"slices"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// recent is how many steps the figures of a run are averaged over: one minibatch says little.
const recent = 100

// Quantities are the names, beside those of measures, that a goal may read from a run. What a run does not have is not a number.
var Quantities = []Quantity{
	{"step", "the number of steps done", func(s *wire.Snapshot) float64 { return float64(s.Step) }},
	{"loss_d", "the discriminator's loss without penalties, averaged over the last 100 steps", lately(probe.LossD)},
	{"loss_g", "the generator's loss, averaged over the last 100 steps", lately(probe.LossG)},
	{"d_real", "D(x), averaged over real samples and the last 100 steps", lately(probe.DReal)},
	{"d_fake", "D(G(z)), averaged over generated samples and the last 100 steps", lately(probe.DFake)},
	{"gradient", "the mean length of the arrows: of the gradient of the generator's loss at its samples", func(s *wire.Snapshot) float64 {
		return meanLength(s.Floats(probe.Descent))
	}},
	{"loss", "the loss of a model that is no two players, averaged over the last 100 steps", lately(probe.Loss)},
	{"divergence", "of a variational autoencoder's loss, the divergence of the posterior from the prior, averaged over the last 100 steps", lately(probe.Divergence)},
	{"returns", "of a GAN with an encoder, how far a point of the data is from what its code is made into, averaged over the last 100 steps", lately(probe.Returns)},
	{"radius", "how far the players of a Dirac-GAN are from their equilibrium", func(s *wire.Snapshot) float64 {
		way := s.Floats(probe.Trajectory)
		return meanLength(way[max(0, len(way)-2):])
	}},
	{"centre_x", "the mean of the samples' x", func(s *wire.Snapshot) float64 { return meanOf(s.Floats(probe.Samples), 0) }},
	{"centre_y", "the mean of the samples' y", func(s *wire.Snapshot) float64 { return meanOf(s.Floats(probe.Samples), 1) }},
}

// Probes are what a snapshot must show for Quantities to be read.
var Probes = []string{probe.Descent, probe.Samples, probe.Trajectory}

// Quantity is something about a run that a snapshot says.
type Quantity struct {
	Key, Doc string
	read     func(*wire.Snapshot) float64
}

// IsQuantity says whether a name is in Quantities.
func IsQuantity(name string) bool {
	return slices.ContainsFunc(Quantities, func(q Quantity) bool { return q.Key == name })
}

// Reading looks names up in a snapshot: Quantities, and the keys of the measures that it holds.
func Reading(s *wire.Snapshot) Lookup {
	return func(name string) float64 {
		for _, q := range Quantities {
			if q.Key == name {
				return q.read(s)
			}
		}
		for _, m := range s.Measures {
			if m.Key == name {
				return m.Value
			}
		}
		return math.NaN()
	}
}

// lately reads the mean of a column of the trace over the last steps, or over all where there are fewer.
func lately(column string) func(*wire.Snapshot) float64 {
	return func(s *wire.Snapshot) float64 {
		points := s.Trace.Column(column)
		n := min(len(points), max(1, recent/max(1, s.Trace.Stride)))
		return mean(points[len(points)-n:])
	}
}

// mean is that of numbers; NaN where there are none.
func mean(x []float32) float64 {
	sum := 0.0
	for _, v := range x {
		sum += float64(v)
	}
	return sum / float64(len(x))
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

// meanOf is the mean of one coordinate of points in the plane.
func meanOf(points []float32, axis int) float64 {
	sum := 0.0
	for i := axis; i < len(points); i += 2 {
		sum += float64(points[i])
	}
	return sum / float64(len(points)/2)
}
