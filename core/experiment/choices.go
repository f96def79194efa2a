package experiment

import (
	"slices"

	"ganvas/core/data"
	"ganvas/core/loss"
	"ganvas/core/nn"
	"ganvas/core/opt"
)

// Noises are the latent distributions. All have independent coordinates but for the sphere; the constant is no noise.
var Noises = []Option{
	{"normal", "Normal", "Each coordinate is N(0, 1)."},
	{"uniform", "Uniform", "Each coordinate is uniform between -1 and 1."},
	{"sphere", "Sphere", "Uniform on the sphere on which normal noise lies on average: the coordinates' mean square is 1."},
	{"mixture", "Mixture", "Normal blobs far from each other, all equally likely: noise that has gaps, for data that have some (Ben-Yosef and Weinshall, 2018)."},
	{"constant", "None", "Each coordinate is 1: the generator makes a single point."},
}

// Orders are who moves when within a step.
var Orders = []Option{
	{"alternating", "One after the other", "The discriminator moves, and the generator answers the moved one."},
	{"simultaneous", "At once", "Both players move from where they stood."},
	{"extragradient", "Extragradient", "Both look one move ahead, and then move from where they stood by the gradients found there."},
}

func losses() []Option {
	var out []Option
	for _, e := range loss.All {
		out = append(out, Option{e.Key, e.Label, e.Doc})
	}
	return out
}

func optimisers() []Option {
	var out []Option
	for _, e := range opt.All {
		out = append(out, Option{e.Key, e.Label, e.Doc})
	}
	return out
}

func schedules() []Option {
	var out []Option
	for _, e := range opt.Schedules {
		out = append(out, Option{e.Key, e.Label, e.Doc})
	}
	return out
}

func activations() []Option {
	var out []Option
	for _, e := range nn.Activations {
		out = append(out, Option{Key: e.Key, Label: e.Label})
	}
	return out
}

func initialisers() []Option {
	var out []Option
	for _, e := range nn.Initialisers {
		out = append(out, Option{e.Key, e.Label, e.Doc})
	}
	return out
}

func norms() []Option {
	var out []Option
	for _, e := range nn.Norms {
		out = append(out, Option{e.Key, e.Label, e.Doc})
	}
	return out
}

// catalogue is all data that are not the reader's own: of the plane, of one dimension, then images.
func catalogue() []data.Entry { return slices.Concat(data.All, data.Lines, data.Images) }

// distributions are the targets: the catalogue, and the user's own points.
func distributions() []Option {
	var out []Option
	for _, e := range catalogue() {
		out = append(out, Option{e.Key, e.Label, e.Doc})
	}
	return append(out, Option{OwnData, "Your own points", "Columns of a table, a drawing, or images."})
}
