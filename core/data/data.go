// Package data is the catalogue of target distributions: what the generator has to learn.
//
// A Source is sampled in its own units (the ring has radius 2) by a deterministic stream, so that the same seed gives the
// same points on every machine; Scale says how far training shrinks them to about unit variance.
package data

import "ganvas/core/random"

// Source is a target distribution in the plane.
type Source interface {
	// Sample writes len(dst)/2 independent points, x before y.
	Sample(r *random.Source, dst []float32)
	// Scale is the number that training divides coordinates by, about the root mean square of a coordinate.
	Scale() float32
}

// Moded is a Source made of equally likely isotropic Gaussian modes, for which modes can be counted.
type Moded interface {
	Source
	// Modes returns the centres and the common standard deviation.
	Modes() (centres [][2]float64, sd float64)
}

// Dense is a Source whose density is known in closed form.
type Dense interface {
	Source
	// Density returns p(x, y) in units of one over area.
	Density(x, y float64) float64
}

// Entry is a named source in the catalogue.
type Entry struct {
	Key   string // stable, in Specs and URLs: "ring8"
	Label string // for people: "Ring of 8, soft"
	Source
}
