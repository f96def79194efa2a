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
// "i/weight" and "i/bias".
type MLP struct {
	In, Out int
	Hidden  []Hidden
	Init    Initialiser
}

// Apply adds the network to the graph.
func (m MLP) Apply(s *Scope, x *graph.Node) *graph.Node {
	defer graph.Within(s.prefix)
	in := m.In
	for i, h := range m.Hidden {
		x = Dense{in, h.Width, m.Init, h.Activation.Gain}.Apply(s, strconv.Itoa(i), x)
		x = h.Activation.Of(x)
		in = h.Width
	}
	return Dense{in, m.Out, m.Init, 1}.Apply(s, strconv.Itoa(len(m.Hidden)), x)
}
