// Package glyph draws characters as many people write them: strokes through a few points, bent, slanted and scaled by a hand that differs
// from image to image, with a pen that does too. It is how the product has images without a download.
//
// An image is height rows of width bytes, one channel, ink 255 on 0. What is drawn depends on the stream of random numbers alone, and to the last
// bit: there is arithmetic, square roots and no other function, and products are rounded by an explicit conversion before they are added.
package glyph

import "ganvas/core/random"

// point is a place on paper, x to the right and y down.
type point struct{ x, y float64 }

// stroke is what a pen draws before it is lifted: x, y of points that a smooth curve goes through, in hundredths of the character's box. A point
// that stands twice is a corner.
type stroke []int8

// form is one way to write a character: its strokes.
type form []stroke

// Alphabet is a set of characters, each with the ways to write it.
type Alphabet struct {
	Names []string // of the characters, by class
	forms [][]form
}

// Paper is the size of images and how characters lie in them.
type Paper struct {
	Side   int     // of the square image, in pixels
	Body   float64 // the longer side of a character of usual size, its ink included, in pixels
	Pen    float64 // the usual width of a pen, in pixels
	Spread float64 // the standard deviation of the pen's width
	Loose  float64 // how far hands differ, over how far they do on a large paper
}

// Usual papers: 28 pixels are as MNIST has it, a body of 20 with its ink's middle in the image's; 8 are the least on which ten digits can be told
// apart.
var (
	Paper28 = Paper{Side: 28, Body: 20, Pen: 2.6, Spread: .65, Loose: 1}
	Paper8  = Paper{Side: 8, Body: 7.6, Pen: 1.05, Spread: .12, Loose: .5}
)

// Draw draws one image of a class, 0 to len(Names)-1: dst has Side*Side bytes.
func (a *Alphabet) Draw(r *random.Source, p Paper, class int, dst []uint8) {
	forms := a.forms[class]
	h := newHand(r, p.Loose)
	lines := h.write(r, forms[r.IntN(len(forms))])
	width := h.place(r, p, lines)
	ink := newInk(p.Side)
	for _, l := range lines {
		ink.line(l, width, h.pressure*width)
	}
	ink.centre(dst)
}
