package data

import "ganvas/core/random"

// Factor is one number that an image is drawn from.
type Factor struct {
	Key, Label string
	Low, High  float32 // uniform between
	Cyclic     bool    // its ends look the same
}

// Factored is an Imaged source whose images are functions of their class and a few numbers, so that what a generator has found can be told.
type Factored interface {
	Imaged
	// Factors lists the numbers.
	Factors() []Factor
	// SampleFactors writes what SampleBytes writes, and what each image is drawn from: len(Factors()) numbers for each label.
	SampleFactors(r *random.Source, pixels []uint8, labels, factors []float32)
	// Draw draws the image of a class and of factors.
	Draw(pixels []uint8, class int, factors []float32)
}
