package app

import "ganvas/core/picture"

// DefaultLayers is what a newcomer sees.
const DefaultLayers = picture.Field | picture.Boundary | picture.Real | picture.Generated

// Major are the layers with a switch in the margin; the others are behind More layers.
const Major = picture.Field | picture.Real | picture.Generated

// LayerWords is what people read of a layer.
type LayerWords struct {
	Label string
	Hue   string // "real", "generated", "field", "manifold", "boundary" or "ink": which swatch the style sheet paints
	Doc   string
}

// WordsOf a layer, by its bit.
func WordsOf(y picture.Layer) LayerWords { return layerWords[y.Bit] }

var layerWords = map[picture.Layers]LayerWords{
	picture.Real:      {"Real data", "real", "Samples of the data, which the generator has to imitate."},
	picture.Generated: {"Generated", "generated", "Samples G(z) of the generator, made from noise. Where it is told a class, an open circle has landed in another."},
	picture.Field:     {"What D says", "field", "How real D finds each place: blue where it says real, orange where it says generated, the page’s colour at ½. The scale is below. Colours are full where samples lie, and pale where D has hardly been trained."},
	picture.Manifold:  {"Grid through G", "manifold", "A grid of noise, carried into the plane by the generator. Small cells are dense."},
	picture.Arrows:    {"Gradient arrows", "ink", "The way each generated sample would move to lower the generator’s loss."},
	picture.Boundary:  {"D = ½", "boundary", "The line where D cannot tell."},
	picture.Optimal:   {"Best D", "field", "The best discriminator against this generator, D* = p/(p+q), in place of what D says. Places with neither data nor samples are undecided."},
}
