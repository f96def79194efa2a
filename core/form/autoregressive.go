package form

import (
	"ganvas/core/experiment"
)

// Autoregressive is all that an autoregressive run depends on.
type Autoregressive struct {
	Common
	Factors    string // key in factors
	Components int    // Gaussians of each factor
	Bins       int    // of each factor
	Hidden     experiment.Layers
	Order      string // key in orders
}

// AutoregressiveForm is the form of that family.
var AutoregressiveForm = made(Form[Autoregressive]{
	Key: "autoregressive", Label: "Autoregressive", Says: Density,
	Doc:    "One coordinate after the other: p(x₁), then p(x₂|x₁).",
	Fields: autoregressiveFields(), Default: autoregressiveDefault, Common: autoregressiveCommon,
})

func autoregressiveCommon(s *Autoregressive) *Common { return &s.Common }

const (
	Gaussians = "gaussians"
	Histogram = "bins"
)

var factors = []experiment.Option{
	{Key: Gaussians, Label: "Sums of Gaussians", Doc: "Each factor is a mixture of Gaussians; the second's comes from a network that is told x₁ (Bishop, 1994)."},
	{Key: Histogram, Label: "Bins", Doc: "Each factor is a histogram, learnt by counting; the second's has a row of bins for each bin of x₁."},
}

var orders = []experiment.Option{
	{Key: "xy", Label: "x, then y", Doc: "p(x) p(y|x)."},
	{Key: "yx", Label: "y, then x", Doc: "p(y) p(x|y)."},
}

func autoregressiveFields() experiment.Table[Autoregressive] {
	smooth := func(s *Autoregressive) bool { return s.Factors == Gaussians }
	own := experiment.Table[Autoregressive]{
		experiment.FieldOf[Autoregressive]{Key: "factors", Label: "Factors", Doc: "What p(x₁) and p(x₂|x₁) are made of.",
			Group: "model", Kind: experiment.Choice, Choices: factors}.In(func(s *Autoregressive) any { return &s.Factors }),
		experiment.FieldOf[Autoregressive]{Key: "k", Label: "Gaussians", Symbol: "K", Doc: "How many Gaussians each factor adds up.",
			Group: "model", Kind: experiment.Integer, Min: 1, Max: 64}.In(func(s *Autoregressive) any { return &s.Components }).If(smooth),
		NetworkField("net", "Hidden layers", "The widths of the network that makes p(x₂|x₁) of x₁.", "model", func(s *Autoregressive) any { return &s.Hidden }).If(smooth),
		experiment.FieldOf[Autoregressive]{Key: "bins", Label: "Bins", Symbol: "B", Doc: "How many bins each coordinate has, between the least and the greatest of the data.",
			Group: "model", Kind: experiment.Integer, Min: 2, Max: 256, Log: true}.In(func(s *Autoregressive) any { return &s.Bins }).If(func(s *Autoregressive) bool { return s.Factors == Histogram }),
		experiment.FieldOf[Autoregressive]{Key: "order", Label: "Order", Doc: "Which coordinate comes first.",
			Group: "model", Kind: experiment.Choice, Choices: orders}.In(func(s *Autoregressive) any { return &s.Order }),
	}
	training := TrainingFields(autoregressiveCommon)
	for i := range training {
		if key := training[i].Key; key != "steps" && key != "batch" {
			training[i] = training[i].If(smooth)
		}
	}
	return append(append(DataFields(autoregressiveCommon), own...), training...)
}

func autoregressiveDefault(key string) Autoregressive {
	c := DefaultCommon(key)
	c.Rows, c.Rate, c.Batch, c.Steps = 131072, .01, 256, 2000
	s := Autoregressive{Common: c, Factors: Gaussians, Components: 16, Bins: 32, Hidden: experiment.LayersOf(48, 48), Order: "xy"}
	if key == "checkerboard" {
		s.Factors = Histogram // whose edges are the squares'
	}
	return s
}
