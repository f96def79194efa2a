package experiment

import "slices"

// MaxLayers and MaxWidth bound a network, so that a link cannot exhaust a visitor's memory; see also MaxWeights.
const (
	MaxLayers = 16
	MaxWidth  = 8192
)

// Layer is a hidden layer: its kind, the numbers that the kind has and, where it differs from its player's, its activation. What the kind
// does not have is zero.
type Layer struct {
	Kind       string // key in LayerKinds; empty for a fully connected layer
	Width      int    // of a fully connected layer the units, of convolutions the channels that they give
	Kernel     int    // the side of a convolution's or a pool's window, in pixels
	Stride     int    // from one window to the next
	Pad        int    // pixels around the image
	Dilation   int    // from one pixel of a window to the next
	More       int    // of a transposed convolution: rows and columns more than the least that it could give
	Factor     int    // by which an image is enlarged
	Shape      [3]int // height, width and channels of the image that features become
	Activation string // key in nn.Activations, or empty for the player's
}

// Layers is a list of at most MaxLayers hidden layers, comparable by ==. As text: "32,16:tanh", or "conv16k4s2p1:lrelu,flat,32"; see LayerKinds.
type Layers struct {
	n  int
	at [MaxLayers]Layer
}

// LayersOf returns fully connected hidden layers of these widths. It panics where they are too many.
func LayersOf(widths ...int) Layers {
	var l Layers
	for _, w := range widths {
		l = l.Append(Layer{Width: w})
	}
	return l
}

// Len is the number of layers.
func (l Layers) Len() int { return l.n }

// At is layer i, counted from the input.
func (l Layers) At(i int) Layer { return l.at[:l.n][i] }

// Append returns the layers with one more at the output's side. It panics beyond MaxLayers.
func (l Layers) Append(x Layer) Layers {
	l.at[l.n] = x
	l.n++
	return l
}

// Insert returns the layers with one more before layer i, or at the end. It panics beyond MaxLayers.
func (l Layers) Insert(i int, x Layer) Layers { return layersOf(slices.Insert(l.list(), i, x)) }

// Without returns the layers without layer i.
func (l Layers) Without(i int) Layers { return layersOf(slices.Delete(l.list(), i, i+1)) }

// Drop returns the layers without the one nearest to the output.
func (l Layers) Drop() Layers {
	if l.n > 0 {
		l.n--
		l.at[l.n] = Layer{}
	}
	return l
}

// With returns the layers with layer i replaced.
func (l Layers) With(i int, x Layer) Layers {
	l.at[:l.n][i] = x
	return l
}

// list is the layers as a slice of its own.
func (l Layers) list() []Layer { return slices.Clone(l.at[:l.n]) }

func layersOf(list []Layer) (l Layers) {
	for _, x := range list {
		l = l.Append(x)
	}
	return l
}

// Plain says whether all layers are fully connected ones: such a list is good for data of any shape.
func (l Layers) Plain() bool {
	return !slices.ContainsFunc(l.at[:l.n], func(x Layer) bool { return x.Kind != "" })
}

// Widths is the sum of all widths: of plain layers a measure of a network's memory for one sample.
func (l Layers) Widths() int {
	sum := 0
	for _, x := range l.at[:l.n] {
		sum += x.Width
	}
	return sum
}

// weights is about the number of the weights of plain layers: those between hidden layers, and one into and out of each unit.
func (l Layers) weights() int {
	n := 1 + 2*l.Widths()
	for i := 1; i < l.n; i++ {
		n += l.at[i-1].Width * l.at[i].Width
	}
	return n
}

// repeats says whether of two neighbouring layers that learn, both may give the same shape.
func (l Layers) repeats() bool {
	for i := 1; i < l.n; i++ {
		if x := l.at[i]; x.Width > 0 && x.Width == l.at[i-1].Width && x.Kind == l.at[i-1].Kind {
			return true
		}
	}
	return false
}

// unnamed says whether some layer has its player's activation.
func (l Layers) unnamed() bool {
	for _, x := range l.at[:l.n] {
		if x.Activation == "" {
			return true
		}
	}
	return false
}

// narrow says whether some fully connected layer has a single unit.
func (l Layers) narrow() bool {
	return slices.ContainsFunc(l.at[:l.n], func(x Layer) bool { return x.Kind == "" && x.Width == 1 })
}
