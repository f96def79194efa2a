package nn

import (
	"fmt"

	"ganvas/core/graph"
)

// Transposed is a transposed convolution, from images [H, W, C] to [OH, OW, Channels] with OH = (H-1)·stride - 2·pad + dilation·(KH-1) + 1 +
// More: every pixel adds the kernels, times itself, to a window of the result. Kernels of 4 at a stride of 2 and a pad of 1 double an
// image. Its parameters are path/weight [KH, KW, Channels, C] and path/bias [Channels].
type Transposed struct {
	Channels int
	graph.Window
	More [2]int // rows and columns more, below the stride
	Weights
}

// Kind implements Layer.
func (Transposed) Kind() string { return "transposed convolution" }

// Size implements Layer.
func (t Transposed) Size(in []int) (Size, error) {
	if err := image(t, in, t.Channels); err != nil {
		return Size{}, err
	}
	w := t.Whole()
	out := []int{0, 0, t.Channels}
	for d := range 2 {
		if out[d] = w.Grown(d, in[d]) + t.More[d]; out[d] < 1 {
			return Size{}, unfit(t, in, fmt.Sprintf("a pad of at most %d", (w.Grown(d, in[d])+2*w.Pad[d]-1)/2), "the result would have a length of %d", out[d])
		}
		if t.More[d] < 0 || t.More[d] > 0 && t.More[d] >= w.Stride[d] {
			return Size{}, unfit(t, in, fmt.Sprintf("0 to %d", w.Stride[d]-1), "it has %d rows or columns more", t.More[d])
		}
		if n, why := w.Extent(d, out[d]); why != "" || n != in[d] {
			return Size{}, unfit(t, in, "a smaller pad", "the window has %d places in its result, not %d", n, in[d])
		}
	}
	weights := w.Kernel[0] * w.Kernel[1] * in[2] * t.Channels
	return Size{out, t.learnt(weights, t.Channels), in[0] * in[1] * weights}, nil
}

// Apply implements Layer.
func (t Transposed) Apply(p *Pass, path string, x *graph.Node) *graph.Node {
	in, w := x.Shape()[3], t.Whole()
	// As many inputs reach a pixel of the result as kernels overlap there, on average.
	fan, strides := w.Kernel[0]*w.Kernel[1]*in, w.Stride[0]*w.Stride[1]
	if fan%strides == 0 {
		fan /= strides
	}
	k := t.weight(p, path, fan, in, w.Kernel[0], w.Kernel[1], t.Channels, in)
	return t.biased(p, path, graph.Deconvolve(x, k, w.Stride, w.Pad, w.Dilation, t.More))
}
