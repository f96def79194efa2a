package nn

import "ganvas/core/graph"

// Weights is what layers with weights have in common.
type Weights struct {
	Init     Initialiser
	Gain     float64 // of the nonlinearity that follows; 1 where none does
	Unbiased bool    // no bias is added
	Spectral bool    // the weights, as a matrix, by their spectral norm, see Spectral
}

// weight is the parameter path/weight of a shape that is a matrix of so many columns; the initialiser sees it as one from fan inputs to
// as many outputs as are left.
func (w Weights) weight(p *Pass, path string, fan, columns int, shape ...int) *graph.Node {
	all := elements(shape)
	n := p.Params.Variable(path+"/weight", w.Init.Weights(fan, all/fan, w.Gain), shape...)
	if w.Spectral {
		matrix := graph.Reshape(n, all/columns, columns)
		n = graph.Reshape(Spectral(p, path+"/weight", matrix), shape...)
	}
	p.weighed(n)
	return n
}

// biased adds the parameter path/bias along the last axis.
func (w Weights) biased(p *Pass, path string, y *graph.Node) *graph.Node {
	if w.Unbiased {
		return y
	}
	s := y.Shape()
	bias := p.Params.Variable(path+"/bias", Constant(0), s[len(s)-1])
	p.weighed(bias)
	return graph.Add(y, bias)
}

// learnt is the number of parameters, given those of the weights and of the bias.
func (w Weights) learnt(weights, bias int) int {
	if w.Unbiased {
		return weights
	}
	return weights + bias
}
