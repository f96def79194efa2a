package plot

import (
	"math"
	"testing"
)

// lattice is rows by cols points over a rectangle from the origin.
func lattice(rows, cols int, w, h float32) (xy []float32) {
	for r := range rows {
		for c := range cols {
			xy = append(xy, w*float32(c)/float32(max(cols-1, 1)), h*float32(r)/float32(max(rows-1, 1)))
		}
	}
	return xy
}

func TestNetDensityIsOneOverArea(t *testing.T) {
	f := pixelFrame(300, 200)
	for _, c := range []struct {
		name string
		w, h float32
		want float64
	}{{"all the frame", 300, 200, 1}, {"half each way", 150, 100, 4}, {"a quarter across", 75, 200, 4}, {"a point", 0, 0, densest}, {"a line", 300, 0, densest}} {
		n := NetOf(f, 7, 5, lattice(7, 5, c.w, c.h))
		for v, d := range n.Density {
			if math.Abs(float64(d)-c.want) > 1e-3*c.want {
				t.Errorf("%s: density at %d is %v, want %v", c.name, v, d, c.want)
			}
		}
	}
}

// TestNetFoldsHaveDensity: a bow-tie cell has no signed area, but the two triangles that draw it have, half the frame each.
func TestNetFoldsHaveDensity(t *testing.T) {
	n := NetOf(pixelFrame(100, 100), 2, 2, []float32{0, 0, 100, 0, 100, 100, 0, 100})
	for v, d := range n.Density {
		if math.Abs(float64(d)-1) > 1e-6 {
			t.Errorf("the bow-tie's density at %d is %v, want 1", v, d)
		}
	}
}

func TestCurveDensity(t *testing.T) {
	f := pixelFrame(200, 200)
	for _, c := range []struct {
		w    float32
		want float64
	}{{200, 1}, {100, 2}, {0, densest}} {
		for _, shape := range [][2]int{{1, 9}, {9, 1}} {
			h := c.w
			xy := lattice(shape[0], shape[1], c.w, h)
			for v, d := range NetOf(f, shape[0], shape[1], xy).Density {
				if math.Abs(float64(d)-c.want) > 1e-3*c.want {
					t.Errorf("a curve of %v pixels, %v: density at %d is %v, want %v", c.w, shape, v, d, c.want)
				}
			}
		}
	}
}

func TestNetWithBadNumbers(t *testing.T) {
	nan := float32(math.NaN())
	xy := lattice(4, 4, 100, 100)
	xy[2*5] = nan
	n := NetOf(pixelFrame(100, 100), 4, 4, xy)
	var g Geometry
	g.NetFill(n, Light.Generated.Ink, 0.3)
	// Of nine cells, the four around the vertex are gone.
	if g.Triangles() != 2*5 {
		t.Errorf("%d triangles, want 10", g.Triangles())
	}
	g.NetLines(n, 1, Light.Generated.Ink, 0.2, 0.9)
	for _, b := range g.Batches {
		for _, v := range b.Vertices {
			if v.X != v.X || v.Y != v.Y || v.Colour[3] != v.Colour[3] || v.Colour[3] > 1 {
				t.Fatalf("vertex %v", v)
			}
		}
	}
	for _, n := range []Net{NetOf(pixelFrame(9, 9), 4, 4, xy[:30]), NetOf(pixelFrame(9, 9), 0, 0, nil), NetOf(pixelFrame(9, 9), 1, 1, []float32{1, 1})} {
		g.Reset()
		g.NetFill(n, Light.Generated.Ink, 0.3)
		g.NetLines(n, 1, Light.Generated.Ink, 0.2, 0.9)
		if g.Triangles() != 0 {
			t.Errorf("a net of %d by %d drew %d triangles", n.Rows, n.Cols, g.Triangles())
		}
	}
}

func TestDenserIsMoreOpaque(t *testing.T) {
	f := pixelFrame(100, 100)
	last := 0.0
	for _, side := range []float32{100, 50, 20, 5, 0} {
		n := NetOf(f, 5, 5, lattice(5, 5, side, side))
		o := n.opacity(12)
		if o <= last || o >= 1 {
			t.Errorf("a net of %v pixels has opacity %v after %v", side, o, last)
		}
		last = o
	}
}

func TestFlatAndBlend(t *testing.T) {
	flat := Flat(Window{X0: -10, Y0: -10, X1: 10, Y1: 10}, 2, 3, nil)
	for i, want := range []float32{-8, -8, 0, -8, 8, -8, -8, 8, 0, 8, 8, 8} {
		if math.Abs(float64(flat[i]-want)) > 1e-5 {
			t.Fatalf("the flat net is %v", flat)
		}
	}
	if line := Flat(Window{Y0: 2, X1: 1, Y1: 4}, 1, 2, nil); line[1] != 3 || line[3] != 3 {
		t.Errorf("a flat curve lies at %v, want along the middle", line)
	}
	if got := Blend(nil, []float32{0, 10}, []float32{4, 20}, 0.25); got[0] != 1 || got[1] != 12.5 {
		t.Errorf("the blend is %v, want 1 and 12.5", got)
	}
}
