package data

import "ganvas/core/random"

// Dirac is all probability in one point, the origin: the data of the Dirac-GAN (Mescheder, Geiger and Nowozin, 2018). It has no
// density, and no size that training could divide by: its units are training's.
var Dirac Source = dirac{}

type dirac struct{}

// Sample implements Source.
func (dirac) Sample(_ *random.Source, dst []float32) { clear(dst) }

// Scale implements Source.
func (dirac) Scale() float32 { return 1 }

// Single implements Atom.
func (dirac) Single() {}

// Atom is a Source whose points are all the same. Measures that ask how far points are spread have no answer there.
type Atom interface {
	Source
	Single()
}
