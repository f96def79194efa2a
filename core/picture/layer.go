package picture

import (
	"slices"
	"strings"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// Layers are the parts of the plane's picture that are shown, one bit each.
type Layers uint16

// The layers, from the bottom up.
const (
	Field      Layers = 1 << iota // D(x) as colour
	Manifold                      // the latent grid as G bends it
	Real                          // samples of the data
	Generated                     // samples of the generator
	Arrows                        // minus the gradient of the generator's loss
	Optimal                       // D*(x) as colour in D's place, which keeps its boundary
	Boundary                      // the line D = 1/2
	Density                       // a model's density as colour and contours
	Components                    // the Gaussians that it adds up
	Score                         // in which way points get likelier
	Path                          // the ways of some samples from noise
	Restored                      // where points of the data come back from the latent space
)

// Layer names one of them.
type Layer struct {
	Key   string // stable, in addresses and lessons
	Bit   Layers
	Needs []string // the probes that it needs beside what panels always ask for, of which a run gives those that it has
	Of    []string // the probes of which a run must have one for it to show anything; empty where all runs do
}

// AllLayers are they, in the order of reading.
var AllLayers = []Layer{
	{"real", Real, nil, nil},
	{"generated", Generated, nil, nil},
	{"field", Field, nil, fields},
	{"manifold", Manifold, []string{probe.Manifold}, []string{probe.Manifold, probe.LineMap}},
	{"arrows", Arrows, descents, descents},
	{"boundary", Boundary, nil, fields},
	{"optimal", Optimal, bests, bests},
	{"density", Density, []string{probe.Density}, []string{probe.Density}},
	{"components", Components, []string{probe.Components}, []string{probe.Components}},
	{"score", Score, []string{probe.Score}, []string{probe.Score}},
	{"path", Path, []string{probe.Path}, []string{probe.Path}},
	{"restored", Restored, []string{probe.Posterior, probe.Restored}, []string{probe.Restored}},
}

var (
	fields   = []string{probe.Field, probe.LineField, probe.ImagesVerdict}
	descents = []string{probe.Descent, probe.LineDescent}
	bests    = []string{probe.Optimal, probe.LineOptimal}
)

// FilledBy reports whether a run with this scene has anything to show in the layer; where the scene has not come yet, it may.
func (y Layer) FilledBy(scene []wire.Array) bool {
	offers, come := offered(scene)
	if !come || len(y.Of) == 0 {
		return true
	}
	return slices.ContainsFunc(y.Of, func(name string) bool { return slices.Contains(offers, name) })
}

// Offered reports whether a run with this scene has a probe of this name; where the scene has not come yet, it has none.
func Offered(scene []wire.Array, name string) bool {
	offers, _ := offered(scene)
	return slices.Contains(offers, name)
}

// offered is the names of all probes of a run with this scene, and whether that has come.
func offered(scene []wire.Array) (names []string, come bool) {
	i := slices.IndexFunc(scene, func(a wire.Array) bool { return a.Name == probe.Offers })
	if i < 0 {
		return nil, false
	}
	return strings.Split(string(scene[i].Bytes), "\n"), true
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
		if l.Has(y.Bit) {
			names = append(names, y.Needs...)
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
