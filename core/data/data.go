// Package data is the catalogue of target distributions: what the generator has to learn.
//
// A Source is sampled in its own units (the ring has radius 2) by a deterministic stream, so that the same seed gives the
// same points on every machine; Scale says how far training shrinks them to about unit variance. What a source knows of
// itself (modes, density, masses of cells) it says by the small interfaces below; measures of quality ask for them.
//
// Points are flat slices of coordinates, a point's side by side: of the plane x before y. How many they are is the source's shape (ShapeOf), and
// nothing else depends on it. Sampling keeps to arithmetic that rounds alike everywhere: no function
// of package math but Sqrt and Floor, and products are rounded by an explicit conversion before they are added, so that no
// compiler fuses the two. Densities are for people and measures, in float64, and promise no bits.
package data

import "ganvas/core/random"

// Source is a target distribution: of points of the plane, or, where it is Shaped, of other points or images.
type Source interface {
	// Sample writes as many independent examples as dst has room for, one after the other: of points of the plane len(dst)/2, x before y.
	Sample(r *random.Source, dst []float32)
	// Scale is the number that training divides coordinates by, about the root mean square of a coordinate.
	Scale() float32
}

// Mode is one Gaussian of a mixture, its axes along those of the space.
type Mode struct {
	At     []float64 // centre
	SD     []float64 // standard deviations, by axis
	Weight float64   // probability; those of a mixture sum to 1
}

// Moded is a Source made of separate Gaussian modes, which can be counted.
type Moded interface {
	Source
	// Modes returns the mixture; the caller must not change it.
	Modes() []Mode
}

// Classed is a Source whose examples are each of a class, 0 to Classes()-1.
type Classed interface {
	Source
	Classes() int
	// SampleLabelled writes the examples that Sample writes, and their classes: dst has Size times as many numbers as labels.
	SampleLabelled(r *random.Source, dst, labels []float32)
}

// Labelled is a Classed source of points, whose whole space it divides among the classes.
type Labelled interface {
	Classed
	// Class returns the most likely class of a point, or about that.
	Class(at ...float64) int
}

// Dense is a Source whose density is known, in closed form or by quadrature to rounding.
type Dense interface {
	Source
	// Density returns p at a point, in units of one over length, area, and so on.
	Density(at ...float64) float64
}

// Massed is a Dense that also knows the probability of a box, so that a histogram can be held against the truth.
type Massed interface {
	Dense
	// Mass returns the probabilities of the cells between the ascending edges along each axis: of xs and ys, len(ys)-1 rows of len(xs)-1.
	// Edges may be infinite.
	Mass(edges ...[]float64) []float64
}

// Entry is a named source in the catalogue.
type Entry struct {
	Key   string // stable, in Specs and URLs: "ring8"
	Label string // for people: "Ring of 8, soft"
	Doc   string // one sentence for people: what it is good for, where it comes from
	// Source is a field and not embedded: an Entry must not pass for its Source, whose optional interfaces it would hide.
	Source Source
}
