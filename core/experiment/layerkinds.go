package experiment

import (
	"ganvas/core/graph"
	"ganvas/core/nn"
)

// LayerKind is a kind of hidden layers: how its text is read and printed, checked, edited, and what it is in a network.
type LayerKind struct {
	Key   string // stable, in Specs: "conv"; a fully connected layer's text is its width alone
	Label string // for people
	Doc   string // one sentence for people
	// Numbers are the layer's, in the order of its text: the first follows the key, each other its letter.
	Numbers []LayerNumber
	// Activated says that a nonlinearity follows: the one that the text names after a colon, or the player's.
	Activated bool
	// Learns says that the layer has weights, so that the player's normalisation, residual layers and dropout are its too.
	Learns bool

	of func(l Layer, w nn.Weights) nn.Layer
}

// LayerNumber is a number of a layer.
type LayerNumber struct {
	Letter   string // before it in the text: "k"; empty for the first
	Label    string // for people
	Min, Max int
	// Usual is its value where the text leaves it out, given those before it; nil where it must be there.
	Usual func(Layer) int
	// Shown says that it is printed even where it is as usual: the kernel, without which nobody sees what a convolution does.
	Shown bool

	place func(*Layer) *int
}

// Of is the number's value in a layer.
func (n LayerNumber) Of(l Layer) int { return *n.place(&l) }

// In is a layer with the number at this value.
func (n LayerNumber) In(l Layer, value int) Layer {
	*n.place(&l) = value
	return l
}

// LayerKinds is the catalogue, in the order of a menu.
var LayerKinds = []LayerKind{
	{Key: "fc", Label: "Fully connected", Doc: "Every unit sees all numbers of the layer before.",
		Numbers:   []LayerNumber{{Label: "Units", Min: 1, Max: MaxWidth, place: width}},
		Activated: true, Learns: true, of: func(l Layer, w nn.Weights) nn.Layer { return nn.Full{Out: l.Width, Weights: w} }},
	{Key: "conv", Label: "Convolution", Doc: "Every pixel of the result sees a window of the image, by the same weights everywhere.",
		Numbers: append([]LayerNumber{channels}, window()...), Activated: true, Learns: true,
		of: func(l Layer, w nn.Weights) nn.Layer {
			return nn.Convolution{Channels: l.Width, Window: l.window(), Weights: w}
		}},
	{Key: "convt", Label: "Transposed convolution", Doc: "Every pixel adds a pattern to a window of a larger image: a kernel of 4, a stride of 2 and a pad of 1 double it.",
		Numbers:   append(append([]LayerNumber{channels}, window()...), LayerNumber{Letter: "o", Label: "More rows and columns", Max: 7, Usual: usual(0), place: func(l *Layer) *int { return &l.More }}),
		Activated: true, Learns: true,
		of: func(l Layer, w nn.Weights) nn.Layer {
			return nn.Transposed{Channels: l.Width, Window: l.window(), More: [2]int{l.More, l.More}, Weights: w}
		}},
	{Key: "max", Label: "Max pool", Doc: "The greatest of every window, channel by channel.", Numbers: pool,
		of: func(l Layer, _ nn.Weights) nn.Layer { return nn.MaxPool{Window: l.window()} }},
	{Key: "mean", Label: "Mean pool", Doc: "The mean of every window, channel by channel.", Numbers: pool,
		of: func(l Layer, _ nn.Weights) nn.Layer { return nn.MeanPool{Window: l.window()} }},
	{Key: "nearest", Label: "Enlarge, nearest", Doc: "Every pixel becomes a square.", Numbers: enlarged,
		of: func(l Layer, _ nn.Weights) nn.Layer { return nn.Nearest{Factor: l.Factor} }},
	{Key: "bilinear", Label: "Enlarge, bilinear", Doc: "An image is enlarged smoothly.", Numbers: enlarged,
		of: func(l Layer, _ nn.Weights) nn.Layer { return nn.Bilinear{Factor: l.Factor} }},
	{Key: "flat", Label: "Flatten", Doc: "An image becomes one row of features.",
		of: func(Layer, nn.Weights) nn.Layer { return nn.Flatten{} }},
	{Key: "shape", Label: "Reshape", Doc: "Features become an image.",
		Numbers: []LayerNumber{side("", "Height", 0), side("x", "Width", 1), side("x", "Channels", 2)},
		of:      func(l Layer, _ nn.Weights) nn.Layer { return nn.Reshape{Shape: l.Shape[:]} }},
	normKind("batch", "Batch normalisation"),
	normKind("layer", "Layer normalisation"),
	normKind("pixel", "Pixel normalisation"),
}

// KindOf is the kind of a layer; ok is false where there is none of its key.
func KindOf(l Layer) (k LayerKind, ok bool) {
	if l.Kind == "" {
		return LayerKinds[0], true
	}
	k, ok = FindLayerKind(l.Kind)
	return k, ok && k.Key != LayerKinds[0].Key
}

// FindLayerKind is the kind with a key.
func FindLayerKind(key string) (LayerKind, bool) {
	for _, k := range LayerKinds {
		if k.Key == key {
			return k, true
		}
	}
	return LayerKind{}, false
}

// New is a layer of the kind with these numbers, the usual ones where they are fewer, and the least where there is no usual one.
func (k LayerKind) New(numbers ...int) Layer {
	l := Layer{Kind: k.Key}
	if k.Key == LayerKinds[0].Key {
		l.Kind = ""
	}
	for i, n := range k.Numbers {
		switch {
		case i < len(numbers):
			l = n.In(l, numbers[i])
		case n.Usual != nil:
			l = n.In(l, n.Usual(l))
		default:
			l = n.In(l, n.Min)
		}
	}
	return l
}

var channels = LayerNumber{Label: "Channels", Min: 1, Max: 512, place: width}

// window are the numbers of a convolution's window.
func window() []LayerNumber {
	return []LayerNumber{
		{Letter: "k", Label: "Kernel", Min: 1, Max: maxKernel, Usual: usual(3), Shown: true, place: kernel},
		{Letter: "s", Label: "Stride", Min: 1, Max: 8, Usual: usual(1), place: stride},
		{Letter: "p", Label: "Pad", Max: maxKernel, Usual: usual(0), place: pad},
		{Letter: "d", Label: "Dilation", Min: 1, Max: 8, Usual: usual(1), place: func(l *Layer) *int { return &l.Dilation }},
	}
}

// pool are the numbers of a pool: windows lie side by side where no stride is given.
var pool = []LayerNumber{
	{Label: "Window", Min: 1, Max: maxKernel, place: kernel},
	{Letter: "s", Label: "Stride", Min: 1, Max: maxKernel, Usual: func(l Layer) int { return l.Kernel }, place: stride},
	{Letter: "p", Label: "Pad", Max: maxKernel, Usual: usual(0), place: pad},
}

var enlarged = []LayerNumber{{Label: "Factor", Min: 1, Max: 8, place: func(l *Layer) *int { return &l.Factor }}}

// maxKernel bounds the side of a window.
const maxKernel = 32

func side(letter, label string, i int) LayerNumber {
	return LayerNumber{Letter: letter, Label: label, Min: 1, Max: 512, place: func(l *Layer) *int { return &l.Shape[i] }}
}

func normKind(key, label string) LayerKind {
	norm, _ := nn.FindNorm(key)
	return LayerKind{Key: key, Label: label, Doc: norm.Doc, Activated: true, of: func(Layer, nn.Weights) nn.Layer { return nn.Normalised{Norm: norm} }}
}

func usual(n int) func(Layer) int { return func(Layer) int { return n } }

func width(l *Layer) *int  { return &l.Width }
func kernel(l *Layer) *int { return &l.Kernel }
func stride(l *Layer) *int { return &l.Stride }
func pad(l *Layer) *int    { return &l.Pad }

func (l Layer) window() graph.Window {
	w := graph.SquareWindow(l.Kernel, l.Stride, l.Pad)
	if l.Dilation > 0 {
		w.Dilation = [2]int{l.Dilation, l.Dilation}
	}
	return w
}
