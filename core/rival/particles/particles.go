// Package particles is the family of samples without a generator: points that each move down the gradient of the best discriminator, as in the
// theorem of Goodfellow et al. (2014), which lets the generator be any distribution and the discriminator be best at each step.
package particles

import (
	"ganvas/core/family"
	"ganvas/core/form"
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/probe"
	"ganvas/core/random"
)

// Spec is all that such a run depends on.
type Spec = form.Particles

// Entry is the family.
var Entry = family.Kind[Spec]{Form: form.ParticlesForm, Trace: trace}.Entry()

// judge is the best discriminator between two clouds, by kernels: its logit log p/q.
type judge struct{ real, made, width *Node }

// logit is that at points [n, 2], as [n].
func (j judge) logit(x *Node) *Node {
	return Sub(family.Kernels(j.real, x, j.width), family.Kernels(j.made, x, j.width))
}

// cost is what a point minimises, by the logit there.
func cost(game string, a *Node) *Node {
	switch game {
	case form.NonSaturating:
		return Softplus(Neg(a)) // -log D
	case form.ReverseKL:
		return Neg(a)
	}
	return Neg(Softplus(a)) // log(1-D)
}

// arrows is how many particles' ways are shown.
const arrows = 256

func trace(b *family.Builder, s Spec) {
	at := b.Params.Variable("points", cloud, s.Particles, 2)
	j := judge{b.Minibatch("rows", s.Batch), Stop(at), b.Knob("width")}
	costs := cost(s.Game, j.logit(at))
	slope := Grad(Sum(costs), at)[0]
	b.Train([]Update{{Var: at, Value: Sub(at, Mul(b.Knob("lr"), slope))}}, family.Loss(Mean(costs), "what the samples minimise"))
	b.Samples(func(k Key, stream string, n int) *Node {
		if stream == family.Photo {
			return Gather(at, Floor(Mul(Iota(n), Scalar(float32(s.Particles)/float32(n)))))
		}
		return Gather(at, Floor(Mul(Uniform(k, stream, n), Scalar(float32(s.Particles)))))
	})

	const n = family.FieldSize * family.FieldSize
	b.Constant("probe.real", func() []float32 { return family.Cycle(b.Data.In, 2*family.ProbePoints) })
	b.Constant("probe.grid", func() []float32 { return b.Data.InTraining(family.Grid(b.Data.Window, family.FieldSize)) })
	still := judge{Variable("probe.real", family.ProbePoints, 2), at, b.Knob("width")}
	field := Sigmoid(still.logit(Variable("probe.grid", n, 2)))
	b.Show(probe.Field, "probability", "D*(x) on a grid over the window, by kernels.", Reshape(field, family.FieldSize, family.FieldSize))
	shown := min(arrows, s.Particles)
	some := Slice(at, []int{0, 0}, []int{shown, 2})
	moving := judge{still.real, Stop(at), still.width}
	b.Show(probe.Descent, "data", "The way in which each of the first particles moves.",
		family.Stretched(b.Data.Frame, Neg(Grad(Sum(cost(s.Game, moving.logit(some))), some)[0])))
}

// cloud is where particles start: a standard normal cloud in training's units.
var cloud = nn.Fill(func(r *random.Source, values []float32) {
	for i := range values {
		values[i] = r.Normal()
	}
})
