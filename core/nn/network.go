package nn

import (
	"strconv"

	"ganvas/core/graph"
)

// Block is a hidden layer of a Network: a layer and, after it, a nonlinearity.
type Block struct {
	Layer
	// Learns says that the layer has weights: what the network does to every hidden layer, its normalisation, is done to it.
	Learns     bool
	Activation Activation // none where Of is nil
}

// Network is a chain of hidden layers and an output layer, of samples of any shape. Layer i's parameters are at "i/weight" and "i/bias",
// those of its normalisation at "i/norm/...".
//
// A hidden layer that learns is followed by the network's normalisation where there is one, then by its nonlinearity, then by dropout.
type Network struct {
	Within string // the path of all its layers, with its slash; empty where the scope has no other network
	Hidden []Block
	Output Layer      // the last layer, which is not normalised; nil where the last hidden one gives the result
	Squash Activation // after it; none where Of is nil
	Shape  []int      // what a sample of the result is laid out as; as it comes where nil

	Norm Norm // of every hidden layer that learns; the zero value is none
	// Residual adds to every hidden layer that learns, before its normalisation, what the layer before had there, where that learns too
	// and the shapes are the same: the pre-activation blocks of He et al. (2016). A layer whose weights are zero then passes on what it got.
	Residual bool
	// Dropout is the probability with which training drops a number that a hidden layer that learns gives, a scalar; nil is none.
	Dropout *graph.Node
	// Minibatch is what joins the last hidden layer's features, and looks at the whole minibatch.
	Minibatch []BatchFeature
	// Class makes the directions of classes, see projection.
	Class Weights
}

// Apply adds the network to the graph: to inputs [batch, ...], and to their classes, one-hot [batch, classes], or nil where there are none.
// The one output then has the class's projection of the last features added.
func (n Network) Apply(p *Pass, x, class *graph.Node) *graph.Node {
	defer graph.Within(p.Params.prefix)
	if class != nil {
		x = Gathered(x)
	}
	p.see(Given, -1, x)
	x = n.features(p, x)
	last := len(n.Hidden)
	path := n.Path(last)
	for _, c := range n.Minibatch {
		x = c.Of(p, path, flat(x))
	}
	if n.flattens(x.Shape()[1:]) {
		x = flat(x)
	}
	y := x
	if n.Output != nil {
		y = applied(n.Output, p, path, x)
		p.see(Applied, last, y)
	}
	if class != nil {
		y = graph.Add(y, n.projection(p, path, flat(x), class))
		p.see(Joined, last, y)
	}
	return n.shaped(n.Squash.seen(p, last, y))
}

// features applies the hidden layers.
func (n Network) features(p *Pass, x *graph.Node) *graph.Node {
	var before *graph.Node // the last hidden layer, where it learns, before its normalisation
	for i, h := range n.Hidden {
		y := applied(h.Layer, p, n.Path(i), x)
		p.see(Applied, i, y)
		if !h.Learns {
			x, before = h.Activation.seen(p, i, y), nil
			continue
		}
		if n.Residual && before != nil && sameShape(before.Shape(), y.Shape()) {
			y = graph.Add(before, y)
			p.see(Added, i, y)
		}
		normal := n.normalised(p, n.Path(i), y)
		if n.Norm.Of != nil {
			p.see(Normal, i, normal)
		}
		x = Dropout(p, n.Dropout, h.Activation.seen(p, i, normal))
		before = y
		if p.Hidden != nil {
			p.Hidden(x)
		}
	}
	return x
}

// Path is where the parameters of layer i are; the output layer comes after the hidden ones.
func (n Network) Path(i int) string { return n.Within + strconv.Itoa(i) }

// flattens says whether the output layer is fully connected and what it is given is an image, all of whose numbers it then reads.
func (n Network) flattens(in []int) bool {
	_, full := n.Output.(Full)
	return full && len(in) > 1
}

func flat(x *graph.Node) *graph.Node { return Flatten{}.Apply(nil, "", x) }

func (n Network) shaped(y *graph.Node) *graph.Node {
	if n.Shape == nil {
		return y
	}
	return graph.Reshape(y, batched(y.Shape()[0], n.Shape...)...)
}

func (n Network) normalised(p *Pass, path string, x *graph.Node) *graph.Node {
	if n.Norm.Of == nil {
		return x
	}
	return n.Norm.Of(p, path+"/norm", x)
}

// seen applies an activation of a layer, and tells who watches, where there is one.
func (a Activation) seen(p *Pass, layer int, x *graph.Node) *graph.Node {
	if a.Of == nil {
		return x
	}
	y := a.Of(x)
	p.see(Activated, layer, y)
	return y
}

// Gathered is x as a node of its own, at which the gradients of all that is computed from it are summed before any others of x: the bits of
// a sum hang on its order.
func Gathered(x *graph.Node) *graph.Node { return graph.Mul(graph.Scalar(1), x) }

// Sizes says what every hidden layer, its normalisation with it, and at the end the output layer make of samples of a shape. The error is the
// *FitError of the first that cannot take what it is given, whose Place counts the hidden layers from 0, beside the sizes of those before it. What
// joins the features of a minibatch and projections of classes are not counted.
func (n Network) Sizes(in []int) ([]Size, error) {
	var out []Size
	add := func(l Layer, learns bool) error {
		size, err := sizeOf(l, in)
		if fit, ok := err.(*FitError); ok {
			fit.Place = len(out)
		}
		if err != nil {
			return err
		}
		if learns && n.Norm.Of != nil {
			size.Parameters += same(size.Out, 0).normed(n.Norm)
		}
		out, in = append(out, size), size.Out
		return nil
	}
	for _, h := range n.Hidden {
		if err := add(h.Layer, h.Learns); err != nil {
			return out, err
		}
	}
	if n.flattens(in) {
		in = []int{elements(in)}
	}
	if n.Output == nil {
		return out, nil
	}
	err := add(n.Output, false)
	return out, err
}

// normed is the number of a normalisation's parameters of samples of this size.
func (s Size) normed(norm Norm) int {
	size, _ := Normalised{norm}.Size(s.Out)
	return size.Parameters
}
