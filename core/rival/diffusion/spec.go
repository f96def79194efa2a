// Package diffusion is the family that learns to take noise away: diffusion (Ho et al., 2020; Song et al., 2021), whose network predicts the noise
// in a blurred point, and flow matching (Lipman et al., 2023), whose network predicts the velocity on straight paths between points and noise.
package diffusion

import (
	"ganvas/core/experiment"
	"ganvas/core/family"
)

// Spec is all that a diffusion's run depends on.
type Spec struct {
	family.Common
	Path     string // key in paths
	Hidden   experiment.Layers
	Sampling int     // steps from noise to a sample
	Level    float64 // the time, between data at 0 and noise at 1, of the field that is shown
}

// Entry is the family of diffusion and flow matching.
var Entry = kind.Entry()

var kind = family.Kind[Spec]{
	Key: "diffusion", Label: "Diffusion and flow matching", Says: family.Score,
	Doc:    "A network that learns to take noise away, step by step.",
	Fields: fields(), Default: defaultFor, Common: common, Trace: trace,
}

func common(s *Spec) *family.Common { return &s.Common }

const (
	curved   = "diffusion"
	straight = "flow"
)

var paths = []experiment.Option{
	{Key: curved, Label: "Diffusion", Doc: "x_t = cos(πt/2) x + sin(πt/2) n: the network predicts the noise n."},
	{Key: straight, Label: "Flow matching", Doc: "x_t = (1-t) x + t n: the network predicts the velocity n - x."},
}

func fields() experiment.Table[Spec] {
	own := experiment.Table[Spec]{
		experiment.FieldOf[Spec]{Key: "path", Label: "Path", Doc: "How points become noise, and what the network predicts.",
			Group: "model", Kind: experiment.Choice, Choices: paths}.In(func(s *Spec) any { return &s.Path }),
		family.NetworkField("net", "Hidden layers", "The widths of the network that is told a point and the time.", "model", func(s *Spec) any { return &s.Hidden }),
		experiment.FieldOf[Spec]{Key: "sampling", Label: "Sampling steps", Symbol: "T", Doc: "In how many steps noise becomes a sample.",
			Group: "model", Kind: experiment.Integer, Min: 1, Max: 200, Log: true, Live: true}.In(func(s *Spec) any { return &s.Sampling }),
		experiment.FieldOf[Spec]{Key: "level", Label: "Noise level shown", Symbol: "t", Doc: "The time of the field that is shown: 0 is the data, 1 is noise.",
			Group: "model", Kind: experiment.Number, Min: .005, Max: .995, Live: true}.In(func(s *Spec) any { return &s.Level }),
	}
	return append(append(family.DataFields(common), own...), family.TrainingFields(common)...)
}

func defaultFor(key string) Spec {
	c := family.DefaultCommon(key)
	c.Rate, c.Batch, c.Steps, c.Average = .006, 256, 3000, .995
	return Spec{Common: c, Path: curved, Hidden: experiment.LayersOf(64, 64, 64), Sampling: 20, Level: .5}
}
