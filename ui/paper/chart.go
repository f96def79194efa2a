package paper

import (
	"math"

	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// chart draws curves under their title and keys.
func (f Figure) chart(p pen, k control.Chart, w, h float64) {
	c := k.Of(control.Run{Trace: f.Snapshot.Trace, Spec: &f.Spec, Measures: f.Snapshot.Measures}, f.Theme)
	p.words(14, 18, 13, 0, k.Title, f.Theme.Text)
	x := w - 14
	for i := len(c.Curves) - 1; i >= 0; i-- {
		name := c.Curves[i].Name
		p.words(x, 18, 12, 1, name, f.Theme.Quiet)
		x -= 7*float64(len([]rune(name))) + 8
		p.rect(x-18, 13, x, 15, solid(c.Curves[i].Colour))
		x -= 32
	}
	p = p.at(titleRoom)
	a := c.Axes(plot.Size{W: w, H: h - titleRoom, Scale: 1})
	for _, t := range a.YTicks {
		p.line(across(a, t.Pixel), 1, solid(f.Theme.Grid))
		p.words(a.Left-7, t.Pixel+4, 11, 1, t.Label, f.Theme.Quiet)
	}
	for i, t := range a.XTicks {
		anchor := .5
		if i == 0 {
			anchor = 0
		} else if t.Pixel > a.Right-1 {
			anchor = 1
		}
		p.words(t.Pixel, h-titleRoom-5, 11, anchor, t.Label, f.Theme.Quiet)
	}
	for _, r := range c.References {
		if y := a.Y(r.Value); y >= a.Top && y <= a.Bottom {
			p.line(across(a, y), 1, solid(r.Colour), points(5), points(4))
			p.words(a.Right+6, y+4, 12, 0, r.Name, r.Colour)
		}
	}
	for _, curve := range c.Curves {
		for _, piece := range pieces(c, a, curve.Values) {
			p.line(piece, 1.5, solid(curve.Colour))
		}
	}
}

func across(a plot.Axes, y float64) []plot.Point {
	return []plot.Point{{X: float32(a.Left), Y: float32(y)}, {X: float32(a.Right), Y: float32(y)}}
}

// pieces are a curve's lines between its gaps, within the axes' height.
func pieces(c plot.Chart, a plot.Axes, values []float32) (all [][]plot.Point) {
	var line []plot.Point
	for i, v := range values {
		y := a.Y(float64(v))
		if math.IsNaN(y) || math.IsInf(y, 0) {
			all, line = append(all, line), nil
			continue
		}
		y = math.Max(a.Top-3, math.Min(y, a.Bottom+3))
		line = append(line, plot.Point{X: float32(a.X(c.Step(i))), Y: float32(y)})
	}
	return append(all, line)
}
