package nn

import "ganvas/core/graph"

// Nonlinear applies an activation to every number of a sample of any shape.
type Nonlinear struct{ Activation }

// Kind implements Layer.
func (n Nonlinear) Kind() string { return n.Label }

// Size implements Layer.
func (Nonlinear) Size(in []int) (Size, error) { return same(in, 0), nil }

// Apply implements Layer.
func (n Nonlinear) Apply(_ *Pass, _ string, x *graph.Node) *graph.Node { return n.Of(x) }

// Normalised applies a normalisation to samples [features] or [H, W, C]. Its parameters and states are at path/...
type Normalised struct{ Norm }

// Kind implements Layer.
func (n Normalised) Kind() string { return n.Label + " normalisation" }

// Size implements Layer.
func (n Normalised) Size(in []int) (Size, error) {
	if len(in) == 0 {
		return Size{}, unfit(n, in, "one feature or more", "it has nothing to normalise")
	}
	if n.Scales {
		return same(in, 2*in[len(in)-1]), nil
	}
	return same(in, 0), nil
}

// Apply implements Layer.
func (n Normalised) Apply(p *Pass, path string, x *graph.Node) *graph.Node {
	if n.Of == nil {
		return x
	}
	return n.Of(p, path, x)
}

// Dropped is Dropout of every number of a sample, with a probability that is a scalar of the graph.
type Dropped struct{ Share *graph.Node }

// Kind implements Layer.
func (Dropped) Kind() string { return "dropout" }

// Size implements Layer.
func (Dropped) Size(in []int) (Size, error) { return same(in, 0), nil }

// Apply implements Layer.
func (d Dropped) Apply(p *Pass, _ string, x *graph.Node) *graph.Node { return Dropout(p, d.Share, x) }
