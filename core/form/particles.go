package form

import (
	"strconv"

	"ganvas/core/experiment"
)

// Particles is all that such a run depends on.
type Particles struct {
	Common
	Particles int
	Width     float64 // standard deviation of the kernels by which densities are known, in training's units
	Game      string  // key in games
}

// ParticlesForm is the form of that family.
var ParticlesForm = made(Form[Particles]{
	Key: "particles", Label: "Particles", Says: Samples,
	Doc:    "Samples without a generator: each moves as the best discriminator tells it to.",
	Fields: particlesFields(), Default: particlesDefault, Check: particlesCheck, Common: particlesCommon,
})

func particlesCommon(s *Particles) *Common { return &s.Common }

const (
	Minimax       = "mm"
	NonSaturating = "ns"
	ReverseKL     = "kl"
)

var games = []experiment.Option{
	{Key: Minimax, Label: "Minimax", Doc: "Each sample minimises log(1-D*): in the mean, 2 JSD."},
	{Key: NonSaturating, Label: "Non-saturating", Doc: "Each sample maximises log D*."},
	{Key: ReverseKL, Label: "Reverse divergence", Doc: "Each sample maximises the logit of D*, log p/q: in the mean, -KL(q‖p)."},
}

func particlesFields() experiment.Table[Particles] {
	own := experiment.Table[Particles]{
		experiment.FieldOf[Particles]{Key: "particles", Label: "Particles", Symbol: "n", Doc: "How many samples move.",
			Group: "model", Kind: experiment.Integer, Min: 2, Max: 2048, Log: true}.In(func(s *Particles) any { return &s.Particles }),
		experiment.FieldOf[Particles]{Key: "width", Label: "Width of kernels", Symbol: "h", Doc: "By what blur the densities of data and samples are estimated; the data's standard deviation is about 1.",
			Group: "model", Kind: experiment.Number, Min: .02, Max: 2, Log: true, Live: true}.In(func(s *Particles) any { return &s.Width }),
		experiment.FieldOf[Particles]{Key: "game", Label: "Game", Doc: "What each sample minimises.",
			Group: "model", Kind: experiment.Choice, Choices: games}.In(func(s *Particles) any { return &s.Game }),
	}
	var training experiment.Table[Particles]
	for _, f := range TrainingFields(particlesCommon) {
		if f.Key == "lr" || f.Key == "batch" || f.Key == "steps" {
			training = append(training, f)
		}
	}
	return append(append(DataFields(particlesCommon), own...), training...)
}

func particlesDefault(key string) Particles {
	c := DefaultCommon(key)
	c.Rate, c.Batch, c.Steps = .02, 1024, 400
	return Particles{Common: c, Particles: 1024, Width: .12, Game: Minimax}
}

// maxPairs bounds what a step compares: all particles with each other and with the minibatch.
const maxPairs = 1 << 22

func particlesCheck(s Particles) error {
	if s.Particles*(s.Particles+s.Batch) > maxPairs {
		return &experiment.FieldError{Field: "batch", Value: strconv.Itoa(s.Batch), Allowed: "at most " + strconv.Itoa(maxPairs/s.Particles-s.Particles) +
			" with " + strconv.Itoa(s.Particles) + " particles"}
	}
	return nil
}
