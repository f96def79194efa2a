package nn

import "ganvas/core/graph"

// Spectral is spectral normalisation (Miyato et al., 2018): a matrix W [in, out] over its greatest singular value, W/σ.
//
// One round of the power iteration estimates σ in every application: v = uᵀW, u' = Wv, both scaled to length 1, and σ = u'ᵀWv. u is
// a state at path/u [in]; where the pass trains, u' takes its place, so that estimates follow the weights. u' and v are
// constants in the eyes of gradients: with C the gradient by W/σ, that by W is (C - <C, W/σ>u'vᵀ)/σ.
func Spectral(p *Pass, path string, w *graph.Node) *graph.Node {
	in, out := w.Shape()[0], w.Shape()[1]
	state := p.State.Variable(path+"/u", normal(1), in)
	fixed := graph.Stop(w)
	v := unit(graph.MatMul(graph.Reshape(state, 1, in), fixed, false, false))
	u := unit(graph.MatMul(v, fixed, false, true))
	u, v = graph.Stop(u), graph.Stop(v)
	if p.Training {
		p.keep(state, graph.Reshape(u, in))
	}
	sigma := graph.Sum(graph.Mul(graph.Mul(graph.Reshape(u, in, 1), graph.Reshape(v, 1, out)), w))
	return graph.Div(w, graph.Max(sigma, graph.Scalar(1e-12)))
}

// unit scales x to length 1; zeros stay.
func unit(x *graph.Node) *graph.Node {
	return graph.Div(x, graph.Sqrt(graph.Max(graph.Sum(graph.Square(x)), graph.Scalar(1e-24))))
}
