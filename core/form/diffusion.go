package form

import (
	"ganvas/core/experiment"
)

// Diffusion is all that a diffusion's run depends on.
type Diffusion struct {
	Common
	Path     string // key in paths
	Hidden   experiment.Layers
	Sampling int     // steps from noise to a sample
	Level    float64 // the time, between data at 0 and noise at 1, of the field that is shown
}

// DiffusionForm is the form of that family.
var DiffusionForm = made(Form[Diffusion]{
	Key: "diffusion", Label: "Diffusion and flow matching", Says: Score,
	Doc:    "A network that learns to take noise away, step by step.",
	Fields: diffusionFields(), Default: diffusionDefault, Common: diffusionCommon,
})

func diffusionCommon(s *Diffusion) *Common { return &s.Common }

const (
	Curved   = "diffusion"
	Straight = "flow"
)

var paths = []experiment.Option{
	{Key: Curved, Label: "Diffusion", Doc: "x_t = cos(πt/2) x + sin(πt/2) n: the network predicts the noise n."},
	{Key: Straight, Label: "Flow matching", Doc: "x_t = (1-t) x + t n: the network predicts the velocity n - x."},
}

func diffusionFields() experiment.Table[Diffusion] {
	own := experiment.Table[Diffusion]{
		experiment.FieldOf[Diffusion]{Key: "path", Label: "Path", Doc: "How points become noise, and what the network predicts.",
			Group: "model", Kind: experiment.Choice, Choices: paths}.In(func(s *Diffusion) any { return &s.Path }),
		NetworkField("net", "Hidden layers", "The widths of the network that is told a point and the time.", "model", func(s *Diffusion) any { return &s.Hidden }),
		experiment.FieldOf[Diffusion]{Key: "sampling", Label: "Sampling steps", Symbol: "T", Doc: "In how many steps noise becomes a sample.",
			Group: "model", Kind: experiment.Integer, Min: 1, Max: 200, Log: true, Live: true}.In(func(s *Diffusion) any { return &s.Sampling }),
		experiment.FieldOf[Diffusion]{Key: "level", Label: "Noise level shown", Symbol: "t", Doc: "The time of the field that is shown: 0 is the data, 1 is noise.",
			Group: "model", Kind: experiment.Number, Min: .005, Max: .995, Live: true}.In(func(s *Diffusion) any { return &s.Level }),
	}
	return append(append(DataFields(diffusionCommon), own...), TrainingFields(diffusionCommon)...)
}

func diffusionDefault(key string) Diffusion {
	c := DefaultCommon(key)
	c.Rate, c.Batch, c.Steps, c.Average = .006, 256, 3000, .995
	return Diffusion{Common: c, Path: Curved, Hidden: experiment.LayersOf(64, 64, 64), Sampling: 20, Level: .5}
}
