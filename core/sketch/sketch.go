// Package sketch is points that a hand has drawn: with a brush and an eraser, or from the darkness of an image. Points lie on a grid of Side by Side
// over the square from -Half to Half, in Classes classes; no place has two of one class. The same strokes give the same points, and the
// package reaches no screen: it hears where the hand is, in units of the square.
package sketch

import (
	"cmp"
	"ganvas/core/random"
	"slices"
	"strconv"
)

const (
	// Side is how many places the grid has in a row.
	Side = 1024
	// Half is half the side of the square, in data units: as far as the window of most data sets reaches.
	Half = 3.0
	// Classes is how many classes there are.
	Classes = 4
	// Most is the most points of a sketch; Fewest how many a run needs.
	Most, Fewest = 8000, 20
)

// Point is a place of the grid, from the lower left corner, and a class from 0.
type Point struct {
	X, Y  uint16
	Class uint8
}

// At is the point's place in data units.
func (p Point) At() (x, y float64) { return place(p.X), place(p.Y) }

func place(i uint16) float64 { return (2*float64(i)/(Side-1) - 1) * Half }

// onGrid is the grid's place nearest to a coordinate, and whether it is within the square.
func onGrid(x float64) (uint16, bool) {
	i := (x/Half+1)/2*(Side-1) + .5
	return uint16(max(0, min(i, Side-1))), i >= 0 && i < Side // false for NaN
}

// Sketch is points, and what was there before each stroke. The zero value is empty.
type Sketch struct {
	points []Point // in order, each once
	past   [][]Point
}

// Points are what is drawn, in the order of the classes, then of the places; they are not to be changed.
func (s *Sketch) Points() []Point { return s.points }

// Begin begins a stroke, which Undo takes back as a whole.
func (s *Sketch) Begin() { s.past = append(s.past, s.points) }

// Undo takes the last stroke back, and reports whether there was one.
func (s *Sketch) Undo() bool {
	n := len(s.past)
	if n == 0 {
		return false
	}
	s.points, s.past = s.past[n-1], s.past[:n-1]
	return true
}

// CanUndo reports whether there is a stroke to take back.
func (s *Sketch) CanUndo() bool { return len(s.past) > 0 }

// Clear takes all points away, as one stroke.
func (s *Sketch) Clear() {
	s.Begin()
	s.points = nil
}

// Brush is how a hand draws: points of a class lie within Width of its way, Density of them on each unit of it and at least one at a touch.
type Brush struct {
	Width, Density float64
	Class          uint8
}

// Stroke draws from one place to another, and returns the points that are new.
func (s *Sketch) Stroke(b Brush, x0, y0, x1, y1 float64) []Point {
	n := int(b.Density*max(abs(x1-x0), abs(y1-y0)) + 1)
	r := s.chance()
	var added []Point
	for range min(n, Most) {
		t := float64(r.Float32())
		dx, dy := disc(r)
		if p, ok := s.put(float64(x0)+t*(x1-x0)+b.Width*dx, y0+t*(y1-y0)+b.Width*dy, b.Class); ok {
			added = append(added, p)
		}
	}
	return added
}

// chance is random numbers that follow from what has been drawn.
func (s *Sketch) chance() *random.Source {
	return random.New(uint32(len(s.past))<<16^uint32(len(s.points)), "sketch")
}

func abs(x float64) float64 { return max(x, -x) }

// disc draws a place of the unit disc, without a function that machines compute differently.
func disc(r *random.Source) (x, y float64) {
	for {
		x, y = 2*float64(r.Float32())-1, 2*float64(r.Float32())-1
		if float64(x*x)+float64(y*y) <= 1 {
			return x, y
		}
	}
}

// put adds a point, unless there is one already, or no room.
func (s *Sketch) put(x, y float64, class uint8) (Point, bool) {
	i, inX := onGrid(x)
	j, inY := onGrid(y)
	p := Point{i, j, class % Classes}
	at, there := slices.BinarySearchFunc(s.points, p, order)
	if !inX || !inY || there || len(s.points) >= Most {
		return p, false
	}
	if n := len(s.past); n > 0 && len(s.past[n-1]) == len(s.points) { // they may share memory
		s.points = slices.Clone(s.points)
	}
	s.points = slices.Insert(s.points, at, p)
	return p, true
}

func order(a, b Point) int {
	return cmp.Or(cmp.Compare(a.Class, b.Class), cmp.Compare(a.Y, b.Y), cmp.Compare(a.X, b.X))
}

// Erase takes away the points within width of a place, and reports whether there were any.
func (s *Sketch) Erase(x, y, width float64) bool {
	var kept []Point
	for _, p := range s.points {
		px, py := p.At()
		if (px-x)*(px-x)+(py-y)*(py-y) > width*width {
			kept = append(kept, p)
		}
	}
	erased := len(kept) < len(s.points)
	s.points = kept
	return erased
}

// CSV is the points as data.CSV reads them, with their classes where there are several.
func (s *Sketch) CSV() []byte {
	out := []byte("x,y\n")
	several := slices.ContainsFunc(s.points, func(p Point) bool { return p.Class != s.points[0].Class })
	for _, p := range s.points {
		x, y := p.At()
		out = strconv.AppendFloat(out, x, 'f', 4, 64)
		out = append(out, ',')
		out = strconv.AppendFloat(out, y, 'f', 4, 64)
		if several {
			out = append(out, `,"`+strconv.Itoa(int(p.Class)+1)+`"`...)
		}
		out = append(out, '\n')
	}
	return out
}
