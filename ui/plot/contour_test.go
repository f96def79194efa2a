package plot

import (
	"math"
	"math/rand/v2"
	"testing"
)

// sampled is a field of a function on grid coordinates.
func sampled(n int, f func(u, v float64) float64) Field {
	out := Field{Size: n}
	for j := range n {
		for i := range n {
			out.D = append(out.D, float32(f(float64(i), float64(j))))
		}
	}
	return out
}

func TestContourOfAPlaneIsItsLine(t *testing.T) {
	// 0.03 u + 0.01 v = 0.5 crosses the grid from (16.67, 0) to (11.67, 15): linear interpolation is exact.
	f := sampled(31, func(u, v float64) float64 { return 0.03*u + 0.01*v })
	lines := f.Contours(0.5)
	if len(lines) != 1 {
		t.Fatalf("%d lines, want 1", len(lines))
	}
	for _, p := range lines[0] {
		if d := 0.03*float64(p.X) + 0.01*float64(p.Y) - 0.5; math.Abs(d) > 1e-6 {
			t.Errorf("point %v is off by %v", p, d)
		}
	}
	// The high side, to the right, lies on the left: the line runs down.
	if a, b := lines[0][0], lines[0][len(lines[0])-1]; a.Y != 30 || b.Y != 0 {
		t.Errorf("the line runs from %v to %v, want from the top to the bottom", a, b)
	}
}

func TestContourOfAHillIsAClosedCircle(t *testing.T) {
	const n, c, r = 65, 32.0, 20.3
	hill := sampled(n, func(u, v float64) float64 { return 1 / (1 + math.Exp(math.Hypot(u-c, v-c)-r)) })
	lines := hill.Contours(0.5)
	if len(lines) != 1 {
		t.Fatalf("%d lines, want 1", len(lines))
	}
	line := lines[0]
	if line[0] != line[len(line)-1] {
		t.Error("the circle is open")
	}
	for _, p := range line {
		if d := math.Hypot(float64(p.X)-c, float64(p.Y)-c) - r; math.Abs(d) > 0.06 {
			t.Errorf("point %v is off by %v grid steps", p, d)
		}
	}
	// High inside, on the left: counter-clockwise, so the area is positive.
	if a := float64(area(line[1:])); math.Abs(a/(math.Pi*r*r)-1) > 0.01 {
		t.Errorf("the area is %v, want %v", a, math.Pi*r*r)
	}
	// Around a hollow it runs the other way.
	for i := range hill.D {
		hill.D[i] = 1 - hill.D[i]
	}
	if a := area(hill.Contours(0.5)[0][1:]); a >= 0 {
		t.Errorf("around a hollow the area is %v, want negative", a)
	}
}

func TestContourSaddles(t *testing.T) {
	for _, c := range []struct {
		name string
		d    []float32 // bottom left, bottom right, top left, top right
		// together says that the points (0.1, 0.1) and (0.9, 0.9) are in one region.
		together bool
	}{
		{"high middle, high diagonal", []float32{1, 0.3, 0.3, 1}, true},
		{"low middle, high diagonal", []float32{0.7, 0, 0, 0.7}, false},
		{"high middle, low diagonal", []float32{0.3, 1, 1, 0.3}, false},
		{"low middle, low diagonal", []float32{0, 0.7, 0.7, 0}, true},
	} {
		lines := Field{Size: 2, D: c.d}.Contours(0.5)
		if len(lines) != 2 || len(lines[0]) != 2 || len(lines[1]) != 2 {
			t.Fatalf("%s: lines %v, want two segments", c.name, lines)
		}
		// Points are together where no segment crosses the diagonal between them.
		crosses := false
		for _, l := range lines {
			if (l[0].X-l[0].Y)*(l[1].X-l[1].Y) < 0 {
				crosses = true
			}
		}
		if crosses == c.together {
			t.Errorf("%s: a line crosses the diagonal: %v", c.name, crosses)
		}
	}
}

// TestContoursOfNoise: every line is closed or ends on the border, every point interpolates the level, and every crossed edge is on
// exactly one line.
func TestContoursOfNoise(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		const n = 12
		f := sampled(n, func(u, v float64) float64 { return r.Float64() })
		crossed := 0
		for j := range n {
			for i := range n {
				if i+1 < n && (f.D[j*n+i] >= 0.5) != (f.D[j*n+i+1] >= 0.5) {
					crossed++
				}
				if j+1 < n && (f.D[j*n+i] >= 0.5) != (f.D[(j+1)*n+i] >= 0.5) {
					crossed++
				}
			}
		}
		visited := 0
		for _, line := range f.Contours(0.5) {
			a, b := line[0], line[len(line)-1]
			if a == b && len(line) > 2 {
				visited += len(line) - 1
			} else {
				visited += len(line)
				for _, p := range []Point{a, b} {
					if p.X != 0 && p.Y != 0 && p.X != n-1 && p.Y != n-1 {
						t.Fatalf("a line ends inside, at %v", p)
					}
				}
			}
			for _, p := range line {
				i, j := int(p.X), int(p.Y)
				i1, j1 := min(i+1, n-1), min(j+1, n-1)
				fu, fv := p.X-float32(i), p.Y-float32(j)
				d := f.D[j*n+i]*(1-fu)*(1-fv) + f.D[j*n+i1]*fu*(1-fv) + f.D[j1*n+i]*(1-fu)*fv + f.D[j1*n+i1]*fu*fv
				if math.Abs(float64(d)-0.5) > 1e-5 {
					t.Fatalf("the field is %v at %v", d, p)
				}
			}
		}
		if visited != crossed {
			t.Fatalf("%d edges on lines, %d crossed", visited, crossed)
		}
	}
}

func TestContoursSkipWhatIsNotANumber(t *testing.T) {
	nan := float32(math.NaN())
	if lines := (Field{Size: 2, D: []float32{0, 1, nan, 1}}).Contours(0.5); len(lines) != 0 {
		t.Errorf("lines %v around NaN", lines)
	}
	if lines := sampled(5, func(u, v float64) float64 { return 0.5 }).Contours(0.5); len(lines) != 0 {
		t.Errorf("a flat field has lines %v", lines)
	}
}

func TestSmoothKeepsEndsAndClosure(t *testing.T) {
	open := []Point{{0, 0}, {4, 0}, {4, 4}}
	got := Smooth(open, 1)
	want := []Point{{0, 0}, {3, 0}, {4, 1}, {4, 4}}
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
	square := []Point{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}
	// Cutting the corners of a square once leaves an octagon: each corner loses a triangle of 1 by 1.
	if got := Smooth(square, 1); got[0] != got[len(got)-1] || len(got) != 9 || area(got[1:]) != 16-4*0.5 {
		t.Errorf("the octagon is %v, its area %v", got, area(got[1:]))
	}
}

func TestSplineReproducesLinesAndStaysInRange(t *testing.T) {
	f := sampled(16, func(u, v float64) float64 { return 0.02*u + 0.04*v })
	for _, p := range [][2]float64{{2.3, 5.7}, {1, 1}, {13.9, 8.2}, {7, 12.5}} {
		if got, want := f.At(p[0], p[1]), 0.02*p[0]+0.04*p[1]; math.Abs(got-want) > 1e-6 {
			t.Errorf("the plane is %v at %v, want %v", got, p, want)
		}
	}
	if got, want := f.Steepness(7, 7), math.Hypot(0.02, 0.04); math.Abs(got-want) > 1e-6 {
		t.Errorf("its slope is %v, want %v", got, want)
	}
	// One point of 1 among zeros has the spline's own height: (4/6)^2 at its place, (1/6)(4/6) one step beside.
	spike := sampled(9, func(u, v float64) float64 { return 0 })
	spike.D[4*9+4] = 1
	for _, c := range []struct{ u, v, want float64 }{{4, 4, 4.0 / 9}, {5, 4, 1.0 / 9}, {5, 5, 1.0 / 36}, {6, 4, 0}} {
		if got := spike.At(c.u, c.v); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("the spike is %v at (%v, %v), want %v", got, c.u, c.v, c.want)
		}
	}
	if got := sampled(4, func(u, v float64) float64 { return 0.7 }).At(0, 3); math.Abs(got-0.7) > 1e-6 {
		t.Errorf("a constant is %v in the corner", got)
	}
}

func TestSoftenedIsTheSplineAtItsPoints(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	f := sampled(9, func(u, v float64) float64 { return r.Float64() })
	soft := f.Softened()
	for j := range 9 {
		for i := range 9 {
			if got, want := float64(soft.D[j*9+i]), f.At(float64(i), float64(j)); math.Abs(got-want) > 1e-6 {
				t.Errorf("at %d, %d it is %v, the spline %v", i, j, got, want)
			}
		}
	}
}

// TestBoundaryFadesWhereNothingIsTold: the line D = 1/2 is strong on a steep field and all but gone on noise.
func TestBoundaryFadesWhereNothingIsTold(t *testing.T) {
	frame := pixelFrame(300, 300)
	strength := func(f Field) float64 {
		var g Geometry
		g.Boundary(frame, f, 2, black)
		most := 0.0
		for _, b := range g.Batches {
			for _, v := range b.Vertices {
				most = math.Max(most, float64(v.Colour[3]))
			}
		}
		return most
	}
	if s := strength(sampled(32, func(u, v float64) float64 { return 1 / (1 + math.Exp(15.2-u)) })); s < 0.95 {
		t.Errorf("a steep boundary has opacity %v", s)
	}
	r := rand.New(rand.NewPCG(9, 1))
	if s := strength(sampled(32, func(u, v float64) float64 { return 0.5 + 0.002*r.NormFloat64() })); s > 0.05 {
		t.Errorf("noise about 1/2 has a boundary of opacity %v", s)
	}
}
