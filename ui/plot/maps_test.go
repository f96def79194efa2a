package plot

import (
	"testing"

	"pgregory.net/rapid"
)

// Every number has a pixel of its own, a step and back leads to where it was, and steps from the first corner reach every map.
func TestMapsPlaceEveryNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shape := []int{rapid.IntRange(1, 9).Draw(t, "h"), rapid.IntRange(1, 9).Draw(t, "w"), rapid.IntRange(1, 20).Draw(t, "c")}
		if rapid.Bool().Draw(t, "features") {
			shape = shape[2:]
		}
		m := MapsOf(shape)
		w, h := m.Size()
		seen := map[[2]int]bool{}
		for e := range m.Len() {
			x, y := m.Place(e)
			if x < 0 || y < 0 || x >= w || y >= h || seen[[2]int{x, y}] {
				t.Fatalf("element %d lies at (%d, %d) of %d by %d, or another does", e, x, y, w, h)
			}
			seen[[2]int{x, y}] = true
			if got, ok := m.At(x, y); got != e || !ok {
				t.Fatalf("at (%d, %d) lies %d, want %d", x, y, got, e)
			}
			for _, by := range [][2]int{{1, 0}, {0, 1}} {
				if to := m.Step(e, by[0], by[1]); to != e {
					if back := m.Step(to, -by[0], -by[1]); back != e {
						t.Fatalf("a step %v from %d leads to %d, and back to %d", by, e, to, back)
					}
				}
			}
		}
		x, y, at := 0, 0, 0
		for range w {
			at = m.Step(at, 1, 0)
		}
		if x, y = m.Place(at); m.Channels >= m.Columns && (x != w-1 || y != 0) {
			t.Fatalf("steps to the right end at (%d, %d) of %d", x, y, w)
		}
	})
}

// Numbers that are all positive go from paper at 0; with negative ones 0 is half way.
func TestMapsShade(t *testing.T) {
	for _, c := range []struct {
		v, reach float64
		signed   bool
		want     uint8
	}{{0, 2, false, 0}, {2, 2, false, 255}, {1, 2, false, 127}, {-2, 2, true, 0}, {0, 2, true, 127}, {2, 2, true, 255}, {9, 2, true, 255}} {
		if got := shade(c.v, c.reach, c.signed); got != c.want {
			t.Errorf("%g of %g is %d, want %d", c.v, c.reach, got, c.want)
		}
	}
	m := MapsOf([]int{1, 2, 2}) // two maps of two pixels, side by side or one below the other
	w, h := m.Size()
	px := m.Pixels(Light, []float32{1, 0, 0, 1}, 1)
	if len(px) != 4*w*h {
		t.Fatalf("%d bytes of %d by %d", len(px), w, h)
	}
	for e, ink := range []bool{true, false, false, true} {
		x, y := m.Place(e)
		got := px[4*(y*w+x)] == Light.Text.R
		if got != ink {
			t.Errorf("element %d is ink: %v", e, got)
		}
	}
}

// A kernel lies in the row of what it is given and the column of what it gives, of transposed convolutions too.
func TestKernelsLieByTheirChannels(t *testing.T) {
	const kh, kw, in, out = 2, 3, 2, 4
	for _, transposed := range []bool{false, true} {
		shape := []int{kh, kw, in, out}
		if transposed {
			shape = []int{kh, kw, out, in}
		}
		k := KernelsOf(shape, transposed)
		w, _ := k.Size()
		weights := make([]float32, kh*kw*in*out)
		// The weight at row 1, column 2 of the kernel from channel 1 to channel 3.
		i := ((1*kw+2)*in+1)*out + 3
		if transposed {
			i = ((1*kw+2)*out+3)*in + 1
		}
		weights[i] = 1
		px := k.Pixels(Light, weights, transposed, 1)
		for at := range len(px) / 4 {
			x, y := at%w, at/w
			if ink := px[4*at+3] == 255 && px[4*at] == Light.Text.R; ink != (x == 3*(kw+1)+2 && y == 1*(kh+1)+1) {
				t.Errorf("transposed %v: ink at (%d, %d): %v", transposed, x, y, ink)
			}
		}
	}
}
