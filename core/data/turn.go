package data

import (
	"math"

	"ganvas/core/scalar"
)

// turn returns the cosine and the sine of an angle in whole turns, by the lanes' own functions, which give the same bits
// everywhere; math.Sin does not where the compiler fuses products.
func turn(turns float64) (cos, sin float64) {
	turns -= math.Floor(turns + 0.5)
	angle := float32(turns * (2 * math.Pi))
	return float64(scalar.Cos.Of(angle)), float64(scalar.Sin.Of(angle))
}
