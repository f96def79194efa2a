package data

import "ganvas/core/random"

// Frame is the affine map between a source's own units and those of training: own = Centre + Scale * training, by axis.
type Frame struct {
	Centre, Scale []float32
}

// Framed is a Source whose training coordinates are moved too, or scaled differently along its axes, as columns of a table
// must be. Its Scale method is the largest of the scales.
type Framed interface {
	Source
	Frame() Frame
}

// FrameOf returns a source's frame: its own, or its Scale about the origin.
func FrameOf(s Source) Frame {
	if f, ok := s.(Framed); ok {
		return f.Frame()
	}
	f := Frame{make([]float32, Size(s)), make([]float32, Size(s))}
	for k := range f.Scale {
		f.Scale[k] = s.Scale()
	}
	return f
}

// Size is how many numbers a point has.
func (f Frame) Size() int { return len(f.Scale) }

// In takes points from own units to training's, in place.
func (f Frame) In(points []float32) {
	for size := f.Size(); len(points) >= size; points = points[size:] {
		for k, c := range f.Centre {
			points[k] = (points[k] - c) / f.Scale[k]
		}
	}
}

// Out takes points from training's units to own, in place.
func (f Frame) Out(points []float32) {
	for i := range points {
		k := i % f.Size()
		points[i] = f.Centre[k] + float32(points[i]*f.Scale[k])
	}
}

// Window is a box, in a source's own units: by axis where it begins and where it ends.
type Window struct{ Low, High []float32 }

// Holds says whether a point lies in the window, its lower faces included.
func (w Window) Holds(point []float32) bool {
	for k, v := range point {
		if !(v >= w.Low[k] && v < w.High[k]) {
			return false
		}
	}
	return true
}

// Windowed is a Source that says by itself which part of its space to look at.
type Windowed interface {
	Source
	Window() Window
}

// WindowOf returns the part of the space to look at: the source's own, or the box around 4,096 points of a fixed stream, grown by a sixth on
// every side, and as wide along every axis in training's units.
func WindowOf(s Source) Window {
	if w, ok := s.(Windowed); ok {
		return w.Window()
	}
	f := FrameOf(s)
	points := make([]float32, f.Size()*4096)
	s.Sample(random.New(0, "data/window"), points)
	f.In(points)
	return f.Around(points)
}

// Around is the window around points in training's units, grown by a sixth on every side, and as wide along every axis there.
func (f Frame) Around(points []float32) Window {
	size := f.Size()
	w := Window{append([]float32(nil), points[:size]...), append([]float32(nil), points[:size]...)}
	for ; len(points) >= size; points = points[size:] {
		for k, v := range points[:size] {
			// Not min and max: of floating-point numbers those are calls.
			if v < w.Low[k] {
				w.Low[k] = v
			} else if v > w.High[k] {
				w.High[k] = v
			}
		}
	}
	widest := float32(0)
	for k := range w.Low {
		widest = max(widest, w.High[k]-w.Low[k])
	}
	half := float32(widest * (2. / 3))
	if half == 0 {
		half = 1
	}
	for k := range w.Low {
		middle := float32((w.Low[k] + w.High[k]) / 2)
		w.Low[k], w.High[k] = middle-half, middle+half
	}
	f.Out(w.Low)
	f.Out(w.High)
	return w
}
