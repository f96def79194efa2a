package plot

import (
	"math"
	"testing"

	"ganvas/core/wire"
)

// A checkerboard of black and white alternates along both axes by one half and along neither alone; stripes along one; what is even does not.
func TestAlternation(t *testing.T) {
	image := func(f func(y, x int) bool) wire.Array {
		b := make([]uint8, 2*6*8)
		for i := range b {
			if f(i/8%6, i%8) {
				b[i] = 255
			}
		}
		return wire.Bytes("", b, 2, 6, 8, 1)
	}
	half := math.Sqrt(.25 / 3) // the mean over three kinds, of which one is 1/2
	for name, c := range map[string]struct {
		a    wire.Array
		want float64
	}{
		"checkerboard": {image(func(y, x int) bool { return (x+y)%2 == 0 }), half},
		"rows":         {image(func(y, x int) bool { return y%2 == 0 }), half},
		"columns":      {image(func(y, x int) bool { return x%2 == 0 }), half},
		"white":        {image(func(y, x int) bool { return true }), 0},
		"wide stripes": {image(func(y, x int) bool { return x%4 < 2 }), 0},
		"nothing":      {wire.Array{}, 0},
	} {
		if got := Alternation(c.a); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: %g, want %g", name, got, c.want)
		}
	}
}
