package graph

import "fmt"

// Convolve returns the convolution of x [N, H, W, C] with kernels [KH, KW, C, O], an array [N, OH, OW, O]: the product of x's windows
// and the kernels. (As networks have it: a kernel is not mirrored.)
func Convolve(x, kernels *Node, stride, pad, dilation [2]int) *Node {
	w := windowOf("convolve", x, kernels, stride, pad, dilation)
	c, o := kernels.shape[2], kernels.shape[3]
	if x.shape[3] != c {
		fault("convolve", fmt.Sprintf("kernels of %d channels for an array of %d", c, x.shape[3]), x, kernels)
	}
	u := Unfold(x, w)
	n, oh, ow, k := u.shape[0], u.shape[1], u.shape[2], w.Kernel[0]*w.Kernel[1]*c
	y := MatMul(Reshape(u, n*oh*ow, k), Reshape(kernels, k, o), false, false)
	return Reshape(y, n, oh, ow, o)
}

// Deconvolve returns the transposed convolution of x [N, H, W, C] with kernels [KH, KW, O, C], an array [N, OH, OW, O], where
// OH = (H-1)*stride - 2*pad + dilation*(KH-1) + 1 + more, and OW likewise: Convolve's gradient by its argument. Each of more is 0 or
// less than its stride, and chooses among the sizes that a convolution would take to H and W.
func Deconvolve(x, kernels *Node, stride, pad, dilation, more [2]int) *Node {
	w := windowOf("deconvolve", x, kernels, stride, pad, dilation)
	o, c := kernels.shape[2], kernels.shape[3]
	if x.shape[3] != c {
		fault("deconvolve", fmt.Sprintf("kernels of %d channels for an array of %d", c, x.shape[3]), x, kernels)
	}
	n, h, width := x.shape[0], x.shape[1], x.shape[2]
	var size [2]int
	for d, from := range []int{h, width} {
		size[d] = w.Grown(d, from) + more[d]
		if size[d] < 1 || more[d] < 0 || more[d] >= w.Stride[d] && more[d] > 0 {
			fault("deconvolve", fmt.Sprintf("there is no size of %d with %d more, which is at least 0 and below the stride of %d", size[d]-more[d], more[d], w.Stride[d]), x, kernels)
		}
	}
	k := w.Kernel[0] * w.Kernel[1] * o
	y := MatMul(Reshape(x, n*h*width, c), Reshape(kernels, k, c), false, true)
	return Fold(Reshape(y, n, h, width, w.Kernel[0], w.Kernel[1], o), w, size[0], size[1])
}

// Grown is the least length along dimension d in which the window has n places.
func (w Window) Grown(d, n int) int {
	w = w.Whole()
	return (n-1)*w.Stride[d] - 2*w.Pad[d] + w.Dilation[d]*(w.Kernel[d]-1) + 1
}

// windowOf is the window of kernels over x, whose dimensions it checks.
func windowOf(op string, x, kernels *Node, stride, pad, dilation [2]int) Window {
	if len(x.shape) != 4 || len(kernels.shape) != 4 {
		fault(op, "it wants an array [N, H, W, C] and kernels of four dimensions", x, kernels)
	}
	return Window{[2]int(kernels.shape[:2]), stride, pad, dilation}.Whole()
}
