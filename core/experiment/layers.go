package experiment

import (
	"strconv"
	"strings"
)

// MaxLayers and MaxWidth bound a network, so that a link cannot exhaust a visitor's memory.
const (
	MaxLayers = 8
	MaxWidth  = 512
)

// Layer is a hidden layer: its width and, where it differs from its player's, its activation.
type Layer struct {
	Width      int
	Activation string // key in nn.Activations, or empty for the player's
}

// Layers is a list of at most MaxLayers hidden layers, comparable by ==. As text: "32,16:tanh".
type Layers struct {
	n  int
	at [MaxLayers]Layer
}

// LayersOf returns hidden layers of these widths. It panics where they are too many.
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

// Widths is the sum of all widths, a measure of a network's memory for one sample.
func (l Layers) Widths() int {
	sum := 0
	for _, x := range l.at[:l.n] {
		sum += x.Width
	}
	return sum
}

// weights is about the number of a network's weights: those between hidden layers, and one into and out of each unit.
func (l Layers) weights() int {
	n := 1 + 2*l.Widths()
	for i := 1; i < l.n; i++ {
		n += l.at[i-1].Width * l.at[i].Width
	}
	return n
}

// repeats says whether two neighbouring layers are equally wide.
func (l Layers) repeats() bool {
	for i := 1; i < l.n; i++ {
		if l.at[i].Width == l.at[i-1].Width {
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

// narrow says whether some layer has a single unit.
func (l Layers) narrow() bool {
	for _, x := range l.at[:l.n] {
		if x.Width == 1 {
			return true
		}
	}
	return false
}

// String is the text form, empty where there are no layers.
func (l Layers) String() string {
	var b strings.Builder
	for i, x := range l.at[:l.n] {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Itoa(x.Width))
		if x.Activation != "" {
			b.WriteByte(':')
			b.WriteString(x.Activation)
		}
	}
	return b.String()
}

// parseLayers reads the text form; ok is false where it is not one.
func parseLayers(text string) (l Layers, ok bool) {
	if text == "" {
		return l, true
	}
	for part := range strings.SplitSeq(text, ",") {
		width, act, named := strings.Cut(part, ":")
		w, good := parseInteger(width)
		if !good || l.n == MaxLayers || w > MaxWidth || named && act == "" {
			return Layers{}, false
		}
		l = l.Append(Layer{Width: int(w), Activation: act})
	}
	return l, true
}
