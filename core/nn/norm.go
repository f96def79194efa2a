package nn

import "ganvas/core/graph"

// Norm is a named normalisation of a hidden layer, before its nonlinearity.
type Norm struct {
	Key    string // stable, in Specs and URLs: "layer"
	Label  string // for people
	Doc    string // one sentence for people
	Mixes  bool   // one sample's result depends on the others of its minibatch
	Scales bool   // every feature has a scale and a shift that are learnt
	// Of normalises activations [batch, features], or images [batch, H, W, features]; nil does nothing.
	Of func(p *Pass, path string, x *graph.Node) *graph.Node
}

// Norms is the catalogue, in the order of a menu.
var Norms = []Norm{
	{Key: "none", Label: "None", Doc: "Activations stay as they are."},
	BatchNorm,
	LayerNorm,
	PixelNorm,
}

// FindNorm returns the normalisation with this key.
func FindNorm(key string) (Norm, bool) {
	for _, n := range Norms {
		if n.Key == key {
			return n, true
		}
	}
	return Norm{}, false
}

// variance keeps a division by a standard deviation finite where all values are equal.
const variance = 1e-5

// standard is x less its mean and over its standard deviation, given both.
func standard(x, mean, square *graph.Node) *graph.Node {
	return graph.Div(graph.Sub(x, mean), graph.Sqrt(graph.Add(square, graph.Scalar(variance))))
}

// affine scales and shifts every feature by parameters, which start at 1 and 0.
func affine(p *Pass, path string, x *graph.Node) *graph.Node {
	n := features(x)
	scale, shift := p.Params.Variable(path+"/scale", Constant(1), n), p.Params.Variable(path+"/shift", Constant(0), n)
	return graph.Add(graph.Mul(x, scale), shift)
}

// features is the length of the last axis, along which features lie.
func features(x *graph.Node) int { return x.Shape()[len(x.Shape())-1] }

// axesFrom are the axes from one on, and to but without another.
func axesFrom(first, end int) []int {
	var axes []int
	for a := first; a < end; a++ {
		axes = append(axes, a)
	}
	return axes
}

// moments are the mean and the mean squared distance from it along axes, which stay with length 1.
func moments(x *graph.Node, axes ...int) (mean, square *graph.Node) {
	shape := append([]int(nil), x.Shape()...)
	for _, a := range axes {
		shape[a] = 1
	}
	mean = graph.Reshape(graph.Mean(x, axes...), shape...)
	square = graph.Reshape(graph.Mean(graph.Square(graph.Sub(x, mean)), axes...), shape...)
	return mean, square
}
