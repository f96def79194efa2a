package graph

import "fmt"

// Window is how a convolution or a pool looks at an array [N, H, W, C]: at Kernel rows and columns, Dilation apart, which begin at
// every Stride-th row and column of an array with Pad more on every side. The two numbers of each are for H and for W. A Stride or a
// Dilation of 0 counts as 1.
type Window struct{ Kernel, Stride, Pad, Dilation [2]int }

// SquareWindow is a Window that is alike along both dimensions.
func SquareWindow(kernel, stride, pad int) Window {
	return Window{[2]int{kernel, kernel}, [2]int{stride, stride}, [2]int{pad, pad}, [2]int{1, 1}}
}

// Whole is the Window with a 1 for a Stride or a Dilation of 0.
func (w Window) Whole() Window {
	for d := range 2 {
		for _, n := range []*int{&w.Stride[d], &w.Dilation[d]} {
			if *n == 0 {
				*n = 1
			}
		}
	}
	return w
}

// String prints what is not as usual.
func (w Window) String() string {
	return fmt.Sprintf("%dx%d stride %d %d pad %d %d dilation %d %d", w.Kernel[0], w.Kernel[1], w.Stride[0], w.Stride[1], w.Pad[0], w.Pad[1],
		w.Dilation[0], w.Dilation[1])
}

// maxWindow bounds each of a Window's numbers, so that none of what is computed from them overflows.
const maxWindow = 1 << 16

// Extent returns at how many places along dimension d (0 for H, 1 for W) the window lies in n elements, or why that cannot be.
func (w Window) Extent(d, n int) (places int, why string) {
	w = w.Whole()
	for _, v := range [][2]int{{w.Kernel[d], 1}, {w.Stride[d], 1}, {w.Dilation[d], 1}, {w.Pad[d], 0}} {
		if v[0] < v[1] || v[0] > maxWindow {
			return 0, fmt.Sprintf("kernel, stride and dilation lie in 1 to %d and pad in 0 to %[1]d, but it is %v", maxWindow, w)
		}
	}
	span := w.Dilation[d]*(w.Kernel[d]-1) + 1
	room := n + 2*w.Pad[d] - span
	if room < 0 {
		return 0, fmt.Sprintf("a window that spans %d does not fit into %d and a pad of %d on either side", span, n, w.Pad[d])
	}
	return room/w.Stride[d] + 1, ""
}

// places is Extent along both dimensions of an array of h by w.
func (w Window) places(op Op, h, width int, args ...*Node) (oh, ow int) {
	for d, n := range []int{h, width} {
		k, why := w.Extent(d, n)
		if why != "" {
			fault(op.String(), why, args...)
		}
		if d == 0 {
			oh = k
		} else {
			ow = k
		}
	}
	return oh, ow
}

// UnfoldOp shows an array [N, H, W, C] by its windows, [N, places, places, kernel, kernel, C]. Elements of the pad are 0.
type UnfoldOp struct{ Window }

// String names the operation and the window.
func (u UnfoldOp) String() string { return "unfold " + u.Window.String() }

func (u UnfoldOp) back(n, g *Node) []*Node {
	s := n.args[0].shape
	return []*Node{Fold(g, u.Window, s[1], s[2])}
}

// FoldOp adds windows [N, places, places, kernel, kernel, C] up to an array [N, H, W, C]: every element of a window to the element
// that UnfoldOp takes it from, the first places of the kernel first. What falls into the pad is dropped.
type FoldOp struct{ Window }

// String names the operation and the window.
func (f FoldOp) String() string { return "fold " + f.Window.String() }

func (f FoldOp) back(n, g *Node) []*Node { return []*Node{Unfold(g, f.Window)} }

// Unfold returns x's windows: from [N, H, W, C] an array [N, OH, OW, KH, KW, C], of which a product, say, reads every element where
// it lies in x.
func Unfold(x *Node, w Window) *Node {
	w = w.Whole()
	op := UnfoldOp{w}
	if len(x.shape) != 4 {
		fault(op.String(), "it wants an array [N, H, W, C]", x)
	}
	n, h, width, c := x.shape[0], x.shape[1], x.shape[2], x.shape[3]
	oh, ow := w.places(op, h, width, x)
	if w.Tiles(h, width) {
		k := w.Kernel
		return Transpose(Reshape(x, n, oh, k[0], ow, k[1], c), 0, 1, 3, 2, 4, 5)
	}
	return newNode(op, Shape{n, oh, ow, w.Kernel[0], w.Kernel[1], c}, x)
}

// Fold adds windows [N, OH, OW, KH, KW, C] up to an array [N, h, width, C]: Unfold's transpose. OH and OW are as many as the window has
// places in h by width.
func Fold(x *Node, w Window, h, width int) *Node {
	w = w.Whole()
	op := FoldOp{w}
	if len(x.shape) != 6 {
		fault(op.String(), "it wants windows [N, OH, OW, KH, KW, C]", x)
	}
	n, c := x.shape[0], x.shape[5]
	oh, ow := w.places(op, h, width, x)
	if want := (Shape{n, oh, ow, w.Kernel[0], w.Kernel[1], c}); !sameShape(x.shape, want) {
		fault(op.String(), fmt.Sprintf("the windows of an array of %d by %d are %v", h, width, want), x)
	}
	if w.Tiles(h, width) {
		return Reshape(Transpose(x, 0, 1, 3, 2, 4, 5), n, h, width, c)
	}
	return newNode(op, Shape{n, h, width, c}, x)
}

// Tiles says whether the windows lie side by side and cover all of h by width: then a reshape shows them.
func (w Window) Tiles(h, width int) bool {
	w = w.Whole()
	return w.Kernel == w.Stride && w.Pad == [2]int{} && w.Dilation == [2]int{1, 1} && h%w.Kernel[0] == 0 && width%w.Kernel[1] == 0
}
