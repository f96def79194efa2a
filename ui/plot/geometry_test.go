package plot

import (
	"math"
	"testing"
)

var black = Colour{}.Alpha(1)

// pixelFrame is a frame whose data units are pixels, y down the same way.
func pixelFrame(w, h float64) Frame {
	return Frame{X: Scale{0, w, 0, w}, Y: Scale{h, 0, h, 0}, Scale: 1}
}

// near fails unless got is within a relative tolerance of want.
func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*math.Abs(want)) {
		t.Errorf("%s is %v, want %v within %v %%", what, got, want, 100*tolerance)
	}
}

// TestDotCoversItsDisc: a rim that fades linearly over one pixel covers pi (r^2 + 1/12).
func TestDotCoversItsDisc(t *testing.T) {
	for _, r := range []float32{1, 2.3, 7.5} {
		var g Geometry
		g.Dots(pixelFrame(40, 40), []float32{20.137, 19.611}, r, black)
		near(t, "the disc", newRaster(40, 40).draw(&g).ink(), math.Pi*(float64(r*r)+1.0/12), 0.03)
	}
}

func TestDotsSkipWhatCannotBeSeen(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	var g Geometry
	g.Dots(pixelFrame(40, 40), []float32{nan, 1, 1, nan, inf, 3, 3, -inf, -50, 20, 20, 90, 5, 5, 7}, 2, black)
	if g.Triangles() != 2 {
		t.Errorf("%d triangles, want 2: one dot is inside", g.Triangles())
	}
}

func TestManyDotsTakeFewBatches(t *testing.T) {
	var g Geometry
	for round := range 2 {
		g.Reset()
		g.Dots(pixelFrame(40, 40), make([]float32, 2*20000), 2, black)
		if len(g.Batches) != 2 || g.Triangles() != 40000 {
			t.Fatalf("round %d: %d batches, %d triangles; want 2 and 40000", round, len(g.Batches), g.Triangles())
		}
	}
	for _, b := range g.Batches {
		if len(b.Vertices) > maxVertices {
			t.Errorf("a batch has %d vertices", len(b.Vertices))
		}
		for _, i := range b.Indices {
			if int(i) >= len(b.Vertices) {
				t.Fatalf("index %d of %d vertices", i, len(b.Vertices))
			}
		}
	}
	if n := testing.AllocsPerRun(5, func() {
		g.Reset()
		g.Dots(pixelFrame(40, 40), nil, 2, black)
	}); n > 0 {
		t.Errorf("an empty redraw allocates %v times", n)
	}
}

func TestStrokeCoversLengthTimesWidth(t *testing.T) {
	for _, width := range []float32{1, 1.5, 2, 5} {
		var g Geometry
		g.Stroke([]Point{{10.3, 12.7}, {71.9, 55.2}}, width, black)
		length := math.Hypot(71.9-10.3, 55.2-12.7)
		near(t, "a slanted stroke", newRaster(90, 70).draw(&g).ink(), length*float64(width), 0.02)
	}
}

// TestStrokeJoinsCoverOnce: the joints of a half-opaque curve are no darker than the rest, nor open.
func TestStrokeJoinsCoverOnce(t *testing.T) {
	var circle []Point
	const n, r = 48, 30.0
	for i := range n {
		a := 2 * math.Pi * (float64(i) + 0.21) / n
		circle = append(circle, Point{40.37 + r*float32(math.Cos(a)), 40.71 + r*float32(math.Sin(a))})
	}
	var g Geometry
	g.Stroke(circle, 3, Colour{}.Alpha(0.5))
	picture := newRaster(82, 82).draw(&g)
	if d := picture.darkest(); d > 0.5+1e-4 {
		t.Errorf("the darkest pixel is %v, want 0.5", d)
	}
	chord := 2 * r * math.Sin(math.Pi/n)
	near(t, "the open polygon", picture.ink(), 0.5*3*(n-1)*chord, 0.02)
}

// TestStrokeCorner: a right angle's mitre fills the outer corner, so that an L covers what two rectangles with a common corner do.
func TestStrokeCorner(t *testing.T) {
	var g Geometry
	g.Stroke([]Point{{10.03, 50.03}, {50.03, 50.03}, {50.03, 10.03}}, 6, black)
	near(t, "the L", newRaster(70, 70).draw(&g).ink(), 2*40*6, 0.01)
}

func TestStrokeSurvivesSharpTurnsAndBadPoints(t *testing.T) {
	nan := float32(math.NaN())
	var g Geometry
	g.Stroke([]Point{{5, 5}, {35, 5.5}, {5, 6}, {5, 6}, {nan, 3}, {10, 30}, {30, 30}, {30, nan}, {7, 7}}, 2, black)
	if g.Triangles() != 6 {
		t.Errorf("%d triangles, want 6: two segments, a gap, one segment, a lone point", g.Triangles())
	}
	for _, v := range g.Batches[0].Vertices {
		if v.X < -2 || v.X > 42 || v.Y < -2 || v.Y > 42 || v.X != v.X || v.Y != v.Y {
			t.Errorf("vertex at %v, %v: a spike", v.X, v.Y)
		}
	}
	g.Reset()
	g.Stroke(nil, 2, black)
	g.Stroke([]Point{{1, 1}}, 2, black)
	if g.Triangles() != 0 {
		t.Error("nothing was drawn from nothing")
	}
}

func TestPolygonCoversItsArea(t *testing.T) {
	corners := []Point{{10.2, 8.7}, {52.4, 20.3}, {40.1, 55.6}, {14.3, 47.9}}
	want := math.Abs(float64(area(corners)))
	var g Geometry
	g.Polygon(corners, black)
	near(t, "the polygon", newRaster(64, 64).draw(&g).ink(), want, 0.01)
	// The same corners the other way around.
	for i, j := 0, len(corners)-1; i < j; i, j = i+1, j-1 {
		corners[i], corners[j] = corners[j], corners[i]
	}
	g.Reset()
	g.Polygon(corners, black)
	near(t, "the polygon turned over", newRaster(64, 64).draw(&g).ink(), want, 0.01)
}

func TestArrowLengths(t *testing.T) {
	f := Plane(Window{X0: -3, Y0: -3, X1: 3, Y1: 3}, Size{700, 700, 2})
	a := ArrowsFor(f)
	// The window is 6 across, so a slope of 1 per unit is Half.
	near(t, "the length at half", a.Length(f, a.Half), a.Longest*2/2, 1e-9)
	last := 0.0
	for g := 1e-3; g < 1e6; g *= 3 {
		l := a.Length(f, g)
		if l <= last || l > a.Longest*2 {
			t.Errorf("gradient %v has length %v after %v, at most %v", g, l, last, a.Longest*2)
		}
		last = l
	}
	// A gradient that vanishes is seen to vanish, in proportion.
	near(t, "a small gradient's length", a.Length(f, 2e-4)/a.Length(f, 1e-4), 2, 0.001)
}

func TestArrowsPointAlongTheirGradient(t *testing.T) {
	f := Plane(Window{X0: -3, Y0: -3, X1: 3, Y1: 3}, Size{300, 300, 1})
	a := ArrowsFor(f)
	var g Geometry
	g.Arrows(f, a, []float32{0, 0}, []float32{0, 5}, black)
	x, y := f.Px(0, 0)
	tip := y
	for _, v := range g.Batches[0].Vertices {
		if v.Colour[3] == 1 {
			tip = min(tip, v.Y)
		}
		if d := v.X - x; d > 6 || d < -6 {
			t.Errorf("an upward arrow is %v pixels aside", d)
		}
	}
	if got, want := float64(y-tip), a.Length(f, 5); math.Abs(got-want) > 2 {
		t.Errorf("the tip is %v above the tail, want %v", got, want)
	}
}

func TestArrowsSkipWhatCannotBeSeen(t *testing.T) {
	f := Plane(Window{X0: -3, Y0: -3, X1: 3, Y1: 3}, Size{300, 300, 1})
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	var g Geometry
	g.Arrows(f, ArrowsFor(f), []float32{0, 0, nan, 0, 9, 9, 1, 1, 1, 1, 0, 0}, []float32{0, 0, 1, 1, 1, 1, nan, 1, 1e-6, 0, inf, 0}, black)
	if g.Triangles() != 0 {
		t.Errorf("%d triangles, want none", g.Triangles())
	}
	ones := make([]float32, 2000)
	for i := range ones {
		ones[i] = 1
	}
	a := ArrowsFor(f)
	one := func(n int) int {
		var g Geometry
		g.Arrows(f, a, ones[:2*n], ones[:2*n], black)
		return g.Triangles()
	}
	if got, want := one(1000), a.Most*one(1); got != want {
		t.Errorf("1000 arrows make %d triangles, want %d of the first %d", got, want, a.Most)
	}
}

func TestCrowding(t *testing.T) {
	f := pixelFrame(640, 640)
	if c := Crowding(f, nil, 2); c != 1 {
		t.Errorf("no points crowd by %v, want 1", c)
	}
	if c := Crowding(f, []float32{5, 5, 100, 100, float32(math.NaN()), 3, -9, -9}, 2); c != 1 {
		t.Errorf("lone points crowd by %v, want 1", c)
	}
	// A hundred points in one cell of 10 by 10 pixels, discs of area pi 2^2: 1 + 99 (4 pi / 100).
	var heap []float32
	for i := range 100 {
		heap = append(heap, 100.5+float32(i%10)/2, 100.5+float32(i/10)/2)
	}
	near(t, "the crowding of a heap", Crowding(f, heap, 2), 1+99*4*math.Pi/100, 1e-9)
}
