package form

import (
	"ganvas/core/experiment"
)

// BiGAN is all that the run of a GAN with an encoder depends on.
type BiGAN struct {
	Common
	Latent  int
	Encoder experiment.Layers
	Maker   experiment.Layers
	Judge   experiment.Layers
	Sees    string  // key in sights
	Start   int     // steps in which encoder and generator learn as a variational autoencoder, before the discriminator's word counts
	Bound   float64 // weight of minus the evidence lower bound after them
	R1      float64 // weight of the discriminator's squared slope at both kinds of pairs
}

// BiGANForm is the form of that family.
var BiGANForm = made(Form[BiGAN]{
	Key: "bigan", Label: "GAN with an encoder", Says: Samples,
	Doc:    "A generator makes points of codes, an encoder codes of points, and a discriminator tells the two kinds of pairs apart.",
	Fields: biganFields(), Default: biganDefault, Common: biganCommon,
})

func biganCommon(s *BiGAN) *Common { return &s.Common }

const (
	Pairs  = "pairs"
	Points = "points"
)

var sights = []experiment.Option{
	{Key: Pairs, Label: "Pairs", Doc: "A point and its code: of data with what the encoder says, or of a code with what the generator makes of it (BiGAN and ALI, 2017)."},
	{Key: Points, Label: "Points", Doc: "Points alone: data or samples. The encoder learns by the bound only, so this is a VAE with a discriminator (Larsen et al., 2016)."},
}

func biganFields() experiment.Table[BiGAN] {
	own := experiment.Table[BiGAN]{
		experiment.FieldOf[BiGAN]{Key: "sees", Label: "The discriminator sees", Doc: "What the discriminator tells apart.",
			Group: "model", Kind: experiment.Choice, Choices: sights}.In(func(s *BiGAN) any { return &s.Sees }),
		experiment.FieldOf[BiGAN]{Key: "z", Label: "Dimensions", Symbol: "dim z", Doc: "How many numbers stand for a point in the latent space.",
			Group: "model", Kind: experiment.Integer, Min: 1, Max: 16}.In(func(s *BiGAN) any { return &s.Latent }),
		NetworkField("encoder", "Encoder", "The widths from a point to its code.", "model", func(s *BiGAN) any { return &s.Encoder }),
		NetworkField("g", "Generator", "The widths from a code to a point.", "model", func(s *BiGAN) any { return &s.Maker }),
		NetworkField("d", "Discriminator", "The widths from what it sees to its logit.", "model", func(s *BiGAN) any { return &s.Judge }),
		experiment.FieldOf[BiGAN]{Key: "start", Label: "Steps as a VAE", Doc: "For so many steps encoder and generator first learn by the bound on the likelihood alone, while the discriminator only watches: a generator that does not start from scratch.",
			Group: "model", Kind: experiment.Integer, Max: 100000, Log: true}.In(func(s *BiGAN) any { return &s.Start }),
		experiment.FieldOf[BiGAN]{Key: "bound", Label: "Weight of the bound", Doc: "How much minus the evidence lower bound counts beside the discriminator's word, after those steps.",
			Group: "model", Kind: experiment.Number, Max: 100, Log: true}.In(func(s *BiGAN) any { return &s.Bound }),
		experiment.FieldOf[BiGAN]{Key: "r1", Label: "Gradient penalty", Symbol: "γ", Doc: "How much the discriminator's squared slope counts, at both kinds of what it sees.",
			Group: "model", Kind: experiment.Number, Max: 100, Log: true, Live: true}.In(func(s *BiGAN) any { return &s.R1 }),
	}
	return append(append(DataFields(biganCommon), own...), TrainingFields(biganCommon)...)
}

func biganDefault(key string) BiGAN {
	c := DefaultCommon(key)
	c.Rate, c.Beta1, c.Batch, c.Steps, c.Average = .006, .5, 96, 2600, .99
	return BiGAN{Common: c, Sees: Pairs, Latent: 2, Encoder: experiment.LayersOf(48, 48), Maker: experiment.LayersOf(48, 48), Judge: experiment.LayersOf(48, 48), R1: .2}
}
