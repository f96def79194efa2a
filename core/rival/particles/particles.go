// Package particles is the family of samples without a generator: points that each move down the gradient of the best discriminator, as in the
// theorem of Goodfellow et al. (2014), which lets the generator be any distribution and the discriminator be best at each step.
package particles

import (
	"strconv"

	"ganvas/core/experiment"
	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/nn"
	"ganvas/core/probe"
	"ganvas/core/random"
)

// Spec is all that such a run depends on.
type Spec struct {
	family.Common
	Particles int
	Width     float64 // standard deviation of the kernels by which densities are known, in training's units
	Game      string  // key in games
}

// Entry is the family of particles.
var Entry = kind.Entry()

var kind = family.Kind[Spec]{
	Key: "particles", Label: "Particles", Says: family.Samples,
	Doc:    "Samples without a generator: each moves as the best discriminator tells it to.",
	Fields: fields(), Default: defaultFor, Check: check, Common: common, Trace: trace,
}

func common(s *Spec) *family.Common { return &s.Common }

const (
	minimax   = "mm"
	saturated = "ns"
	reverse   = "kl"
)

var games = []experiment.Option{
	{Key: minimax, Label: "Minimax", Doc: "Each sample minimises log(1-D*): in the mean, 2 JSD."},
	{Key: saturated, Label: "Non-saturating", Doc: "Each sample maximises log D*."},
	{Key: reverse, Label: "Reverse divergence", Doc: "Each sample maximises the logit of D*, log p/q: in the mean, -KL(q‖p)."},
}

func fields() experiment.Table[Spec] {
	own := experiment.Table[Spec]{
		experiment.FieldOf[Spec]{Key: "particles", Label: "Particles", Symbol: "n", Doc: "How many samples move.",
			Group: "model", Kind: experiment.Integer, Min: 2, Max: 2048, Log: true}.In(func(s *Spec) any { return &s.Particles }),
		experiment.FieldOf[Spec]{Key: "width", Label: "Width of kernels", Symbol: "h", Doc: "By what blur the densities of data and samples are told; the data's standard deviation is about 1.",
			Group: "model", Kind: experiment.Number, Min: .02, Max: 2, Log: true, Live: true}.In(func(s *Spec) any { return &s.Width }),
		experiment.FieldOf[Spec]{Key: "game", Label: "Game", Doc: "What each sample minimises.",
			Group: "model", Kind: experiment.Choice, Choices: games}.In(func(s *Spec) any { return &s.Game }),
	}
	var training experiment.Table[Spec]
	for _, f := range family.TrainingFields(common) {
		if f.Key == "lr" || f.Key == "batch" || f.Key == "steps" {
			training = append(training, f)
		}
	}
	return append(append(family.DataFields(common), own...), training...)
}

func defaultFor(key string) Spec {
	c := family.DefaultCommon(key)
	c.Rate, c.Batch, c.Steps = .02, 1024, 600
	return Spec{Common: c, Particles: 1024, Width: .12, Game: minimax}
}

// maxPairs bounds what a step compares: all particles with each other and with the minibatch.
const maxPairs = 1 << 22

func check(s Spec) error {
	if s.Particles*(s.Particles+s.Batch) > maxPairs {
		return &experiment.FieldError{Field: "batch", Value: strconv.Itoa(s.Batch), Allowed: "at most " + strconv.Itoa(maxPairs/s.Particles-s.Particles) +
			" with " + strconv.Itoa(s.Particles) + " particles"}
	}
	return nil
}

// judge is the best discriminator between two clouds, by kernels: its logit log p/q.
type judge struct{ real, made, width *Node }

// logit is that at points [n, 2], as [n].
func (j judge) logit(x *Node) *Node {
	return Sub(family.Kernels(j.real, x, j.width), family.Kernels(j.made, x, j.width))
}

// cost is what a point minimises, by the logit there.
func cost(game string, a *Node) *Node {
	switch game {
	case saturated:
		return Softplus(Neg(a)) // -log D
	case reverse:
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
