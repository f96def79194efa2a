// Package model is what the bench trains: three GANs, a few sizes of one, and two of images, their programs, first values and costs. The peers
// build the same step from the same description, and start from the same values.
//
// It is no part of the page, and knows nothing of browsers.
package model

import "fmt"

// Model is a GAN of two fully connected players with ReLU between layers: a generator that ends in tanh and a discriminator that
// gives logits.
type Model struct {
	Key   string
	Label string
	G, D  []int // widths, from the input to the output
	Batch int
	Rows  int    // of the table that real samples are drawn from
	Noise string // "uniform" in [0, 1) or "normal"
	Loss  string // "ns", non-saturating, or "wgan"
	// Penalty is the weight of WGAN-GP's gradient penalty; 0 leaves it out of the step.
	Penalty      float64
	Optimiser    string // "sgd" or "adam"
	Rate         float64
	Beta1, Beta2 float64 // Adam's
	Epsilon      float64 // Adam's
	UpdatesD     int     // of the discriminator in a step, each on a fresh minibatch
	UpdatesG     int     // of the generator, after those
	// Images, where it is not nil, are players of images, which all but the names, the batch and Adam's numbers come from.
	Images *Images `json:"-"`
}

// StepsInPass is how many steps one pass of the program's entry takes.
func (m Model) StepsInPass() int {
	if m.Images != nil {
		return m.Images.Lazy
	}
	return 1
}

// All are the models of the table.
var All = []Model{GANLab, Digits, Wide}

// GANLab is the default of GAN Lab (Kahng et al., 2018): 2-8-8-2 against 2-8-8-1.
var GANLab = Model{
	Key: "ganlab", Label: "GAN Lab's", G: []int{2, 8, 8, 2}, D: []int{2, 8, 8, 1}, Batch: 150, Rows: 12000,
	Noise: "uniform", Loss: "ns", Optimiser: "sgd", Rate: 0.1, UpdatesD: 2, UpdatesG: 1,
}

// Digits is a fully connected GAN of the size that fits images of 28 by 28.
var Digits = Model{
	Key: "fc", Label: "FC 784", G: []int{100, 256, 784}, D: []int{784, 256, 1}, Batch: 64, Rows: 1024,
	Noise: "normal", Loss: "ns", Optimiser: "adam", Rate: 2e-4, Beta1: 0.5, Beta2: 0.999, Epsilon: 1e-8, UpdatesD: 1, UpdatesG: 1,
}

// Wide is WGAN-GP in the plane: its step differentiates through a gradient.
var Wide = wide("wide", "wide 2D, WGAN-GP", 128, 256)

func wide(key, label string, width, batch int) Model {
	return Model{
		Key: key, Label: label, G: []int{2, width, width, 2}, D: []int{2, width, width, 1}, Batch: batch, Rows: 12000,
		Noise: "normal", Loss: "wgan", Penalty: 1, Optimiser: "adam", Rate: 1e-4, Beta1: 0, Beta2: 0.9, Epsilon: 1e-8, UpdatesD: 1, UpdatesG: 1,
	}
}

// Scaling are sizes of Wide: how cost grows with the width and with the batch.
var Scaling = scaling([]int{8, 32, 128, 512}, []int{32, 128, 512})

func scaling(widths, batches []int) []Model {
	var out []Model
	for _, w := range widths {
		for _, b := range batches {
			out = append(out, wide(fmt.Sprintf("wide-%d-%d", w, b), fmt.Sprintf("width %d, batch %d", w, b), w, b))
		}
	}
	return out
}

// Find returns the model with this key, of All, of Scaling or of AllImages.
func Find(key string) (Model, bool) {
	for _, list := range [][]Model{All, Scaling, AllImages} {
		for _, m := range list {
			if m.Key == key {
				return m, true
			}
		}
	}
	return Model{}, false
}
