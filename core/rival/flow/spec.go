// Package flow is the family of normalising flows: an invertible map from points to standard normal ones, whose density follows from how it stretches
// areas (Dinh et al., 2017). Each coupling moves one coordinate by a function that is told the other.
package flow

import (
	"ganvas/core/experiment"
	"ganvas/core/family"
)

// Spec is all that a flow's run depends on.
type Spec struct {
	family.Common
	Coupling  string // key in couplings
	Couplings int
	Bins      int // of each spline
	Hidden    experiment.Layers
}

// Entry is the family of normalising flows.
var Entry = kind.Entry()

var kind = family.Kind[Spec]{
	Key: "flow", Label: "Normalising flow", Says: family.Density,
	Doc:    "An invertible map from the data to normal noise, whose density is exact.",
	Fields: fields(), Default: defaultFor, Common: common, Trace: trace,
}

func common(s *Spec) *family.Common { return &s.Common }

const (
	splines = "spline"
	affine  = "affine"
)

var couplings = []experiment.Option{
	{Key: splines, Label: "Splines", Doc: "A coordinate is moved along a monotonic curve of quotients of parabolas (Durkan et al., 2019)."},
	{Key: affine, Label: "Affine", Doc: "A coordinate is stretched and shifted (Dinh et al., 2017)."},
}

func fields() experiment.Table[Spec] {
	own := experiment.Table[Spec]{
		experiment.FieldOf[Spec]{Key: "coupling", Label: "Couplings", Doc: "What moves one coordinate, told the other.",
			Group: "model", Kind: experiment.Choice, Choices: couplings}.In(func(s *Spec) any { return &s.Coupling }),
		experiment.FieldOf[Spec]{Key: "layers", Label: "Number of couplings", Doc: "How many couplings there are; they move the two coordinates in turn.",
			Group: "model", Kind: experiment.Integer, Min: 1, Max: 16}.In(func(s *Spec) any { return &s.Couplings }),
		experiment.FieldOf[Spec]{Key: "bins", Label: "Pieces of a spline", Symbol: "K", Doc: "How many pieces each curve has.",
			Group: "model", Kind: experiment.Integer, Min: 2, Max: 32}.In(func(s *Spec) any { return &s.Bins }).If(func(s *Spec) bool { return s.Coupling == splines }),
		family.NetworkField("net", "Hidden layers", "The widths of the network of each coupling.", "model", func(s *Spec) any { return &s.Hidden }),
	}
	return append(append(family.DataFields(common), own...), family.TrainingFields(common)...)
}

func defaultFor(key string) Spec {
	c := family.DefaultCommon(key)
	c.Rate, c.Batch, c.Steps = .006, 256, 2000
	s := Spec{Common: c, Coupling: splines, Couplings: 4, Bins: 12, Hidden: experiment.LayersOf(32, 32)}
	if key == "moons" {
		s.Couplings, s.Bins = 2, 16
	}
	return s
}
