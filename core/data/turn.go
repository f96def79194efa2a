package data

import "math"

// turn returns the cosine and the sine of an angle in whole turns, to within 3e-16, with the same bits everywhere: math.Sin's
// differ where the compiler fuses products. (The lanes' own functions have the bits too, but not the precision that densities
// want, and cost microseconds a call outside of a loop.)
func turn(turns float64) (cos, sin float64) {
	turns -= math.Floor(turns)
	quarter := math.Floor(float64(4*turns) + 0.5)
	angle := (turns - float64(quarter/4)) * (2 * math.Pi) // at most π/4 in size, and exact up to here
	square := float64(angle * angle)
	c, s := series(cosine, square), float64(angle*series(sine, square))
	switch int(quarter) {
	case 1:
		return -s, c
	case 2:
		return -c, -s
	case 3:
		return s, -c
	}
	return c, s // quarter 0 or 4
}

// cosine and sine are the Taylor coefficients of cos x and (sin x)/x by powers of x². Up to π/4 the first term left out is
// (π/4)^18/18! = 2e-18 of the cosine, and less of the sine.
var (
	cosine = taylor(0)
	sine   = taylor(1)
)

// taylor returns (-1)^k / (2k + odd)! for k = 0 ... 8.
func taylor(odd int) (c [9]float64) {
	c[0] = 1
	for k := 1; k < len(c); k++ {
		c[k] = -c[k-1] / float64((2*k+odd)*(2*k+odd-1))
	}
	return c
}

// series sums the powers of x from the highest down, each product rounded by itself.
func series(c [9]float64, x float64) float64 {
	y := c[8]
	for k := 7; k >= 0; k-- {
		y = float64(y*x) + c[k]
	}
	return y
}
