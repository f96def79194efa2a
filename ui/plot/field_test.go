package plot

import (
	"math"
	"testing"
)

// The stretch is the largest power of two that keeps D within [0, 1]; 1/2 stays, sides stay, and what is not a number stays that.
func TestStretch(t *testing.T) {
	nan := float32(math.NaN())
	for _, c := range []struct {
		d    []float32
		gain int
		want []float32
	}{
		{[]float32{.5, .5}, 1, []float32{.5, .5}},
		{nil, 1, nil},
		{[]float32{0, 1}, 1, []float32{0, 1}},
		{[]float32{.24, .6}, 1, []float32{.24, .6}},
		{[]float32{.25, .6}, 2, []float32{0, .7}},
		{[]float32{.5, .625, .4375}, 4, []float32{.5, 1, .25}},
		{[]float32{.5 + 1./1024, nan, .5 - 1./4096}, 512, []float32{1, nan, .375}},
	} {
		f := Field{2, c.d}
		if got := f.Stretch(); got != c.gain {
			t.Errorf("%v is stretched %d times, want %d", c.d, got, c.gain)
		}
		for i, got := range f.Stretched().D {
			same := math.Abs(float64(got-c.want[i])) < 1e-6 || got != got && c.want[i] != c.want[i]
			if !same {
				t.Errorf("%v stretched: %g at %d, want %g", c.d, got, i, c.want[i])
			}
		}
	}
}
