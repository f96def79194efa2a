package data

import "ganvas/core/random"

// Imaged is a Source of images whose pixels are bytes, rows from the top, channels together: a machine's table of examples holds them in a quarter of
// the memory. In its own units, which are training's too, a byte b is Value(b), between -1 and 1.
type Imaged interface {
	Shaped
	Classed
	// SampleBytes writes the images that SampleLabelled writes, as bytes, and their classes: pixels has Size times as many numbers as labels.
	SampleBytes(r *random.Source, pixels []uint8, labels []float32)
}

// Value is a byte of an image in training's units: 0 is -1 and 255 is 1.
func Value(b uint8) float32 { return float32(float32(b)*(2./255)) - 1 }

// valued is SampleLabelled of an Imaged source.
func valued(s Imaged, r *random.Source, dst, labels []float32) {
	pixels := make([]uint8, len(dst))
	s.SampleBytes(r, pixels, labels)
	for i, b := range pixels {
		dst[i] = Value(b)
	}
}

// unlabelled is Sample of an Imaged source.
func unlabelled(s Imaged, r *random.Source, dst []float32) {
	valued(s, r, dst, make([]float32, len(dst)/Size(s)))
}
