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
	Stretched
)

// DefaultLayers is what a newcomer sees.
const DefaultLayers = Field | Manifold | Real | Generated | Arrows

// Layer names one part of the plane's picture.
type Layer struct {
	Key   string // stable, in addresses
	Label string // for people
	Hue   string // "real", "generated", "field", "manifold" or "ink": which swatch the style sheet paints
	Doc   string
	Bit   Layers
	Probe string // what it needs beside what is always there, or empty
}

// AllLayers is the catalogue, in the order of reading.
var AllLayers = []Layer{
	{"real", "Real x", "real", "Samples of the data, which the generator has to imitate.", Real, ""},
	{"generated", "Generated G(z)", "generated", "Samples of the generator, made from noise. Where it is told a class, an open circle has landed in another.", Generated, ""},
	{"field", "Discriminator D(x)", "field", "How real the discriminator finds each place of the plane: blue where it says real, orange where it says generated, the page's colour where it cannot tell.", Field, ""},
	{"optimal", "Best D*(x)", "field", "The best discriminator against this generator, D* = p/(p+q), in the field's place; D(x) keeps its boundary. Cells with no data and no fakes are undecided.", Optimal, probe.Optimal},
	{"stretched", "Stretched", "field", "The field's colours and lines, with its distance from ½ multiplied until they are as full as they can be. Towards the equilibrium D(x) is ½ almost everywhere; stretched, it shows where the two clouds still differ.", Stretched, ""},
	{"manifold", "Manifold", "manifold", "The grid of noise, carried into the plane by the generator. Small cells are dense.", Manifold, probe.Manifold},
	{"arrows", "Gradients", "ink", "The way each generated sample would move to lower the generator's loss.", Arrows, probe.Descent},
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
