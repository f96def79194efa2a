package nn

import (
	"fmt"

	"ganvas/core/graph"
)

// Convolution is from images [H, W, C] to [OH, OW, Channels]: every pixel of the result is the product of the kernels with the window there.
// Its parameters are path/weight [KH, KW, C, Channels] and path/bias [Channels].
type Convolution struct {
	Channels int
	graph.Window
	Weights
}

// Kind implements Layer.
func (Convolution) Kind() string { return "convolution" }

// Size implements Layer.
func (c Convolution) Size(in []int) (Size, error) {
	if err := image(c, in, c.Channels); err != nil {
		return Size{}, err
	}
	h, w, err := windows(c, c.Window, in)
	if err != nil {
		return Size{}, err
	}
	weights := c.Kernel[0] * c.Kernel[1] * in[2] * c.Channels
	return Size{[]int{h, w, c.Channels}, c.learnt(weights, c.Channels), h * w * weights}, nil
}

// Apply implements Layer.
func (c Convolution) Apply(p *Pass, path string, x *graph.Node) *graph.Node {
	in := x.Shape()[3]
	k := c.weight(p, path, c.Kernel[0]*c.Kernel[1]*in, c.Channels, c.Kernel[0], c.Kernel[1], in, c.Channels)
	return c.biased(p, path, graph.Convolve(x, k, c.Stride, c.Pad, c.Dilation))
}

// maxChannels bounds the channels that a layer gives.
const maxChannels = 1 << 12

// image is the error of a layer that wants images and is given something else, or has no channels to give.
func image(l Layer, in []int, channels int) error {
	if len(in) != 3 {
		return unfit(l, in, "a reshape to [height, width, channels] before it", "it wants an image [height, width, channels]")
	}
	if channels < 1 || channels > maxChannels {
		return unfit(l, in, fmt.Sprintf("1 to %d channels", maxChannels), "it has %d channels", channels)
	}
	return nil
}

// windows are the places of a layer's window in an image.
func windows(l Layer, w graph.Window, in []int) (h, width int, err error) {
	var out [2]int
	for d := range out {
		n, why := w.Extent(d, in[d])
		if why != "" {
			return 0, 0, unfit(l, in, fitting(w, in), "%s", why)
		}
		out[d] = n
	}
	return out[0], out[1], nil
}

// fitting says what would make a window fit into an image.
func fitting(w graph.Window, in []int) string {
	w = w.Whole()
	var most [2]int
	for d := range most {
		most[d] = max(1, (in[d]+2*w.Pad[d]-1)/max(w.Dilation[d], 1)+1)
	}
	return fmt.Sprintf("a kernel of at most %d by %d", most[0], most[1])
}
