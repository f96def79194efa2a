package nn

import "ganvas/core/graph"

// MaxPool takes the greatest of every window, channel by channel: [H, W, C] to [OH, OW, C]. What lies in the pad never is. Elements that
// share the maximum share its gradient.
type MaxPool struct{ graph.Window }

// MeanPool takes the mean of every window, channel by channel: [H, W, C] to [OH, OW, C]. The pad counts as zeros.
type MeanPool struct{ graph.Window }

// Kind implements Layer.
func (MaxPool) Kind() string { return "max pool" }

// Kind implements Layer.
func (MeanPool) Kind() string { return "mean pool" }

// Size implements Layer.
func (m MaxPool) Size(in []int) (Size, error) { return pooled(m, m.Window, in) }

// Size implements Layer.
func (m MeanPool) Size(in []int) (Size, error) { return pooled(m, m.Window, in) }

func pooled(l Layer, w graph.Window, in []int) (Size, error) {
	if err := image(l, in, 1); err != nil {
		return Size{}, err
	}
	h, width, err := windows(l, w, in)
	if err != nil {
		return Size{}, err
	}
	for d := range 2 {
		if w.Pad[d] >= w.Kernel[d] {
			return Size{}, unfit(l, in, "a pad smaller than the kernel", "some windows would lie in the pad alone")
		}
	}
	return Size{Out: []int{h, width, in[2]}}, nil
}

// Apply implements Layer.
func (m MaxPool) Apply(_ *Pass, _ string, x *graph.Node) *graph.Node {
	y, axes := windowed(x, m.Window)
	if m.Pad != [2]int{} {
		y = graph.Add(y, beyond(x.Shape(), m.Window))
	}
	return graph.MaxOver(y, axes...)
}

// Apply implements Layer.
func (m MeanPool) Apply(_ *Pass, _ string, x *graph.Node) *graph.Node {
	y, axes := windowed(x, m.Window)
	return graph.Mean(y, axes...)
}

// windowed is x by its windows, and the axes along which these go. Windows side by side are a reshape, which reductions read as it lies.
func windowed(x *graph.Node, w graph.Window) (*graph.Node, []int) {
	w = w.Whole()
	s := x.Shape()
	k := w.Kernel
	if w.Tiles(s[1], s[2]) {
		return graph.Reshape(x, s[0], s[1]/k[0], k[0], s[2]/k[1], k[1], s[3]), []int{2, 4}
	}
	return graph.Unfold(x, w), []int{3, 4}
}

// lowest is below every number that a network computes: added to a zero, it is never a maximum.
const lowest = -3e38

// beyond is 0 where a window of an image lies in it and lowest in the pad, [1, OH, OW, KH, KW, 1].
func beyond(shape graph.Shape, w graph.Window) *graph.Node {
	w = w.Whole()
	h, _ := w.Extent(0, shape[1])
	width, _ := w.Extent(1, shape[2])
	inside := func(d, place, k int) bool {
		at := place*w.Stride[d] + k*w.Dilation[d] - w.Pad[d]
		return at >= 0 && at < shape[1+d]
	}
	var out []float32
	for i := range h {
		for j := range width {
			for k := range w.Kernel[0] {
				for l := range w.Kernel[1] {
					x := float32(lowest)
					if inside(0, i, k) && inside(1, j, l) {
						x = 0
					}
					out = append(out, x)
				}
			}
		}
	}
	return graph.Const(graph.Shape{1, h, width, w.Kernel[0], w.Kernel[1], 1}, out)
}
