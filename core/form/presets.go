package form

import (
	"slices"

	"ganvas/core/experiment"
)

// rivals are an experiment for each family, of which the gallery of a page tells.
var rivals = []experiment.Preset{
	{Key: "by-heart", Label: "The data themselves", Query: "family=empirical&data=moons&rows=200&width=0.1", Steps: 1,
		Doc: "Points of the data, drawn again with a little blur: nothing is learnt but by heart. With a width of 0 its samples are as good as the data, and it says nothing of any other point."},
	{Key: "mixture-fit", Label: "A sum of Gaussians", Query: "family=mixture", Steps: 400,
		Doc: "Ellipses move to where the points are. What is minimised is KL(p‖q), which punishes every point that has no ellipse: so the ellipses cover all, and what lies between."},
	{Key: "one-by-one", Label: "One coordinate after the other", Query: "family=autoregressive&data=moons", Steps: 600,
		Doc: "First x is drawn, then y given x. The product of the two is a density, as exact as the two are."},
	{Key: "vae-bound", Label: "A bound on the likelihood", Query: "family=vae&data=moons", Steps: 1500,
		Doc: "An encoder says where in the latent space each point may have come from, and a decoder blurs what it makes: samples stray between the moons where the decoder bends, by about its deviation."},
	{Key: "flow-bends", Label: "A plane that is bent", Query: "family=flow&data=moons", Steps: 800,
		Doc: "The grid is normal noise, bent and never torn: the density is one over how much a cell is stretched. What joins the two moons is a bridge that no flow can cut."},
	{Key: "noise-away", Label: "Noise, taken away step by step", Query: "family=diffusion&data=moons", Steps: 1500,
		Doc: "A network learns which way blurred points came from. Arrows are that field at half the way; samples follow it from noise to data."},
	{Key: "no-judge", Label: "A generator without a judge", Query: "family=statistic&data=moons", Steps: 800,
		Doc: "No discriminator learns: the samples have to agree with the data in a statistic that is written down, the discrepancy of means in a space of kernels."},
	{Key: "no-generator", Label: "Samples without a generator", Query: "family=particles", Steps: 300,
		Doc: "Each sample moves by itself, down the slope of what the best discriminator says: the game of theory, in which the generator may be anything."},
	{Key: "codes", Label: "A generator and its encoder", Query: "family=bigan", Steps: 2600,
		Doc: "The discriminator looks at pairs: a point of the data with the code that an encoder gives it, or a code with the point that the generator makes of it. Only where encoder and generator undo each other can nothing tell the pairs apart, though nobody compares a point with what comes back."},
}

// Presets are all named experiments, of two players and of their rivals, in the order of a gallery.
func Presets() []experiment.Preset { return slices.Concat(experiment.Presets, rivals) }

// FindPreset returns the named experiment with this key.
func FindPreset(key string) (experiment.Preset, bool) {
	for _, p := range Presets() {
		if p.Key == key {
			return p, true
		}
	}
	return experiment.Preset{}, false
}
