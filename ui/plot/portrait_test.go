package plot

import (
	"math"
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

var square = Size{W: 400, H: 400, Scale: 1}

// The window holds the whole way, keeps the equilibrium in its middle, and grows by doubling alone.
func TestPortraitWindow(t *testing.T) {
	gap := float32(math.NaN())
	for _, c := range []struct {
		path []float32
		want float64
	}{
		{[]float32{1, 1}, 2}, {[]float32{1, 1, .001, 0}, 2}, {[]float32{1, -1.95}, 4}, {[]float32{1, 1, -3.9, 0}, 8},
		{[]float32{1, 1, gap, gap, 5, 5}, 8}, {[]float32{1, 1, 1e6, 0}, 1 << 20}, {[]float32{1, float32(math.Inf(1))}, 2},
	} {
		f := PlaneOf(&wire.Snapshot{Arrays: []wire.Array{wire.Floats(probe.Trajectory, c.path, len(c.path)/2, 2), wire.Floats(probe.Window, []float32{-9, -9, 9, 9}, 4)}}, square)
		if f.X.From != -c.want || f.X.To != c.want || f.Y.From != -c.want || f.Y.To != c.want {
			t.Errorf("%v: %v by %v, want ±%g", c.path, f.X, f.Y, c.want)
		}
	}
	s := &wire.Snapshot{Arrays: []wire.Array{wire.Floats(probe.Window, []float32{-1, 2, 3, 6}, 4)}}
	if got, want := PlaneOf(s, square), Plane(WindowOf(s), square); got.X != want.X || got.Y != want.Y {
		t.Errorf("without an path: %v by %v", got.X, got.Y)
	}
}

func TestPortraitTicksStayShort(t *testing.T) {
	f := PlaneOf(&wire.Snapshot{Arrays: []wire.Array{wire.Floats(probe.Trajectory, []float32{1e17, -1e17}, len([]float32{1e17, -1e17})/2, 2)}}, square)
	for _, tick := range append(f.XTicks, f.YTicks...) {
		if n := len([]rune(tick.Label)); n > 6 {
			t.Errorf("%q", tick.Label)
		}
	}
}

// Arrows point where the velocity does, with their middle where it was asked for, and none reaches its neighbour.
func TestCurrents(t *testing.T) {
	f := PlaneOf(&wire.Snapshot{Arrays: []wire.Array{wire.Floats(probe.Trajectory, []float32{1, 1}, len([]float32{1, 1})/2, 2)}}, square)
	var asked []Point
	var g Geometry
	g.Currents(f, Portrait{Velocity: func(x, y float64) (float64, float64) {
		asked = append(asked, Point{float32(x), float32(y)})
		return 3, 4
	}}, Light.Text.Alpha(1))
	// The lattice is symmetric about the equilibrium.
	sum := Point{}
	for _, p := range asked {
		sum.X, sum.Y = sum.X+p.X, sum.Y+p.Y
	}
	if len(asked) < 81 || math.Abs(float64(sum.X))+math.Abs(float64(sum.Y)) > 1e-3 {
		t.Errorf("%d places, in the mean %v", len(asked), sum)
	}
	// An arrow is a shaft of one quad, and a head of four corners with a rim: its tip is the first corner.
	v := g.Batches[0].Vertices
	tail := Point{(v[0].X + v[3].X) / 2, (v[0].Y + v[3].Y) / 2}
	tip := Point{v[4].X, v[4].Y}
	if math.Abs(float64((tip.X-tail.X)/(tail.Y-tip.Y))-.75) > .02 {
		t.Errorf("an arrow goes from %v to %v", tail, tip)
	}
	if l := hypot(tip.X-tail.X, tip.Y-tail.Y); l >= 358./13 {
		t.Errorf("it is %g long", l)
	}
	x, y := f.Px(asked[0].X, asked[0].Y)
	if d := hypot((tip.X+tail.X)/2-x, (tip.Y+tail.Y)/2-y); d > 1 {
		t.Errorf("its middle is %g from its place", d)
	}
	g.Reset()
	g.Currents(f, Portrait{Velocity: func(x, y float64) (float64, float64) { return math.NaN(), 1 }}, RGBA{})
	g.Currents(f, Portrait{}, RGBA{})
	if g.Triangles() != 0 {
		t.Error("arrows of no velocity")
	}
}

// The newest end has the ink itself, the tail fades behind it however often it crosses itself, and a gap is not bridged.
func TestOrbitFades(t *testing.T) {
	var path []float32
	for k := range 200 {
		path = append(path, float32(math.Cos(float64(k)/10)), float32(math.Sin(float64(k)/10)))
	}
	f := PlaneOf(&wire.Snapshot{Arrays: []wire.Array{wire.Floats(probe.Trajectory, path, len(path)/2, 2)}}, square)
	var g Geometry
	g.Trajectory(f, Portrait{Trajectory: path}, Light.Generated.Ink, Light.Page)
	v := g.Batches[0].Vertices
	if got, want := v[len(v)-2].Colour, Light.Generated.Ink.Alpha(1); got != want {
		t.Errorf("the end is %v, want %v", got, want)
	}
	for i := 4; i < len(v); i += 4 {
		if v[i].Colour[2] > v[i-4].Colour[2] { // orange has no blue, the page has all
			t.Fatalf("part %d is paler than the one before", i/4)
		}
		if v[i].Colour[3] != 1 {
			t.Fatalf("part %d lets what is below shine through", i/4)
		}
	}
	whole := g.Triangles()
	path[100] = float32(math.NaN())
	g.Reset()
	g.Trajectory(f, Portrait{Trajectory: path}, Light.Generated.Ink, Light.Page)
	if g.Triangles() != whole-4 {
		t.Errorf("%d triangles with a gap, %d without", g.Triangles(), whole)
	}
}
