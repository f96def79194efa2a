package data

import (
	"ganvas/core/glyph"
	"ganvas/core/random"
)

// Digits, small ones, and signs, drawn by hand as package glyph has it. All classes are equally likely.
var (
	Digits  Imaged = &Written{glyph.Digits, glyph.Paper28}
	Digits8 Imaged = &Written{glyph.Digits, glyph.Paper8}
	Signs   Imaged = &Written{glyph.Signs, glyph.Paper8}
)

// Written is a source of characters: images of one channel, a class for each character.
type Written struct {
	Alphabet glyph.Alphabet
	Paper    glyph.Paper
}

// Shape implements Shaped.
func (w *Written) Shape() []int { return []int{w.Paper.Side, w.Paper.Side, 1} }

// Scale implements Source.
func (w *Written) Scale() float32 { return 1 }

// Classes implements Classed.
func (w *Written) Classes() int { return len(w.Alphabet.Names) }

// ClassNames implements Named.
func (w *Written) ClassNames() []string { return w.Alphabet.Names }

// SampleBytes implements Imaged.
func (w *Written) SampleBytes(r *random.Source, pixels []uint8, labels []float32) {
	size := w.Paper.Side * w.Paper.Side
	for i := range labels {
		class := r.IntN(w.Classes())
		w.Alphabet.Draw(r, w.Paper, class, pixels[i*size:(i+1)*size])
		labels[i] = float32(class)
	}
}

// SampleLabelled implements Classed.
func (w *Written) SampleLabelled(r *random.Source, dst, labels []float32) { valued(w, r, dst, labels) }

// Sample implements Source.
func (w *Written) Sample(r *random.Source, dst []float32) { unlabelled(w, r, dst) }
