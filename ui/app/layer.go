package app

import (
	"ganvas/core/experiment"
	"ganvas/core/form"
	"ganvas/core/picture"
)

// DefaultLayers is what a newcomer sees.
const DefaultLayers = picture.Field | picture.Boundary | picture.Real | picture.Generated

// unchosen stands for UsualLayers until a Spec is known.
const unchosen picture.Layers = 1 << 15

// UsualLayers are what is seen first of a Spec's family, by what it says of a point. What it does not fill shows nothing.
func UsualLayers(s experiment.Spec) picture.Layers {
	e, rival := form.Of(s)
	switch {
	case !rival:
		return DefaultLayers
	case e.Says == form.Density:
		return picture.Real | picture.Generated | picture.Density | picture.Components | picture.Manifold
	case e.Says == form.Bound:
		return picture.Real | picture.Generated | picture.Manifold
	case e.Says == form.Score:
		return picture.Real | picture.Generated | picture.Score
	}
	return DefaultLayers | picture.Manifold | picture.Arrows
}

// Filled reports whether the run has anything to show in a layer.
func (m Model) Filled(y picture.Layer) bool { return y.FilledBy(m.scene) }

// Major are the layers with a switch in the margin; the others are behind More layers.
const Major = picture.Field | picture.Real | picture.Generated | picture.Density | picture.Components | picture.Score | picture.Path | picture.Restored

// LayerWords is what people read of a layer.
type LayerWords struct {
	Label string
	Hue   string // "real", "generated", "field", "manifold", "boundary" or "ink": which swatch the style sheet paints
	Doc   string
}

// WordsOf a layer, by its bit.
func WordsOf(y picture.Layer) LayerWords { return layerWords[y.Bit] }

var layerWords = map[picture.Layers]LayerWords{
	picture.Real:       {"Real data", "real", "Samples of the data, which the generator has to imitate."},
	picture.Generated:  {"Generated", "generated", "Samples G(z) of the generator, made from noise. Where it is told a class, an open circle has landed in another."},
	picture.Field:      {"What D says", "field", "How real D finds each place: blue where it says real, orange where it says generated, the page’s colour at ½. The scale is below. Colours are full where samples lie, and pale where D has hardly been trained."},
	picture.Manifold:   {"Grid through G", "manifold", "A grid of noise, carried into the plane by the generator. Small cells are dense."},
	picture.Arrows:     {"Gradient arrows", "ink", "The way each generated sample would move to lower G’s loss, or its own where there is no generator."},
	picture.Boundary:   {"D = ½", "boundary", "The line where D cannot tell."},
	picture.Density:    {"Density", "field", "What the model says of how likely each place is: the darker the likelier, with contours at 2, 10, 30 and 60 % of the highest."},
	picture.Components: {"Gaussians", "ink", "The Gaussians that the model adds up, at one and two standard deviations; faint ones weigh little."},
	picture.Score:      {"Score", "ink", "Arrows that point where blurred data get denser: what the network has learnt, at the noise level that is set."},
	picture.Path:       {"Ways from noise", "ink", "The ways of some samples from noise to where they are."},
	picture.Restored:   {"Through the code", "ink", "From points of the data to where they come back, through the encoder and the decoder."},
	picture.Optimal:    {"Best D", "field", "The best discriminator against this generator, D* = p/(p+q), in place of what D says. Places with neither data nor samples are undecided."},
}
