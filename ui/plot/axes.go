package plot

import "math"

// hair is the width of a hairline in pixels: one CSS pixel, and whole.
func (f Frame) hair() float32 { return float32(math.Max(1, math.Round(f.Scale))) }

// level is the top of a sharp hairline at a value of the vertical axis.
func (f Frame) level(v float64) float32 {
	return float32(math.Round(f.Y.Of(v) - float64(f.hair())/2))
}

// Border adds the frame's outline as sharp hairlines, just outside the drawn rectangle.
func (g *Geometry) Border(f Frame, c RGBA) {
	h := f.hair()
	l, t := float32(math.Round(f.Left())), float32(math.Round(f.Top()))
	r, b := float32(math.Round(f.Right())), float32(math.Round(f.Bottom()))
	g.Rect(l-h, t-h, r+h, t, c)
	g.Rect(l-h, b, r+h, b+h, c)
	g.Rect(l-h, t, l, b, c)
	g.Rect(r, t, r+h, b, c)
}

// TickMarks adds short marks outside the frame at its ticks: below for x, on the left for y.
func (g *Geometry) TickMarks(f Frame, c RGBA) {
	h, long := f.hair(), float32(math.Round(4*f.Scale))
	l, b := float32(math.Round(f.Left()))-h, float32(math.Round(f.Bottom()))+h
	for _, t := range f.XTicks {
		x := float32(math.Round(t.Pixel - float64(h)/2))
		g.Rect(x, b, x+h, b+long, c)
	}
	for _, t := range f.YTicks {
		y := f.level(t.Value)
		g.Rect(l-long, y, l, y+h, c)
	}
}

// LevelLines adds a hairline across the frame at each tick of the vertical axis.
func (g *Geometry) LevelLines(f Frame, c RGBA) {
	for _, t := range f.YTicks {
		y := f.level(t.Value)
		g.Rect(float32(f.Left()), y, float32(f.Right()), y+f.hair(), c)
	}
}
