package nn

import "ganvas/core/graph"

// projection is the part of a logit that a sample's class adds (Miyato and Koyama, 2018): <e_y, h>, [n, 1], of features h [n, f] and
// one-hot classes [n, k]. Class y's direction e_y is column y of the parameter path/class [f, k].
func (n Network) projection(p *Pass, path string, h, classes *graph.Node) *graph.Node {
	batch, f, k := h.Shape()[0], h.Shape()[1], classes.Shape()[1]
	e := p.Params.Variable(path+"/class", n.Class.Init.Weights(f, k, 1), f, k)
	if n.Class.Spectral {
		e = Spectral(p, path+"/class", e)
	}
	p.weighed(e)
	all := graph.MatMul(h, e, false, false)
	return graph.Reshape(graph.Sum(graph.Mul(all, classes), 1), batch, 1)
}
