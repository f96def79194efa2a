package plot

import (
	"math"
	"testing"
)

// The reach is the smallest step that holds 95 % of the field's distances from 1/2; what is not a number does not count.
func TestReach(t *testing.T) {
	nan := float32(math.NaN())
	even := func(off float32, n int) (d []float32) {
		for range n {
			d = append(d, .5+off, .5-off)
		}
		return d
	}
	for _, c := range []struct {
		d    []float32
		want float64
	}{
		{nil, .5}, {[]float32{nan, nan}, .5}, {[]float32{.5, .5}, .02}, {[]float32{.5, nan}, .02},
		{even(.019, 2), .02}, {even(.03, 2), .05}, {even(.06, 2), .1}, {even(.15, 2), .2}, {even(.25, 2), .3}, {even(.4, 2), .5}, {[]float32{0, 1}, .5},
		{append(even(.01, 48), 0, 1), .02}, // two of a hundred stick out
		{append(even(.01, 40), even(.4, 10)...), .5},
	} {
		if got := (Field{2, c.d}).Reach(); got != c.want {
			t.Errorf("%v reaches %g, want %g", c.d, got, c.want)
		}
	}
}

// D is trusted where samples lie and hardly elsewhere, the more the more of them there are; without samples nothing is held against it.
func TestTrust(t *testing.T) {
	w := Window{X0: -1, Y0: -1, X1: 1, Y1: 1}
	const size = 33
	nan := float32(math.NaN())
	near := Trust(w, size, []float32{.5, .5, .5, .5}, []float32{.5, .5, nan, 3, 9, 9})
	at := func(x, y float64) float32 { return near[int((y+1)/2*(size-1))*size+int((x+1)/2*(size-1))] }
	if at(.5, .5) < .9 {
		t.Errorf("among samples the trust is %g", at(.5, .5))
	}
	if at(-.5, -.5) != untrained || at(.5, -.5) != untrained || at(-.5, .5) != untrained {
		t.Errorf("far from samples the trust is %g, %g, %g, want %g", at(-.5, -.5), at(.5, -.5), at(-.5, .5), untrained)
	}
	for i, v := range near {
		if !(v >= untrained && v <= 1) {
			t.Fatalf("the trust is %g at %d", v, i)
		}
	}
	for _, v := range Trust(w, size) {
		if v != 1 {
			t.Fatalf("without samples the trust is %g", v)
		}
	}
}

// The three boxes keep what lies inside: a single sample's weight is spread, not lost, and as far in x as in y.
func TestBoxedKeepsTheSum(t *testing.T) {
	const size = 40
	grid, to, turned := make([]float32, size*size), make([]float32, size*size), make([]float32, size*size)
	grid[20*size+20] = 1
	boxed(to, grid, size, 1, size)
	boxed(turned, grid, size, size, 1)
	sum := float32(0)
	for i := range to {
		sum += to[i]
		if to[i] != turned[i%size*size+i/size] {
			t.Fatalf("rows and columns differ at %d", i)
		}
	}
	if math.Abs(float64(sum)-1) > 1e-5 {
		t.Errorf("the sum is %g, want 1", sum)
	}
}
