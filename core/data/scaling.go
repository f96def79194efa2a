package data

import "slices"

// Scaling says how the columns of given points come to training's units.
type Scaling uint8

// The scalings.
const (
	EachScale Scaling = iota // each column has zero mean and unit variance
	OneScale                 // all are centred, and divided by the largest standard deviation: what is as long stays as long
	NoScale                  // as they are
)

// scalings are their names in files.
var scalings = []string{"each", "one", "none"}

// String is the name in files.
func (s Scaling) String() string { return scalings[s] }

// File is what a file says of it: nothing where each column is scaled by itself, as files without a word are.
func (s Scaling) File() string {
	if s == EachScale {
		return ""
	}
	return s.String()
}

// ScalingOf is the scaling of a name; a name of none is EachScale.
func ScalingOf(name string) Scaling { return Scaling(max(0, slices.Index(scalings, name))) }

// apply sets an axis, which has found its own scale, given the widest axis's.
func (s Scaling) apply(a *axis, widest float64) {
	switch s {
	case OneScale:
		a.deviation, a.scale = widest/a.spread, widest
	case NoScale:
		a.middle, a.spread, a.mean, a.deviation, a.scale = 0, 1, 0, 1, 1
	}
}
