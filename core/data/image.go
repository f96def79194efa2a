package data

import "ganvas/core/random"

// Imaged is a Source of images whose pixels are bytes, rows from the top, channels together: a machine's table of examples holds them in a quarter of the
// memory. In its own units, which are training's too, a byte b is Value(b), between -1 and 1.
type Imaged interface {
	Shaped
	Classed
	// SampleBytes writes the images that SampleLabelled writes, as bytes, and their classes: pixels has Size times as many numbers as labels.
	SampleBytes(r *random.Source, pixels []uint8, labels []float32)
}

// Value is a byte of an image in training's units: 0 is -1 and 255 is 1.
func Value(b uint8) float32 { return float32(float32(b)*(2./255)) - 1 }

// values writes bytes in training's units.
func values(dst []float32, pixels []uint8) {
	for i, b := range pixels {
		dst[i] = Value(b)
	}
}
