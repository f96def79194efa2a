package dirac

import (
	"math"
	"math/cmplx"
)

// Course is how a small distance from the equilibrium changes from step to step.
type Course uint8

// The courses.
const (
	Unknown  Course = iota // there is no Jacobian to tell from
	Inwards                // it shrinks
	Around                 // it stays, and its direction turns
	Outwards               // it grows
	Adrift                 // something neither shrinks nor turns: the linear terms do not tell what becomes of it
)

// even is how far from 1 a multiplier's size may be by rounding, and straight how far from the real line: double roots move as the square
// root of it.
const (
	even     = 1e-9
	straight = 1e-6
)

// CourseOf tells it from the multipliers of a step: its factor is the greatest of their sizes, and turning says whether the distance's
// direction turns.
func CourseOf(multipliers []complex128) (c Course, factor float64, turning bool) {
	for _, mu := range multipliers {
		if size := cmplx.Abs(mu); size > factor {
			factor, turning = size, math.Abs(imag(mu)) > straight
		}
	}
	switch {
	case len(multipliers) == 0:
		return Unknown, 0, false
	case factor > 1+even:
		return Outwards, factor, turning
	case factor < 1-even:
		return Inwards, factor, turning
	case turning:
		return Around, factor, true
	}
	return Adrift, factor, false
}
