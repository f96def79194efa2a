package plot

import (
	"math"

	"ganvas/core/picture"
	"ganvas/core/probe"
	"ganvas/core/wire"
)

// Line is the picture of a run on a line. Above are the densities of data and samples over x, and D with 1 at the top and 0 at the axis; at the axis are
// samples, and the ways in which they would move; below is the map from the latent axis, at the bottom, to x.
type Line struct {
	Frame          // of x and D: its bottom is the axis of x
	Latent float64 // the latent axis, in pixels from the top; the axis of x where there is no room for a map
	side   float64 // pixels to a CSS pixel

	real, made []float32 // densities at the middles of bins, in units of Top
	known      []float32 // the data's own density at the field's places, in the same units; nil where it is not known
}

const (
	lineBins   = 64   // of a histogram
	lineTop    = .06  // of the height, above D = 1
	lineShare  = .62  // of the height, from the top to the axis of x
	lineBottom = 10   // CSS pixels between the latent axis and the bottom
	lineRug    = 9    // of a sample's mark
	lineMarks  = 400  // samples that are marked
	lineArrows = 24   // of the arrows
	lineLinks  = 96   // of the map, about
	lineFull   = 1.12 // the density at the top, in units of the largest
)

// LineOf lays out a snapshot of a run on a line; ok is false where it is none.
func LineOf(s *wire.Snapshot, size Size) (l Line, ok bool) {
	w := s.Floats(probe.LineWindow)
	if len(w) != 2 || !(w[1] > w[0]) {
		return Line{}, false
	}
	l.side = size.Scale
	l.Scale = size.Scale
	axis, top := math.Round(lineShare*size.H), math.Round(lineTop*size.H)
	l.X = Scale{float64(w[0]), float64(w[1]), 0, size.W}
	l.Y = Scale{0, 1, axis, top}
	l.Latent = size.H - lineBottom*size.Scale
	if size.Scale > 0 {
		var far Far
		l.XTicks, far = l.X.TicksFrom(probe.JoinOne(s.Floats(probe.LineOrigin)), max(2, int(size.W/size.Scale/90)))
		l.XNote = far.Note()
		for _, d := range []struct {
			v     float64
			label string
		}{{0, "0"}, {.5, "½"}, {1, "1"}} {
			l.YTicks = append(l.YTicks, Tick{Value: d.v, Pixel: l.Y.Of(d.v), Label: d.label})
		}
	}
	l.real, l.made = l.histogram(s.Floats(probe.LineReal)), l.histogram(s.Floats(probe.LineSamples))
	l.known = s.Floats(probe.LineDensity)
	l.normalise()
	return l, true
}

// histogram is the density of numbers in bins over the window; those outside count in the whole.
func (l *Line) histogram(x []float32) []float32 {
	if len(x) == 0 {
		return nil
	}
	out := make([]float32, lineBins)
	width := (l.X.To - l.X.From) / lineBins
	for _, v := range x {
		if at := (float64(v) - l.X.From) / width; at >= 0 && at < lineBins { // false for NaN
			out[int(at)] += float32(1 / (width * float64(len(x))))
		}
	}
	return out
}

// normalise takes densities to shares of the height.
func (l *Line) normalise() {
	most := float32(0)
	for _, list := range [][]float32{l.real, l.made, l.known} {
		for _, v := range list {
			if v > most && !math.IsInf(float64(v), 0) {
				most = v
			}
		}
	}
	share := func(list []float32) []float32 {
		out := make([]float32, len(list))
		for i, v := range list {
			out[i] = v / (lineFull * most)
		}
		return out
	}
	if most > 0 {
		l.real, l.made, l.known = share(l.real), share(l.made), share(l.known)
	}
}

// Draw adds the picture's layers in a theme's colours.
func (l *Line) Draw(g *Geometry, s *wire.Snapshot, shown picture.Layers, t Theme) {
	px := func(css float64) float32 { return float32(css * l.side) }
	l.densities(g, shown, t, px)
	l.curves(g, s, shown, t, px)
	l.links(g, s, t, px)
	g.Bar(l.Left(), l.Right(), l.Bottom()-l.side/2, l.side, t.Text.Alpha(.7))
	l.rugs(g, s, shown, t, px)
	if shown.Has(picture.Arrows) {
		l.arrows(g, s, t)
	}
}

func (l *Line) densities(g *Geometry, shown picture.Layers, t Theme, px func(float64) float32) {
	if shown.Has(picture.Real) {
		l.area(g, l.real, t.Real.Ink.Alpha(.28))
		if len(l.known) > 1 {
			g.Stroke(l.curve(l.known), px(1.75), t.Real.Ink.Alpha(1))
		}
	}
	if shown.Has(picture.Generated) {
		l.area(g, l.made, t.Generated.Ink.Alpha(.22))
		g.Stroke(l.steps(l.made), px(1.75), t.Generated.Ink.Alpha(1))
	}
}

// area fills the bins.
func (l *Line) area(g *Geometry, density []float32, c RGBA) {
	for i, v := range density {
		if v > 0 {
			x0, x1 := l.bin(i), l.bin(i+1)
			y := l.height(v)
			g.Bar(x0, x1, y, l.Bottom()-y, c)
		}
	}
}

func (l *Line) bin(i int) float64 { return l.Left() + (l.Right()-l.Left())*float64(i)/lineBins }

// height is the pixel of a density.
func (l *Line) height(share float32) float64 {
	return l.Bottom() - math.Min(1, float64(share))*(l.Bottom()-l.Top())
}

// steps is the outline of bins.
func (l *Line) steps(density []float32) (out []Point) {
	for i, v := range density {
		y := float32(l.height(v))
		out = append(out, Point{float32(l.bin(i)), y}, Point{float32(l.bin(i + 1)), y})
	}
	return out
}

// curve is densities at places that are evenly spread over the window, its ends among them.
func (l *Line) curve(density []float32) (out []Point) {
	for i, v := range density {
		out = append(out, Point{l.place(i, len(density)), float32(l.height(v))})
	}
	return out
}

func (l *Line) place(i, n int) float32 {
	return float32(l.Left() + (l.Right()-l.Left())*float64(i)/float64(max(1, n-1)))
}

// curves adds D, D* dashed, and the line of 1/2.
func (l *Line) curves(g *Geometry, s *wire.Snapshot, shown picture.Layers, t Theme, px func(float64) float32) {
	values := func(name string) (out []Point) {
		d := s.Floats(name)
		for i, v := range d {
			out = append(out, Point{l.place(i, len(d)), float32(l.Y.Of(float64(v)))})
		}
		return out
	}
	if shown.Has(picture.Boundary) {
		half := float32(l.Y.Of(.5))
		g.dashes([]Point{{float32(l.Left()), half}, {float32(l.Right()), half}}, px(1), px(3), t.Quiet.Alpha(.8))
	}
	if shown.Has(picture.Optimal) {
		g.dashes(values(probe.LineOptimal), px(2), px(6), t.Text.Alpha(.75))
	}
	if shown.Has(picture.Field) {
		g.Stroke(values(probe.LineField), px(2.25), t.Text.Alpha(1))
	}
}

// dashes strokes every second piece of a line, of about a length.
func (g *Geometry) dashes(line []Point, width, length float32, c RGBA) {
	var piece []Point
	left, on := length, true
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		if on && len(piece) == 0 {
			piece = append(piece, a)
		}
		for whole := hypot(b.X-a.X, b.Y-a.Y); whole > left; whole = hypot(b.X-a.X, b.Y-a.Y) {
			a = Point{a.X + (b.X-a.X)*left/whole, a.Y + (b.Y-a.Y)*left/whole}
			if on {
				g.Stroke(append(piece, a), width, c)
				piece = nil
			} else {
				piece = []Point{a}
			}
			on, left = !on, length
		}
		left -= hypot(b.X-a.X, b.Y-a.Y)
		if on {
			piece = append(piece, b)
		}
	}
	if on && len(piece) > 1 {
		g.Stroke(piece, width, c)
	}
}

// links adds the map: a line from each latent quantile, evenly spread over the latent axis, to where G puts it. As many lie between two as between
// any other two, so that lines are dense where samples are.
func (l *Line) links(g *Geometry, s *wire.Snapshot, t Theme, px func(float64) float32) {
	a := s.Array(probe.LineMap)
	rows, cols := a.Dim(0), a.Dim(1)
	if rows*cols == 0 {
		return
	}
	row := a.Floats[rows/2*cols:][:cols]
	for i := 0; i < cols; i += max(1, cols/lineLinks) {
		at := float32(l.X.Of(float64(row[i])))
		if !finite(at) || at < float32(l.Left()) || at > float32(l.Right()) {
			continue
		}
		g.Stroke([]Point{{l.place(i, cols), float32(l.Latent)}, {at, float32(l.Bottom())}}, px(1), t.Generated.Ink.Alpha(.4))
	}
	g.Bar(l.Left(), l.Right(), l.Latent-l.side/2, l.side, t.Text.Alpha(.5))
}

// rugs adds a mark for each of the first samples: the data's above the axis, the generator's below it.
func (l *Line) rugs(g *Geometry, s *wire.Snapshot, shown picture.Layers, t Theme, px func(float64) float32) {
	rug := func(name string, y float64, c RGBA) {
		x := s.Floats(name)
		for _, v := range x[:min(len(x), lineMarks)] {
			if at := l.X.Of(float64(v)); at >= l.Left() && at <= l.Right() {
				g.Bar(at-l.side/2, at+l.side/2, y, lineRug*l.side, c)
			}
		}
	}
	if shown.Has(picture.Real) {
		rug(probe.LineReal, l.Bottom()-lineRug*l.side, t.Real.Ink.Alpha(.35))
	}
	if shown.Has(picture.Generated) {
		rug(probe.LineSamples, l.Bottom(), t.Generated.Ink.Alpha(.35))
	}
}

// arrows adds the ways in which the first samples would move, below the axis.
func (l *Line) arrows(g *Geometry, s *wire.Snapshot, t Theme) {
	x, way := s.Floats(probe.LineSamples), s.Floats(probe.LineDescent)
	most := 0.
	for _, v := range way {
		most = math.Max(most, math.Abs(float64(v)))
	}
	if !(most > 0) || math.IsInf(most, 0) {
		return
	}
	n := min(len(x), len(way), lineArrows)
	for i := range n {
		at := l.X.Of(float64(x[i]))
		length := math.Abs(float64(way[i])) / most * 48 * l.side
		if at < l.Left() || at > l.Right() || length < 2*l.side {
			continue
		}
		y := l.Bottom() + (lineRug+6+7*float64(i%6))*l.side
		g.arrow(Point{float32(at), float32(y)}, float32(math.Copysign(1, float64(way[i]))), 0, float32(length), float32(l.side), t.Text.Alpha(.85))
	}
}

// At is the value of a probe over the line at a pixel, between its places; ok is false where it has none.
func (l *Line) At(s *wire.Snapshot, name string, x float64) (v float64, ok bool) {
	d := s.Floats(name)
	if len(d) < 2 || x < l.Left() || x > l.Right() {
		return 0, false
	}
	u := (x - l.Left()) / (l.Right() - l.Left()) * float64(len(d)-1)
	i := min(int(u), len(d)-2)
	u -= float64(i)
	return (1-u)*float64(d[i]) + u*float64(d[i+1]), true
}
