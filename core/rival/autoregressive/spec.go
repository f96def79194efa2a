// Package autoregressive is the family that draws one coordinate after the other: p(x₁), then p(x₂|x₁), whose product is the density. Each factor is
// a sum of Gaussians, or a histogram.
package autoregressive

import (
	"ganvas/core/experiment"
	"ganvas/core/family"
)

// Spec is all that an autoregressive run depends on.
type Spec struct {
	family.Common
	Factors    string // key in factors
	Components int    // Gaussians of each factor
	Bins       int    // of each factor
	Hidden     experiment.Layers
	Order      string // key in orders
}

// Entry is the family of autoregressive models.
var Entry = kind.Entry()

var kind = family.Kind[Spec]{
	Key: "autoregressive", Label: "Autoregressive", Says: family.Density,
	Doc:    "One coordinate after the other: p(x₁), then p(x₂|x₁).",
	Fields: fields(), Default: defaultFor, Common: common, Trace: trace,
}

func common(s *Spec) *family.Common { return &s.Common }

const (
	gaussians = "gaussians"
	bins      = "bins"
)

var factors = []experiment.Option{
	{Key: gaussians, Label: "Sums of Gaussians", Doc: "Each factor is a mixture of Gaussians; the second's comes from a network that is told x₁ (Bishop, 1994)."},
	{Key: bins, Label: "Bins", Doc: "Each factor is a histogram, learnt by counting; the second's has a row of bins for each bin of x₁."},
}

var orders = []experiment.Option{
	{Key: "xy", Label: "x, then y", Doc: "p(x) p(y|x)."},
	{Key: "yx", Label: "y, then x", Doc: "p(y) p(x|y)."},
}

func fields() experiment.Table[Spec] {
	smooth := func(s *Spec) bool { return s.Factors == gaussians }
	own := experiment.Table[Spec]{
		experiment.FieldOf[Spec]{Key: "factors", Label: "Factors", Doc: "What p(x₁) and p(x₂|x₁) are made of.",
			Group: "model", Kind: experiment.Choice, Choices: factors}.In(func(s *Spec) any { return &s.Factors }),
		experiment.FieldOf[Spec]{Key: "k", Label: "Gaussians", Symbol: "K", Doc: "How many Gaussians each factor adds up.",
			Group: "model", Kind: experiment.Integer, Min: 1, Max: 64}.In(func(s *Spec) any { return &s.Components }).If(smooth),
		family.NetworkField("net", "Hidden layers", "The widths of the network that makes p(x₂|x₁) of x₁.", "model", func(s *Spec) any { return &s.Hidden }).If(smooth),
		experiment.FieldOf[Spec]{Key: "bins", Label: "Bins", Symbol: "B", Doc: "How many bins each coordinate has, between the least and the greatest of the data.",
			Group: "model", Kind: experiment.Integer, Min: 2, Max: 256, Log: true}.In(func(s *Spec) any { return &s.Bins }).If(func(s *Spec) bool { return s.Factors == bins }),
		experiment.FieldOf[Spec]{Key: "order", Label: "Order", Doc: "Which coordinate comes first.",
			Group: "model", Kind: experiment.Choice, Choices: orders}.In(func(s *Spec) any { return &s.Order }),
	}
	training := family.TrainingFields(common)
	for i := range training {
		if key := training[i].Key; key != "steps" && key != "batch" {
			training[i] = training[i].If(smooth)
		}
	}
	return append(append(family.DataFields(common), own...), training...)
}

func defaultFor(key string) Spec {
	c := family.DefaultCommon(key)
	c.Rows, c.Rate, c.Batch, c.Steps = 131072, .01, 256, 2000
	s := Spec{Common: c, Factors: gaussians, Components: 16, Bins: 32, Hidden: experiment.LayersOf(48, 48), Order: "xy"}
	if key == "checkerboard" {
		s.Factors = bins // whose edges are the squares'
	}
	return s
}
