// Package vae is the family of variational autoencoders (Kingma and Welling, 2014): a decoder makes points of latent ones, an encoder says of each
// point which latent ones it may have come from, and both learn by a bound of the likelihood.
package vae

import (
	"ganvas/core/experiment"
	"ganvas/core/family"
)

// Spec is all that a variational autoencoder's run depends on.
type Spec struct {
	family.Common
	Latent  int
	Encoder experiment.Layers
	Decoder experiment.Layers
	Beta    float64 // weight of the divergence of the posterior from the prior
}

// Entry is the family of variational autoencoders.
var Entry = kind.Entry()

var kind = family.Kind[Spec]{
	Key: "vae", Label: "Variational autoencoder", Says: family.Bound,
	Doc:    "A decoder of latent points, and an encoder that guesses them, learn by a bound of the likelihood.",
	Fields: fields(), Default: defaultFor, Common: common, Trace: trace,
}

func common(s *Spec) *family.Common { return &s.Common }

func fields() experiment.Table[Spec] {
	own := experiment.Table[Spec]{
		experiment.FieldOf[Spec]{Key: "z", Label: "Dimensions", Symbol: "dim z", Doc: "How many numbers stand for a point in the latent space.",
			Group: "model", Kind: experiment.Integer, Min: 1, Max: 16}.In(func(s *Spec) any { return &s.Latent }),
		family.NetworkField("encoder", "Encoder", "The widths from a point to its posterior's means and deviations.", "model", func(s *Spec) any { return &s.Encoder }),
		family.NetworkField("decoder", "Decoder", "The widths from a latent point to a point.", "model", func(s *Spec) any { return &s.Decoder }),
		experiment.FieldOf[Spec]{Key: "beta", Label: "Weight of the divergence", Symbol: "β", Doc: "How much KL(q(z|x)‖p(z)) counts: 1 is the bound of the likelihood, 0 a mere autoencoder, and much more leaves the code unused.",
			Group: "model", Kind: experiment.Number, Max: 100, Log: true, Live: true}.In(func(s *Spec) any { return &s.Beta }),
	}
	return append(append(family.DataFields(common), own...), family.TrainingFields(common)...)
}

func defaultFor(key string) Spec {
	c := family.DefaultCommon(key)
	c.Rate, c.Batch, c.Steps = .006, 256, 3000
	return Spec{Common: c, Latent: 2, Encoder: experiment.LayersOf(64, 64), Decoder: experiment.LayersOf(64, 64), Beta: 1}
}
