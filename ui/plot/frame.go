package plot

import (
	"math"
)

// Size is a panel's extent in pixels, and how many of those make one CSS pixel: 1 for the page's text, the device's ratio for
// the canvas.
type Size struct{ W, H, Scale float64 }

// Frame is a picture's axes in a panel: where the data window lies, in pixels from the panel's top left corner, and its ticks.
type Frame struct {
	X, Y   Scale
	XTicks []Tick
	YTicks []Tick
	// XNote and YNote say what the labels of the ticks leave out, where they do: "× 10⁻⁶ + 52.52".
	XNote, YNote string
	// Scale is the Size's: pixels to a CSS pixel.
	Scale float64
}

// Left, Top, Right and Bottom are the edges of the drawn rectangle, in pixels.
func (f Frame) Left() float64   { return f.X.At }
func (f Frame) Right() float64  { return f.X.Until }
func (f Frame) Top() float64    { return f.Y.Until }
func (f Frame) Bottom() float64 { return f.Y.At }

// Px is the pixel of a point.
func (f Frame) Px(x, y float32) (float32, float32) {
	return float32(f.X.Of(float64(x))), float32(f.Y.Of(float64(y)))
}

// Side is the shorter side of the drawn rectangle in CSS pixels.
func (f Frame) Side() float64 {
	return math.Min(f.Right()-f.Left(), f.Bottom()-f.Top()) / f.Scale
}

// Margins are the blank borders of a panel, in CSS pixels: room for the tick labels that the page writes.
type Margins struct{ Left, Top, Right, Bottom float64 }

// smallest is the side in CSS pixels under which a panel has no labels.
const smallest = 220

// Labelled says whether a panel of this size has room for tick labels.
func Labelled(s Size) bool { return math.Min(s.W, s.H) >= smallest*s.Scale }

// Plane is the frame of a window of the plane: the largest square that fits in a panel. A window is as wide as it is high in training's units, so
// that the picture shows what the networks see: columns of a table that are scaled each by itself fill it alike. Its labels stand inside.
func Plane(w Window, s Size) Frame { return PlaneFrom([2]float64{}, w, s) }

// PlaneFrom is Plane where the window's numbers are counted from an origin (data.Finite has one).
func PlaneFrom(origin [2]float64, w Window, s Size) Frame {
	side := math.Min(s.W, s.H)
	left, top := math.Floor((s.W-side)/2), math.Floor((s.H-side)/2)
	f := Frame{
		X:     Scale{float64(w.X0), float64(w.X1), left, left + side},
		Y:     Scale{float64(w.Y0), float64(w.Y1), top + side, top},
		Scale: s.Scale,
	}
	if s.Scale > 0 {
		f.XTicks, f.XNote = f.ticksFrom(origin[0], f.X, f.Right()-f.Left())
		f.YTicks, f.YNote = f.ticksFrom(origin[1], f.Y, f.Bottom()-f.Top())
	}
	return f
}

// ticksFrom is the ticks and the note of an axis of the plane: a tick for about every 90 CSS pixels.
func (f Frame) ticksFrom(origin float64, s Scale, length float64) ([]Tick, string) {
	ticks, far := s.TicksFrom(origin, max(2, int(length/f.Scale/90)))
	return ticks, far.Note()
}
