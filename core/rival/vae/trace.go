package vae

import (
	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/probe"
	"ganvas/core/run"
)

const (
	evidenceSamples = 256 // of the posterior, for each point whose density is asked for
	evidencePoints  = 64  // points whose density is computed at a time
	boundSamples    = 64  // of the posterior, for each point whose bound is asked for
	posteriors      = 256 // points of the data whose posteriors are drawn
)

// The slot of points in training's units, and the procedure of their evidence lower bounds, and its slot.
const (
	boundAt = "bound.at"
	boundOf = "bound"
)

func trace(b *family.Builder, s Spec) {
	m, still := Of(b.Training(), s), Of(b.Averaged(), s)
	x := b.Minibatch("rows", s.Batch)
	reconstruction, divergence := m.Bound(x, Normal(b.Key(), "posterior", s.Batch, s.Latent))
	first, second := Neg(Mean(reconstruction)), Mean(divergence)
	loss := Add(first, Mul(b.Knob("beta"), second))
	b.Train(b.Descend(loss, 0),
		family.Loss(Neg(b.InNats(Neg(loss))), "minus the bound"),
		family.Term(Neg(b.InNats(Neg(first))), "loss.reconstruction", "minus the mean of log p(x|z)", "nats"),
		family.Term(second, probe.Divergence, "the divergence of the posterior from the prior", "nats"),
		family.Gauge(Exp(m.deviation()), "width", "the deviation about the decoder's points", ""))

	b.Samples(func(k Key, stream string, n int) *Node {
		return still.Blurred(still.Decoded(Normal(k, stream+".latent", n, s.Latent)), Normal(k, stream+".point", n, 2))
	})
	fixed := Key{Seed: b.Seed, Count: Variable("probe.count", 2)} // always 0
	normal := func(stream string) func(shape ...int) *Node {
		return func(shape ...int) *Node { return Normal(fixed, stream, shape...) }
	}
	b.SlowDensity(evidencePoints, func(x *Node) *Node { return still.evidence(x, evidenceSamples, normal("evidence")) })
	bounds(b, still, normal("bound"))
	Shown(b, still)
}

// bounds adds a procedure for the evidence lower bounds of points, each the mean over many samples.
func bounds(b *family.Builder, m Model, normal func(shape ...int) *Node) {
	bounds := m.bounds(Variable(boundAt, evidencePoints, 2), boundSamples, normal)
	b.Procedure(boundOf, Update{Var: Variable(boundOf, evidencePoints), Value: b.InNats(bounds)})
}

// Bound is the mean evidence lower bound of a run of this family at points in the data's units, in nats; the error is the machine's.
func Bound(r *run.Run, points []float32) (float64, error) {
	d, s := r.Experiment().(family.Learner).Points(), r.Slots()
	sum, n := 0.0, len(points)/2/evidencePoints*evidencePoints
	for i := 0; i < n; i += evidencePoints {
		s.Write(boundAt, d.InTraining(points[2*i:2*(i+evidencePoints)]))
		if err := s.Call(boundOf); err != nil {
			return 0, err
		}
		for _, x := range s.Read(boundOf) {
			sum += float64(x)
		}
	}
	return sum / float64(n), nil
}

// Shown adds what there is to see of the latent space: the posteriors of some points, what they are decoded to, and, where it has two dimensions or
// one, the decoder on a grid of equally likely latent points.
func Shown(b *family.Builder, m Model) {
	b.Constant("probe.real", func() []float32 { return family.Cycle(b.Data.In, 2*posteriors) })
	x := Variable("probe.real", posteriors, 2)
	mean, log := m.Posterior(x)
	two := func(a *Node) *Node { // the first two dimensions, or one and none
		if m.latent == 1 {
			return Concat(1, a, Broadcast(Scalar(0), Shape{posteriors, 1}))
		}
		return family.Columns(a, 0, 2)
	}
	b.Show(probe.Posterior, "", "Points of the data, and the means and deviations of their posteriors.",
		Concat(1, family.InDataUnits(b.Data.Frame, x), two(mean), two(Exp(log))))
	b.Show(probe.Restored, "data", "What the same points are decoded to, from their posteriors' means.", family.InDataUnits(b.Data.Frame, m.Decoded(mean)))
	b.Sheet(probe.Manifold, m.latent, m.Decoded)
}
