package nn

import (
	"fmt"

	"ganvas/core/graph"
)

// Hidden is a hidden layer of an MLP.
type Hidden struct {
	Width      int
	Activation Activation
}

// MLP is a Network of fully connected layers alone, [batch, In] to [batch, Out], with nothing after the last.
type MLP struct {
	In, Out int
	Within  string // as in Network, and so are Norm, Residual, Dropout and Minibatch
	Hidden  []Hidden
	Init    Initialiser
	Norm    Norm

	Residual  bool
	Spectral  bool // all weights by their spectral norm, see Spectral
	Unbiased  bool // no layer has a bias
	Dropout   *graph.Node
	Minibatch []BatchFeature
}

// Network is the network that m says.
func (m MLP) Network() Network {
	weights := func(gain float64) Weights {
		return Weights{Init: m.Init, Gain: gain, Unbiased: m.Unbiased, Spectral: m.Spectral}
	}
	n := Network{Within: m.Within, Norm: m.Norm, Residual: m.Residual, Dropout: m.Dropout, Minibatch: m.Minibatch, Class: weights(1)}
	for _, h := range m.Hidden {
		n.Hidden = append(n.Hidden, Block{Full{h.Width, weights(h.Activation.Gain)}, true, h.Activation})
	}
	n.Output = Full{m.Out, weights(1)}
	return n
}

// Apply adds the network to the graph; see Network.Apply.
func (m MLP) Apply(p *Pass, x, class *graph.Node) *graph.Node {
	if got := x.Shape()[1]; got != m.In {
		defer graph.Within(p.Params.prefix)
		defer graph.Within(m.Within + "0")
		panic(&graph.ShapeError{Op: "network", Shapes: []graph.Shape{x.Shape()}, Why: fmt.Sprintf("it wants %d features", m.In)})
	}
	return m.Network().Apply(p, x, class)
}
