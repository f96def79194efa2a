package plot

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/wire"
)

func TestWallsFitTheirPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := func(name string, lo, hi int) int { return rapid.IntRange(lo, hi).Draw(t, name) }
		images := wire.Array{Shape: []int{n("down", 1, 10), n("across", 1, 10), n("height", 4, 40), n("width", 4, 40), 1}}
		s := Size{float64(n("w", 300, 1200)), float64(n("h", 300, 1200)), float64(n("scale", 1, 2))}
		w := WallOf(s, images, rapid.Bool().Draw(t, "named"))
		shown := w.Shown()
		x, y := w.Corner(shown[len(shown)-1])
		if w.Height > 1 && w.Width > 1 && (x+w.Width > s.W+1e-9 || y+w.Height+w.Below > s.H+1e-9) {
			t.Fatalf("the last image of %v ends at %v, %v of %v", images.Shape, x+w.Width, y+w.Height+w.Below, s)
		}
		if len(shown) != w.Down*w.Across || w.Down != images.Dim(0) || w.Across > images.Dim(1) {
			t.Fatalf("%d images of %v are shown", len(shown), images.Shape)
		}
		for _, i := range shown {
			x, y := w.Corner(i)
			if at, ok := w.At(x+w.Width/2, y+w.Height/2); !ok || at != i {
				t.Fatalf("the middle of image %d is in %d, %v", i, at, ok)
			}
		}
		if _, ok := w.At(s.W+1e4, 1); ok {
			t.Fatal("there is an image outside")
		}
	})
}

func TestVerdictBarsPointAside(t *testing.T) {
	w := WallOf(Size{400, 400, 1}, wire.Array{Shape: []int{2, 2, 8, 8, 1}}, false)
	left, _ := w.Corner(3)
	middle := left + w.Width/2
	for _, c := range []struct {
		d        float32
		from, to float64
	}{
		{.5, middle, middle}, {.7, middle, left + w.Width}, {.3, left, middle}, {.6, middle, middle + w.Width/4},
		{1, middle, left + w.Width}, {0, left, middle}, {float32(math.NaN()), middle, middle},
	} {
		x0, x1, _ := w.VerdictBar(3, c.d, .2)
		if math.Abs(x0-c.from) > 1e-5*w.Width || math.Abs(x1-c.to) > 1e-5*w.Width {
			t.Errorf("D = %v: from %v to %v, want %v to %v", c.d, x0, x1, c.from, c.to)
		}
	}
}

func TestPixelsLieSideBySide(t *testing.T) {
	grey := wire.Bytes("", []uint8{0, 255, 128, 0}, 1, 2, 1, 2, 1) // two images of two pixels
	got := Pixels(nil, grey, Light)
	paper, ink := Light.Sunk, Light.Text
	if len(got) != 16 || got[0] != paper.R || got[4] != ink.R || got[12] != paper.R || got[3] != 255 {
		t.Errorf("grey: %v", got)
	}
	colour := wire.Bytes("", []uint8{1, 2, 3, 4, 5, 6}, 2, 1, 1, 1, 3)
	if got := Pixels(nil, colour, Dark); string(got) != string([]byte{1, 2, 3, 255, 4, 5, 6, 255}) {
		t.Errorf("colour: %v", got)
	}
}
