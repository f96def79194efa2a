package plot

import "math"

// Point is a place in pixels.
type Point struct{ X, Y float32 }

// mitreLimit is how far a corner may reach, in half widths, before the stroke is cut and starts anew. Curves drawn here
// rarely turn so sharply, and the cut ends overlap in the corner.
const mitreLimit = 2.5

// Stroke adds a polyline of a width in pixels with joined corners. Points that are not finite break it; repeated points
// are dropped.
func (g *Geometry) Stroke(line []Point, width float32, c RGBA) {
	g.StrokeShaded(line, width, func(int) RGBA { return c })
}

// StrokeShaded is Stroke with a colour for each point of the line, by its index.
func (g *Geometry) StrokeShaded(line []Point, width float32, colour func(i int) RGBA) {
	s := stroker{g: g, half: width / 2, colour: colour}
	for i, p := range line {
		s.add(i, p)
	}
	s.end()
}

// stroker lays a strip along points as they come. It holds the last point, the direction that led to it and the strip's
// last cross-section.
type stroker struct {
	g      *Geometry
	half   float32
	colour func(int) RGBA

	n      int // points so far in this piece
	at     Point
	index  int
	dx, dy float32 // unit direction into at, once n is 2
	from   int     // index of the point where the pending segment starts
	fromAt Point
	ox, oy float32 // the cross-section at the pending segment's start, in half widths
}

func (s *stroker) add(i int, p Point) {
	if !finite(p.X) || !finite(p.Y) {
		s.end()
		return
	}
	if s.n == 0 {
		s.at, s.index, s.n = p, i, 1
		return
	}
	dx, dy := p.X-s.at.X, p.Y-s.at.Y
	l := hypot(dx, dy)
	if l < 1e-3 {
		return
	}
	dx, dy = dx/l, dy/l
	if s.n == 1 {
		s.ox, s.oy = -dy, dx
	} else {
		s.corner(dx, dy)
	}
	s.from, s.fromAt = s.index, s.at
	s.at, s.index, s.dx, s.dy = p, i, dx, dy
	s.n++
}

// corner finishes the pending segment where the line turns to a new direction, and sets the next one's start.
func (s *stroker) corner(dx, dy float32) {
	nx, ny := -s.dy-dy, s.dx+dx // sum of the two normals: along the mitre
	l2 := nx*nx + ny*ny
	// The mitre is the sum scaled by 2/|sum|^2: it reaches 2/|sum| half widths.
	if l2 < 4/(mitreLimit*mitreLimit) {
		s.segment(-s.dy, s.dx)
		s.ox, s.oy = -dy, dx
		return
	}
	mx, my := nx*2/l2, ny*2/l2
	s.segment(mx, my)
	s.ox, s.oy = mx, my
}

// segment draws the pending segment up to the cross-section (ex, ey) at its end.
func (s *stroker) segment(ex, ey float32) {
	// One pixel beyond the edge on either side leaves room for the soft rim.
	r := s.half + 1
	c0, c1 := s.colour(s.from), s.colour(s.index)
	a, b := s.fromAt, s.at
	s.g.quad(
		Vertex{a.X + s.ox*r, a.Y + s.oy*r, r, 0, s.half, c0}, Vertex{b.X + ex*r, b.Y + ey*r, r, 0, s.half, c1},
		Vertex{b.X - ex*r, b.Y - ey*r, -r, 0, s.half, c1}, Vertex{a.X - s.ox*r, a.Y - s.oy*r, -r, 0, s.half, c0})
}

func (s *stroker) end() {
	if s.n > 1 {
		s.segment(-s.dy, s.dx)
	}
	s.n = 0
}

func finite(v float32) bool { return v-v == 0 }

func hypot(x, y float32) float32 { return float32(math.Sqrt(float64(x*x + y*y))) }
