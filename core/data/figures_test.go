package data

import (
	"math"
	"slices"
	"testing"

	"ganvas/core/random"
)

// What an image is drawn from is in it: the middle of its ink is its position, to a tenth of a pixel (a pixel's cover is taken from its middle), and
// its area is that of the figure: of the square 4(.75r)², of the ellipse πr²/2, of the triangle, whose sides are .5r from the middle, 3√3(.5r)².
func TestFigures(t *testing.T) {
	r, n, size := random.New(1, "figures"), 300, 28*28
	pixels, labels, factors := make([]uint8, n*size), make([]float32, n), make([]float32, n*4)
	Figures.SampleFactors(r, pixels, labels, factors)
	for i := range n {
		var ink, x, y float64
		for k, v := range pixels[i*size : (i+1)*size] {
			v := float64(v) / 255
			ink, x, y = ink+v, x+v*(float64(k%28)+.5), y+v*(float64(k/28)+.5)
		}
		f := factors[i*4:]
		if dx, dy := x/ink-28*float64(f[0]), y/ink-28*float64(f[1]); math.Abs(dx) > .1 || math.Abs(dy) > .1 {
			t.Errorf("image %d, a %s, is %.3f, %.3f pixels beside its place", i, figureNames[int(labels[i])], dx, dy)
		}
		rr := math.Pow(28*float64(f[2]), 2)
		want := []float64{4 * .75 * .75 * rr, math.Pi / 2 * rr, 3 * math.Sqrt(3) / 4 * rr}[int(labels[i])]
		if math.Abs(ink/want-1) > .05 {
			t.Errorf("image %d, a %s, covers %.2f pixels, want %.2f", i, figureNames[int(labels[i])], ink, want)
		}
	}
}

// Turning by what a figure looks the same after changes no pixel by more than rounding, and by half of that changes some.
func TestFigureAngles(t *testing.T) {
	for class, same := range []float32{.25, .5, 1. / 3} {
		images := [3][]uint8{}
		for k, angle := range []float32{.1, .1 + same, .1 + same/2} {
			images[k] = make([]uint8, 28*28)
			Figures.Draw(images[k], class, []float32{.5, .45, .2, angle})
		}
		if d := farthest(images[0], images[1]); d > 1 {
			t.Errorf("the %s differs by %d after %v of a turn", figureNames[class], d, same)
		}
		if d := farthest(images[0], images[2]); d < 50 {
			t.Errorf("the %s differs by %d only after %v of a turn", figureNames[class], d, same/2)
		}
	}
}

func farthest(a, b []uint8) (d int) {
	for i := range a {
		d = max(d, int(a[i])-int(b[i]), int(b[i])-int(a[i]))
	}
	return d
}

func TestHue(t *testing.T) {
	for _, c := range []struct {
		turn, light float64
		want        []uint8
	}{
		{0, 1, []uint8{255, 0, 0}}, {1, 1, []uint8{255, 0, 0}}, {1. / 6, 1, []uint8{255, 255, 0}}, {1. / 3, 1, []uint8{0, 255, 0}},
		{2. / 3, .4, []uint8{0, 0, 102}}, {.5, 1, []uint8{0, 255, 255}}, {1. / 12, 1, []uint8{255, 128, 0}},
	} {
		if got := hue(c.turn, c.light); !slices.Equal(got, c.want) {
			t.Errorf("hue(%v, %v) = %v, want %v", c.turn, c.light, got, c.want)
		}
	}
}
