package nn

import (
	"fmt"
	"strconv"

	"ganvas/core/graph"
)

// Layer is one layer of a Stack: from samples of one shape to samples of another. A sample's shape leaves out the minibatch: [features],
// or [H, W, C] for an image.
type Layer interface {
	// Kind is the layer's name in messages: "convolution".
	Kind() string
	// Size says what the layer makes of samples of a shape, or why it cannot, as a *FitError.
	Size(in []int) (Size, error)
	// Apply adds the layer to the graph. x is [batch, in...] of a shape that Size takes; parameters and states are at path/...
	Apply(p *Pass, path string, x *graph.Node) *graph.Node
}

// Size is what a layer makes of a sample, and what that takes.
type Size struct {
	Out        []int // the shape of what it gives
	Parameters int   // numbers that it learns
	// Multiplications is how many multiply-adds of products it takes for one sample, forwards. What is done element by element is not
	// counted.
	Multiplications int
}

// FitError says that a layer cannot take samples of a shape.
type FitError struct {
	Place int    // of the layer in its Stack, counted from 0
	Kind  string // of the layer
	In    []int  // the shape that it was given
	Why   string // what is wrong
	Fits  string // what would fit
}

// Error names the place, counted from 1, the shape, the reason, and what would fit.
func (e *FitError) Error() string {
	return fmt.Sprintf("layer %d, %s: %s: it is given %v; %s would fit", e.Place+1, e.Kind, e.Why, e.In, e.Fits)
}

// maxNumbers bounds a sample of a layer, and so what a chain of layers can ask for.
const maxNumbers = 1 << 24

// sizeOf is the layer's size, if its samples are not too large.
func sizeOf(l Layer, in []int) (Size, error) {
	size, err := l.Size(in)
	if err != nil {
		return size, err
	}
	n := 1
	for _, d := range size.Out {
		if n *= d; n > maxNumbers {
			return Size{}, unfit(l, in, fmt.Sprintf("at most %d numbers", maxNumbers), "a sample of shape %v is too large", size.Out)
		}
	}
	return size, nil
}

// unfit is the error of a layer that does not know its place.
func unfit(l Layer, in []int, fits, why string, args ...any) error {
	return &FitError{Kind: l.Kind(), In: in, Why: fmt.Sprintf(why, args...), Fits: fits}
}

// Stack is a chain of layers. Layer i's parameters are at "i/...".
type Stack []Layer

// Sizes says what every layer makes of samples of a shape, or is the *FitError of the first that cannot take what it is given, beside
// the sizes of those before it.
func (s Stack) Sizes(in []int) ([]Size, error) {
	var out []Size
	for i, l := range s {
		size, err := sizeOf(l, in)
		if err != nil {
			if fit, ok := err.(*FitError); ok {
				fit.Place = i
			}
			return out, err
		}
		out = append(out, size)
		in = size.Out
	}
	return out, nil
}

// Apply adds the layers to the graph, to x of shape [batch, in...].
func (s Stack) Apply(p *Pass, x *graph.Node) *graph.Node {
	defer graph.Within(p.Params.prefix)
	for i, l := range s {
		x = applied(l, p, strconv.Itoa(i), x)
	}
	return x
}

// applied adds one layer, at whose path faults then are.
func applied(l Layer, p *Pass, path string, x *graph.Node) *graph.Node {
	defer graph.Within(path)
	if _, err := sizeOf(l, x.Shape()[1:]); err != nil {
		panic(&graph.ShapeError{Op: l.Kind(), Shapes: []graph.Shape{x.Shape()}, Why: err.Error()})
	}
	return l.Apply(p, path, x)
}

// same is the size of a layer that leaves shapes as they are and learns so many parameters.
func same(in []int, parameters int) Size { return Size{Out: in, Parameters: parameters} }

// elements is the number of a sample's numbers.
func elements(in []int) int { return graph.Shape(in).Len() }

// batched is a sample's shape behind a minibatch.
func batched(n int, sample ...int) []int { return append([]int{n}, sample...) }
