package nn

import "ganvas/core/graph"

// Dense is x ↦ xW + b: [batch, In] to [batch, Out]. Its parameters are path/weight [In, Out] and path/bias [Out].
type Dense struct {
	In, Out int
	Init    Initialiser
	Gain    float64 // of the nonlinearity that follows; 1 where none does
	// Unbiased leaves out b: the layer is linear, and 0 goes to 0.
	Unbiased bool
}

// Apply adds the layer to the graph.
func (d Dense) Apply(s *Scope, path string, x *graph.Node) *graph.Node {
	return d.apply(s, path, x, func(w *graph.Node) *graph.Node { return w })
}

// apply adds the layer, whose weights a wrapper may change.
func (d Dense) apply(s *Scope, path string, x *graph.Node, wrap func(w *graph.Node) *graph.Node) *graph.Node {
	defer graph.Within(path)
	w := wrap(s.Variable(path+"/weight", d.Init.Weights(d.In, d.Out, d.Gain), d.In, d.Out))
	y := graph.MatMul(x, w, false, false)
	if d.Unbiased {
		return y
	}
	return graph.Add(y, s.Variable(path+"/bias", Constant(0), d.Out))
}
