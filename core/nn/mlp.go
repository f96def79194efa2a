package nn

import (
	"strconv"

	"ganvas/core/graph"
)

// Hidden is a hidden layer of an MLP.
type Hidden struct {
	Width      int
	Activation Activation
}

// MLP is a chain of dense layers, [batch, In] to [batch, Out], with nothing after the last. Layer i's parameters are at
// "i/weight" and "i/bias", those of its normalisation at "i/norm/...".
//
// A hidden layer is a dense layer, a normalisation where there is one, and a nonlinearity.
type MLP struct {
	In, Out int
	Within  string // the path of all its layers, with its slash; empty where the scope has no other network
	Hidden  []Hidden
	Init    Initialiser
	Norm    Norm // of every hidden layer; the zero value is none
	// Residual adds to every hidden layer, before its normalisation, what the layer before had there, where their widths are the
	// same: the pre-activation blocks of He et al. (2016). A layer whose weights are zero then passes on what it got.
	Residual bool
	Spectral bool // all weights by their spectral norm, see Spectral
	Unbiased bool // no layer has a bias
	// Dropout is the probability with which training drops a number that a hidden layer gives, a scalar; nil is none.
	Dropout *graph.Node
	// Minibatch is what joins the last hidden layer's features, and looks at the whole minibatch.
	Minibatch []BatchFeature
}

// Apply adds the network to the graph: to inputs [batch, In], and to their classes, one-hot [batch, classes], or nil where there are none. The
// one output then has the class's projection of the last features added.
func (m MLP) Apply(p *Pass, x, class *graph.Node) *graph.Node {
	defer graph.Within(p.Params.prefix)
	in := m.In
	if class != nil {
		x = Gathered(x)
	}
	var before *graph.Node // the last hidden layer, before its normalisation
	for i, h := range m.Hidden {
		path := m.Within + strconv.Itoa(i)
		y := m.dense(p, path, in, h.Width, h.Activation.Gain, x)
		if m.Residual && i > 0 && in == h.Width {
			y = graph.Add(before, y)
		}
		x = Dropout(p, m.Dropout, h.Activation.Of(m.normalised(p, path, y)))
		before, in = y, h.Width
	}
	path := m.Within + strconv.Itoa(len(m.Hidden))
	for _, c := range m.Minibatch {
		x = c.Of(p, path, x)
		in = x.Shape()[1]
	}
	y := m.dense(p, path, in, m.Out, 1, x)
	if class != nil {
		y = graph.Add(y, m.projection(p, path, x, class))
	}
	return y
}

// Gathered is x as a node of its own, at which the gradients of all that is computed from it are summed before any others of x: the bits of
// a sum hang on its order.
func Gathered(x *graph.Node) *graph.Node { return graph.Mul(graph.Scalar(1), x) }

// dense applies a layer of this network's kind.
func (m MLP) dense(p *Pass, path string, in, width int, gain float64, x *graph.Node) *graph.Node {
	return Dense{in, width, m.Init, gain, m.Unbiased}.apply(p.Params, path, x, func(w *graph.Node) *graph.Node {
		if m.Spectral {
			return Spectral(p, path+"/weight", w)
		}
		return w
	})
}

func (m MLP) normalised(p *Pass, path string, x *graph.Node) *graph.Node {
	if m.Norm.Of == nil {
		return x
	}
	return m.Norm.Of(p, path+"/norm", x)
}
