package app

import (
	"strings"

	"ganvas/core/probe"
)

// Layers are the parts of the plane's picture that are shown, one bit each.
type Layers uint8

// The parts of the plane's picture, from the back to the front.
const (
	Field Layers = 1 << iota
	Manifold
	Real
	Generated
	Arrows
	Optimal
	Boundary
)

// DefaultLayers is what a newcomer sees.
const DefaultLayers = Field | Boundary | Real | Generated

// Major are the layers with a switch in the margin; the others are behind More layers.
const Major = Field | Real | Generated

// Layer names one part of the plane's picture.
type Layer struct {
	Key   string // stable, in addresses
	Label string // for people
	Hue   string // "real", "generated", "field", "manifold", "boundary" or "ink": which swatch the style sheet paints
	Doc   string
	Bit   Layers
	Probe string // what it needs beside what is always there, or empty
}

// AllLayers is the catalogue, in the order of reading.
var AllLayers = []Layer{
	{"real", "Real data", "real", "Samples of the data, which the generator has to imitate.", Real, ""},
	{"generated", "Generated", "generated", "Samples G(z) of the generator, made from noise. Where it is told a class, an open circle has landed in another.", Generated, ""},
	{"field", "What D says", "field", "How real D finds each place: blue where it says real, orange where it says generated, the page’s colour at ½. The scale is below. Colours are full where samples lie, and pale where D has hardly been trained.", Field, ""},
	{"manifold", "Grid through G", "manifold", "A grid of noise, carried into the plane by the generator. Small cells are dense.", Manifold, probe.Manifold},
	{"arrows", "Gradient arrows", "ink", "The way each generated sample would move to lower the generator’s loss.", Arrows, probe.Descent},
	{"boundary", "D = ½", "boundary", "The line where D cannot tell.", Boundary, ""},
	{"optimal", "Best D", "field", "The best discriminator against this generator, D* = p/(p+q), in place of what D says. Places with neither data nor samples are undecided.", Optimal, probe.Optimal},
}

// Has reports whether a layer is shown.
func (l Layers) Has(bit Layers) bool { return l&bit != 0 }

// With is l with a layer shown or hidden.
func (l Layers) With(bit Layers, on bool) Layers {
	if on {
		return l | bit
	}
	return l &^ bit
}

// String lists the keys of the shown layers, with commas.
func (l Layers) String() string {
	var keys []string
	for _, y := range AllLayers {
		if l.Has(y.Bit) {
			keys = append(keys, y.Key)
		}
	}
	return strings.Join(keys, ",")
}

// parseLayers reads what String wrote, and says whether it knows all of it; what it does not know is passed over.
func parseLayers(text string) (l Layers, all bool) {
	all = true
	for key := range strings.SplitSeq(text, ",") {
		y, ok := layerOf(key)
		l |= y.Bit
		all = all && (ok || key == "")
	}
	return l, all
}

func layerOf(key string) (Layer, bool) {
	for _, y := range AllLayers {
		if y.Key == key {
			return y, true
		}
	}
	return Layer{}, false
}
