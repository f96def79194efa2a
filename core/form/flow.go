package form

import (
	"ganvas/core/experiment"
)

// Flow is all that a flow's run depends on.
type Flow struct {
	Common
	Coupling  string // key in couplings
	Couplings int
	Bins      int // of each spline
	Hidden    experiment.Layers
}

// FlowForm is the form of that family.
var FlowForm = made(Form[Flow]{
	Key: "flow", Label: "Normalising flow", Says: Density,
	Doc:    "An invertible map from the data to normal noise, whose density is exact.",
	Fields: flowFields(), Default: flowDefault, Common: flowCommon,
})

func flowCommon(s *Flow) *Common { return &s.Common }

const (
	Splines = "spline"
	Affine  = "affine"
)

var couplings = []experiment.Option{
	{Key: Splines, Label: "Splines", Doc: "A coordinate is moved along a monotonic curve of quotients of parabolas (Durkan et al., 2019)."},
	{Key: Affine, Label: "Affine", Doc: "A coordinate is stretched and shifted (Dinh et al., 2017)."},
}

func flowFields() experiment.Table[Flow] {
	own := experiment.Table[Flow]{
		experiment.FieldOf[Flow]{Key: "coupling", Label: "Kind of coupling", Doc: "What moves one coordinate, told the other.",
			Group: "model", Kind: experiment.Choice, Choices: couplings}.In(func(s *Flow) any { return &s.Coupling }),
		experiment.FieldOf[Flow]{Key: "layers", Label: "Couplings", Doc: "How many couplings there are; they move the two coordinates in turn.",
			Group: "model", Kind: experiment.Integer, Min: 1, Max: 16}.In(func(s *Flow) any { return &s.Couplings }),
		experiment.FieldOf[Flow]{Key: "bins", Label: "Pieces of a spline", Symbol: "K", Doc: "How many pieces each curve has.",
			Group: "model", Kind: experiment.Integer, Min: 2, Max: 32}.In(func(s *Flow) any { return &s.Bins }).If(func(s *Flow) bool { return s.Coupling == Splines }),
		NetworkField("net", "Hidden layers", "The widths of the network of each coupling.", "model", func(s *Flow) any { return &s.Hidden }),
	}
	return append(append(DataFields(flowCommon), own...), TrainingFields(flowCommon)...)
}

func flowDefault(key string) Flow {
	c := DefaultCommon(key)
	c.Rate, c.Batch, c.Steps = .006, 256, 2000
	s := Flow{Common: c, Coupling: Splines, Couplings: 4, Bins: 12, Hidden: experiment.LayersOf(32, 32)}
	if key == "moons" {
		s.Couplings, s.Bins = 2, 16
	}
	return s
}
