package plot

import (
	"math"

	"ganvas/core/wire"
)

// Size is a panel's extent in pixels, and how many of those make one CSS pixel: 1 for the page's text, the device's ratio for
// the canvas.
type Size struct{ W, H, Scale float64 }

// Frame is a picture's axes in a panel: where the data window lies, in pixels from the panel's top left corner, and its ticks.
type Frame struct {
	X, Y   Scale
	XTicks []Tick
	YTicks []Tick
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

// Plane is the frame of a window of the plane: as large as fits in a panel, one data unit as long in x as in y. Its labels stand inside.
func Plane(w wire.Window, s Size) Frame {
	left, top, right, bottom := 0., 0., s.W, s.H
	dx, dy := float64(w.X1)-float64(w.X0), float64(w.Y1)-float64(w.Y0)
	if dx > 0 && dy > 0 {
		unit := math.Min((right-left)/dx, (bottom-top)/dy)
		padX, padY := math.Floor((right-left-unit*dx)/2), math.Floor((bottom-top-unit*dy)/2)
		left, right, top, bottom = left+padX, right-padX, top+padY, bottom-padY
	}
	f := Frame{
		X:     Scale{float64(w.X0), float64(w.X1), left, right},
		Y:     Scale{float64(w.Y0), float64(w.Y1), bottom, top},
		Scale: s.Scale,
	}
	f.label(90, 90)
	return f
}

// label gives the axes a tick for every so many CSS pixels.
func (f *Frame) label(everyX, everyY float64) {
	if f.Scale <= 0 {
		return
	}
	f.XTicks = f.X.Ticks(max(2, int((f.Right()-f.Left())/f.Scale/everyX)))
	f.YTicks = f.Y.Ticks(max(2, int((f.Bottom()-f.Top())/f.Scale/everyY)))
}
