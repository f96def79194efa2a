package plot

import (
	"math"
	"slices"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// DensityOf is a model's density in a snapshot as a field that is 1/2 where there is none and falls to 0 where it is highest, so that it has the colours
// of what is generated. Empty where the snapshot has none.
func DensityOf(s *wire.Snapshot) Field {
	f := FieldOf(s, probe.Density)
	top := densityTop(f.D)
	if top == 0 {
		return Field{}
	}
	out := Field{f.Size, make([]float32, len(f.D))}
	for i, q := range f.D {
		share := math.Min(1, float64(q)/top) // NaN stays NaN
		out.D[i] = float32(.5 - .5*math.Pow(share, densityGamma))
	}
	return out
}

// densityGamma lifts low densities, which are what lies between the parts of data.
const densityGamma = .6

// densityTop is the density whose colour is full: the 99th percentile of those that are not negligible beside the highest, so that a spike does not take
// all colour from the rest.
func densityTop(d []float32) float64 {
	most := 0.
	for _, q := range d {
		if v := float64(q); v > most && !math.IsInf(v, 0) {
			most = v
		}
	}
	var some []float32
	for _, q := range d {
		if float64(q) > most/1000 {
			some = append(some, q)
		}
	}
	if len(some) == 0 {
		return 0
	}
	slices.Sort(some)
	return float64(some[(len(some)-1)*99/100])
}

// densityLevels are the shares of densityTop at which contours lie.
var densityLevels = []float64{.02, .1, .3, .6}

// DensityLines adds contours of a field that DensityOf has made, in pixels of width.
func (g *Geometry) DensityLines(f Frame, field Field, width float32, c RGBA) {
	if field.Size < 2 {
		return
	}
	steps := float64(field.Size - 1)
	for _, level := range densityLevels {
		for _, line := range field.Softened().Contours(float32(.5 - .5*math.Pow(level, densityGamma))) {
			line = Smooth(line, 2)
			for i, p := range line {
				line[i] = Point{float32(f.X.At + float64(p.X)/steps*(f.X.Until-f.X.At)), float32(f.Y.At + float64(p.Y)/steps*(f.Y.Until-f.Y.At))}
			}
			g.Stroke(line, width, c)
		}
	}
}

// ellipsePoints is how many points an ellipse has.
const ellipsePoints = 48

// Ellipses adds Gaussians, six numbers each: weight, centre and the factor of the covariance, xx, yx, yy. Each is drawn at one and at two standard
// deviations, the fainter the less it weighs, with a dot in the middle.
func (g *Geometry) Ellipses(f Frame, components []float32, width float32, ink Colour) {
	even := 6 / float64(max(1, len(components)))
	for ; len(components) >= 6; components = components[6:] {
		w, at, l := float64(components[0]), components[1:3], components[3:6]
		alpha := math.Min(1, .15+.65*w/even)
		for i, radius := range []float64{1, 2} {
			line := make([]Point, ellipsePoints+1)
			for k := range line {
				sin, cos := math.Sincos(2 * math.Pi * float64(k) / ellipsePoints)
				x := float64(at[0]) + radius*float64(l[0])*cos
				y := float64(at[1]) + radius*(float64(l[1])*cos+float64(l[2])*sin)
				line[k].X, line[k].Y = f.Px(float32(x), float32(y))
			}
			g.Stroke(line, width, ink.Alpha(alpha*[]float64{1, .45}[i]))
		}
		g.Dots(f, at, 2*width, ink.Alpha(alpha))
	}
}

// ScoreArrows adds an arrow at each point of a grid over the window, edges included: rows from the bottom up. directions has them.
func (g *Geometry) ScoreArrows(f Frame, w Window, side int, directions []float32, c RGBA) {
	if side < 2 || len(directions) < 2*side*side {
		return
	}
	tails := make([]float32, 0, 2*side*side)
	for row := range side {
		for col := range side {
			share := func(a, b float32, i int) float32 { return a + (b-a)*float32(i)/float32(side-1) }
			tails = append(tails, share(w.X0, w.X1, col), share(w.Y0, w.Y1, row))
		}
	}
	cell := f.Side() / float64(side-1)
	g.Arrows(f, Arrows{Longest: .95 * cell, Half: 3, Most: side * side}, tails, directions, c)
}

// Paths adds the ways of some samples, count points each, the fainter the farther back.
func (g *Geometry) Paths(f Frame, count int, xy []float32, width float32, ink Colour) {
	if count < 2 {
		return
	}
	for ; len(xy) >= 2*count; xy = xy[2*count:] {
		line := make([]Point, count)
		for i := range line {
			line[i].X, line[i].Y = f.Px(xy[2*i], xy[2*i+1])
		}
		g.StrokeShaded(line, width, func(i int) RGBA { return ink.Alpha(.12 + .78*float64(i)/float64(count-1)) })
	}
}

// Returns adds a line from each point of a data set to where it comes back from the latent space. from has six numbers to a point, the first two the
// point's; to has two.
func (g *Geometry) Returns(f Frame, from, to []float32, width float32, t Theme) {
	n := min(len(from)/6, len(to)/2)
	var ends []float32
	for i := range n {
		x0, y0 := f.Px(from[6*i], from[6*i+1])
		x1, y1 := f.Px(to[2*i], to[2*i+1])
		g.Stroke([]Point{{x0, y0}, {x1, y1}}, width, t.Text.Alpha(.45))
		ends = append(ends, to[2*i], to[2*i+1])
	}
	g.Dots(f, ends, float32(2.2*f.Scale), t.Text.Alpha(.9))
}
