package data

import "ganvas/core/random"

// Frame is the affine map between a source's own units and those of training: own = Centre + Scale * training, by axis.
type Frame struct {
	Centre, Scale [2]float32
}

// Framed is a Source whose training coordinates are moved too, or scaled differently along x and y, as columns of a table
// must be. Its Scale method is the larger of the two scales.
type Framed interface {
	Source
	Frame() Frame
}

// FrameOf returns a source's frame: its own, or its Scale about the origin.
func FrameOf(s Source) Frame {
	if f, ok := s.(Framed); ok {
		return f.Frame()
	}
	return Frame{Scale: [2]float32{s.Scale(), s.Scale()}}
}

// In takes points from own units to training's, in place.
func (f Frame) In(points []float32) {
	x, y, dx, dy := f.Centre[0], f.Centre[1], f.Scale[0], f.Scale[1]
	for ; len(points) >= 2; points = points[2:] {
		points[0], points[1] = (points[0]-x)/dx, (points[1]-y)/dy
	}
}

// Out takes points from training's units to own, in place.
func (f Frame) Out(points []float32) {
	for i := range points {
		points[i] = f.Centre[i%2] + float32(points[i]*f.Scale[i%2])
	}
}

// Window is a rectangle of the plane, in a source's own units.
type Window struct{ X0, Y0, X1, Y1 float32 }

// Windowed is a Source that says by itself which part of the plane to look at.
type Windowed interface {
	Source
	Window() Window
}

// WindowOf returns the part of the plane to look at: the source's own, or the box around 4,096 points of a fixed stream, grown by a sixth on
// every side, and made square in training's units.
func WindowOf(s Source) Window {
	if w, ok := s.(Windowed); ok {
		return w.Window()
	}
	points := make([]float32, 2*4096)
	s.Sample(random.New(0, "data/window"), points)
	f := FrameOf(s)
	f.In(points)
	return f.window(points)
}

// window is the window around points in training's units.
func (f Frame) window(points []float32) Window {
	lo, hi := [2]float32{points[0], points[1]}, [2]float32{points[0], points[1]}
	for i, v := range points {
		// Not min and max: of floating-point numbers those are calls.
		if k := i % 2; v < lo[k] {
			lo[k] = v
		} else if v > hi[k] {
			hi[k] = v
		}
	}
	half := float32(max(hi[0]-lo[0], hi[1]-lo[1]) * (2. / 3))
	if half == 0 {
		half = 1
	}
	var corners [4]float32
	for k := range 2 {
		middle := float32((lo[k] + hi[k]) / 2)
		corners[k], corners[2+k] = middle-half, middle+half
	}
	f.Out(corners[:])
	return Window{corners[0], corners[1], corners[2], corners[3]}
}
