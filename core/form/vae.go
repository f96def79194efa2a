package form

import (
	"ganvas/core/experiment"
)

// VAE is all that a variational autoencoder's run depends on.
type VAE struct {
	Common
	Latent  int
	Encoder experiment.Layers
	Decoder experiment.Layers
	Beta    float64 // weight of the divergence of the posterior from the prior
}

// VAEForm is the form of that family.
var VAEForm = made(Form[VAE]{
	Key: "vae", Label: "Variational autoencoder", Says: Bound,
	Doc:    "A decoder of latent points, and an encoder that guesses them, learn by a bound on the likelihood.",
	Fields: vaeFields(), Default: vaeDefault, Common: vaeCommon,
})

func vaeCommon(s *VAE) *Common { return &s.Common }

func vaeFields() experiment.Table[VAE] {
	own := experiment.Table[VAE]{
		experiment.FieldOf[VAE]{Key: "z", Label: "Dimensions", Symbol: "dim z", Doc: "How many numbers stand for a point in the latent space.",
			Group: "model", Kind: experiment.Integer, Min: 1, Max: 16}.In(func(s *VAE) any { return &s.Latent }),
		NetworkField("encoder", "Encoder", "The widths from a point to its posterior's means and deviations.", "model", func(s *VAE) any { return &s.Encoder }),
		NetworkField("decoder", "Decoder", "The widths from a latent point to a point.", "model", func(s *VAE) any { return &s.Decoder }),
		experiment.FieldOf[VAE]{Key: "beta", Label: "Weight of the divergence", Symbol: "β", Doc: "How much KL(q(z|x)‖p(z)) counts: 1 is the bound on the likelihood, 0 a mere autoencoder, and much more leaves the code unused.",
			Group: "model", Kind: experiment.Number, Max: 100, Log: true, Live: true}.In(func(s *VAE) any { return &s.Beta }),
	}
	return append(append(DataFields(vaeCommon), own...), TrainingFields(vaeCommon)...)
}

func vaeDefault(key string) VAE {
	c := DefaultCommon(key)
	c.Rate, c.Batch, c.Steps = .006, 192, 3000
	return VAE{Common: c, Latent: 2, Encoder: experiment.LayersOf(64, 64), Decoder: experiment.LayersOf(64, 64), Beta: 1}
}
