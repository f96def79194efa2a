package plot

import (
	"math"
	"slices"
	"testing"
)

// Places are means and deviations of each class's points; what is not finite and classes without points count for nothing.
func TestPlaces(t *testing.T) {
	nan := float32(math.NaN())
	// Class 2 has (1, 3), (3, 5) and (5, 7): mean (3, 5), variance along y 8/3. Class 0 has one point. Class 1 has none that is finite.
	got := Places([]float32{1, 3, -4, 2, 3, 5, nan, 0, 5, 7}, []uint8{2, 0, 2, 1, 2})
	want := []Place{{1, -4, 2, 0}, {}, {3, 3, 5, float32(math.Sqrt(8. / 3))}}
	if len(got) != len(want) {
		t.Fatalf("%d places, want %d", len(got), len(want))
	}
	for c := range want {
		g, w := got[c], want[c]
		if g.N != w.N || math.Abs(float64(g.X-w.X)) > 1e-5 || math.Abs(float64(g.Y-w.Y)) > 1e-5 || math.Abs(float64(g.SD-w.SD)) > 1e-5 {
			t.Errorf("class %d is at %v, want %v", c, g, w)
		}
	}
	// More classes than points, as a cut-off snapshot may have.
	if got := Places([]float32{1, 2}, []uint8{0, 1, 1}); got[0].N != 1 || got[1].N != 0 {
		t.Errorf("%v", got)
	}
}

// Every sample is either right or a stray, in its order, and a second split forgets the first.
func TestAstray(t *testing.T) {
	var s Astray
	for range 2 {
		s.Split([]float32{1, 2, 3, 4, 5, 6, 7, 8}, []uint8{0, 1, 2, 3}, []uint8{0, 2, 2, 1})
		if !slices.Equal(s.Right, []float32{1, 2, 5, 6}) || !slices.Equal(s.XY, []float32{3, 4, 7, 8}) || !slices.Equal(s.Asked, []uint8{1, 3}) {
			t.Fatalf("%v", s)
		}
	}
}

// unit is a frame of the unit square, a hundred pixels to the unit.
var unit = Plane(Window{X1: 1, Y1: 1}, Size{W: 108, H: 108, Scale: 1})

// An open dot is a circle: page within, ink on its rim, nothing without. Its ink is a ring's area.
func TestOpenDots(t *testing.T) {
	var g Geometry
	const radius = 12
	g.OpenDots(unit, []float32{.5, .5}, radius, RGBA{1, 0, 0, 1}, RGBA{0, 1, 0, 1})
	r := newRaster(108, 108).draw(&g)
	cx, cy := unit.Px(.5, .5)
	red := 0.
	for y := range r.h {
		for x := range r.w {
			p := r.pixels[y*r.w+x]
			red += float64(p[0])
			d := hypot(float32(x)+.5-cx, float32(y)+.5-cy)
			if d < radius-3 && p[1] < .99 || d > radius+1 && p[3] > 0 {
				t.Fatalf("%v at %v from the middle", p, d)
			}
		}
	}
	inner := radius - 1.3
	if want := math.Pi * (radius*radius - inner*inner); math.Abs(red-want) > .05*want {
		t.Errorf("%.1f pixels of ink, want %.1f", red, want)
	}
}

// Threads lead from a stray to the place that it was asked for; there are so many at most, and none to a class without a place.
func TestThreads(t *testing.T) {
	places := []Place{{N: 1, X: .25, Y: .75}, {}}
	s := Astray{XY: []float32{.75, .75, .5, .5, .1, .1}, Asked: []uint8{0, 1, 7}}
	var g Geometry
	g.Threads(unit, &s, places, RGBA{1, 1, 1, 1})
	if n := g.Triangles(); n != 2 {
		t.Fatalf("%d triangles, want one thread", n)
	}
	x0, y0 := unit.Px(.75, .75)
	x1, _ := unit.Px(.25, .75)
	for _, v := range g.Batches[0].Vertices {
		if min(abs32(v.X-x0), abs32(v.X-x1)) > .01 || abs32(v.Y-y0) > 2 {
			t.Errorf("a corner at %v, %v", v.X, v.Y)
		}
	}
	many := Astray{XY: make([]float32, 2000), Asked: make([]uint8, 1000)}
	for i := range many.XY {
		many.XY[i] = .5
	}
	g.Reset()
	if g.Threads(unit, &many, places, RGBA{1, 1, 1, 1}); g.Triangles() != 2*mostThreads {
		t.Errorf("%d triangles of %d threads", g.Triangles(), mostThreads)
	}
}

func abs32(v float32) float32 { return max(v, -v) }

// Digits stay in their box and no two look alike: of the ink of either, a good part is not the other's.
func TestDigits(t *testing.T) {
	var drawn [10]*raster
	for n := range drawn {
		for _, p := range digitStrokes[n] {
			if p.X < 0 || p.X > digitWidth || p.Y < 0 || p.Y > 1 {
				t.Errorf("%d leaves its box at %v", n, p)
			}
		}
		var g Geometry
		g.Number(Point{20, 20}, n, 20, 3, RGBA{1, 1, 1, 1})
		drawn[n] = newRaster(40, 40).draw(&g)
		for m := range n {
			differ := 0.
			for i, p := range drawn[n].pixels {
				differ += math.Abs(float64(p[3] - drawn[m].pixels[i][3]))
			}
			if differ < .25*(drawn[n].ink()+drawn[m].ink())/2 {
				t.Errorf("%d and %d look alike: %.0f of %.0f and %.0f pixels differ", m, n, differ, drawn[m].ink(), drawn[n].ink())
			}
		}
	}
}

// A number of two digits is its digits side by side, about its middle.
func TestNumber(t *testing.T) {
	var g, one, seven Geometry
	g.Number(Point{50, 50}, 17, 20, 2, RGBA{1, 1, 1, 1})
	one.Number(Point{50 - .43*20, 50}, 1, 20, 2, RGBA{1, 1, 1, 1})
	seven.Number(Point{50 + .43*20, 50}, 7, 20, 2, RGBA{1, 1, 1, 1})
	got, want := newRaster(100, 100).draw(&g), newRaster(100, 100).draw(&one).draw(&seven)
	for i := range got.pixels {
		if math.Abs(float64(got.pixels[i][3]-want.pixels[i][3])) > 1e-3 {
			t.Fatalf("pixel %d is %v, want %v", i, got.pixels[i], want.pixels[i])
		}
	}
}

// Each class that has a place has its number above its points, and within the frame even where those touch its top.
func TestNumbersStandAbove(t *testing.T) {
	frame := Plane(Window{X1: 1, Y1: 1}, Size{W: 300, H: 300, Scale: 1})
	for _, p := range []Place{{N: 5, X: .5, Y: .5, SD: .05}, {N: 5, X: .5, Y: .99, SD: .05}} {
		var g, none Geometry
		g.Numbers(frame, []Place{{}, p}, RGBA{1, 1, 1, 1}, RGBA{})
		if none.Numbers(frame, []Place{{}, {}}, RGBA{1, 1, 1, 1}, RGBA{}); none.Triangles() > 0 || g.Triangles() == 0 {
			t.Fatalf("%d triangles without a place, %d with one", none.Triangles(), g.Triangles())
		}
		x, y := frame.Px(p.X, p.Y)
		for _, v := range g.Batches[0].Vertices {
			if v.Colour[3] > 0 && (v.Y > max(y, float32(frame.Top())+15) || v.Y < float32(frame.Top())-2 || abs32(v.X-x) > 12) {
				t.Errorf("a corner at %v, %v, the place at %v, %v", v.X, v.Y, x, y)
			}
		}
	}
}
