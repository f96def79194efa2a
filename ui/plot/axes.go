package plot

import "math"

// hair is the width of a hairline in pixels: one CSS pixel, and whole.
func (f Frame) hair() float32 { return float32(math.Max(1, math.Round(f.Scale))) }

// level is the top of a sharp hairline at a value of the vertical axis.
func (f Frame) level(v float64) float32 {
	return float32(math.Round(f.Y.Of(v) - float64(f.hair())/2))
}

// Border adds the frame's outline as sharp hairlines, just inside the drawn rectangle.
func (g *Geometry) Border(f Frame, c RGBA) {
	h := f.hair()
	l, t := float32(math.Round(f.Left())), float32(math.Round(f.Top()))
	r, b := float32(math.Round(f.Right())), float32(math.Round(f.Bottom()))
	g.Rect(l, t, r, t+h, c)
	g.Rect(l, b-h, r, b, c)
	g.Rect(l, t, l+h, b, c)
	g.Rect(r-h, t, r, b, c)
}

// TickMarks adds short marks inside the frame at its ticks: at the bottom for x, on the left for y.
func (g *Geometry) TickMarks(f Frame, c RGBA) {
	h, long := f.hair(), float32(math.Round(5*f.Scale))
	l, b := float32(math.Round(f.Left())), float32(math.Round(f.Bottom()))
	for _, t := range f.XTicks {
		x := float32(math.Round(t.Pixel - float64(h)/2))
		g.Rect(x, b-long, x+h, b, c)
	}
	for _, t := range f.YTicks {
		y := f.level(t.Value)
		g.Rect(l, y, l+long, y+h, c)
	}
}
