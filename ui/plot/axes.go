package plot

import "math"

// hair is the width of a hairline in pixels: one CSS pixel, and whole.
func (f Frame) hair() float32 { return float32(math.Max(1, math.Round(f.Scale))) }

// level is the top of a sharp hairline at a value of the vertical axis.
func (f Frame) level(v float64) float32 {
	return float32(math.Round(f.Y.Of(v) - float64(f.hair())/2))
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
