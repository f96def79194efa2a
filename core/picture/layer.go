package picture

import (
	"strings"

	"ganvas/core/probe"
)

// Layers are the parts of the plane's picture that are shown, one bit each.
type Layers uint8

// The layers, from the bottom up.
const (
	Field     Layers = 1 << iota // D(x) as colour
	Manifold                     // the latent grid as G bends it
	Real                         // samples of the data
	Generated                    // samples of the generator
	Arrows                       // minus the gradient of the generator's loss
	Optimal                      // D*(x) as colour in D's place, which keeps its boundary
	Boundary                     // the line D = 1/2
)

// Layer names one of them.
type Layer struct {
	Key   string // stable, in addresses and lessons
	Bit   Layers
	Probe string // what it needs beside what the plane always asks for, or empty
	Line  string // and the line
}

// AllLayers are they, in the order of reading.
var AllLayers = []Layer{
	{"real", Real, "", ""},
	{"generated", Generated, "", ""},
	{"field", Field, "", ""},
	{"manifold", Manifold, probe.Manifold, ""},
	{"arrows", Arrows, probe.Descent, probe.LineDescent},
	{"boundary", Boundary, "", ""},
	{"optimal", Optimal, probe.Optimal, probe.LineOptimal},
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

// Keys are those of the shown layers.
func (l Layers) Keys() (keys []string) {
	for _, y := range AllLayers {
		if l.Has(y.Bit) {
			keys = append(keys, y.Key)
		}
	}
	return keys
}

// String lists the keys of the shown layers, with commas.
func (l Layers) String() string { return strings.Join(l.Keys(), ",") }

// Probes are what the shown layers need beside what panels always ask for. A run gives those that it has.
func (l Layers) Probes() (names []string) {
	for _, y := range AllLayers {
		for _, name := range []string{y.Probe, y.Line} {
			if name != "" && l.Has(y.Bit) {
				names = append(names, name)
			}
		}
	}
	return names
}

// LayerOf finds a layer by its key.
func LayerOf(key string) (Layer, bool) {
	for _, y := range AllLayers {
		if y.Key == key {
			return y, true
		}
	}
	return Layer{}, false
}

// ParseLayers reads what String wrote, and says whether it knows all of it; what it does not know is passed over.
func ParseLayers(text string) (l Layers, all bool) {
	all = true
	for key := range strings.SplitSeq(text, ",") {
		y, ok := LayerOf(key)
		l |= y.Bit
		all = all && (ok || key == "")
	}
	return l, all
}
