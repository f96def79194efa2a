package nn

import (
	"math"

	"ganvas/core/graph"
)

// Discrimination is minibatch discrimination (Salimans et al., 2016). Every sample's features f are taken to Kernels points M_b of
// Dims dimensions by a tensor of parameters at path/kernels [features, Dims·Kernels], and as many features join f:
//
//	o_b(i) = mean over j ≠ i of exp(-|M_b(i) - M_b(j)|₁)
//
// the closeness of the other samples, by each kernel. It is a mean where the paper has a sum, so that its size is the same for
// every minibatch. Their running means are at path/closeness [Kernels].
type Discrimination struct{ Kernels, Dims int }

// Of implements BatchFeature.
func (d Discrimination) Of(p *Pass, path string, x *graph.Node) *graph.Node {
	in, n := x.Shape()[1], x.Shape()[0]
	t := p.Params.Variable(path+"/kernels", normal(1/math.Sqrt(float64(in))), in, d.Dims*d.Kernels)
	return join(p, path+"/closeness", x, d.Kernels, func() *graph.Node {
		return d.closeness(graph.Reshape(graph.MatMul(x, t, false, false), n, d.Dims, d.Kernels))
	})
}

// closeness is o [n, Kernels] of points m [n, Dims, Kernels].
func (d Discrimination) closeness(m *graph.Node) *graph.Node {
	n := m.Shape()[0]
	distance := graph.Scalar(0)
	// One dimension after another, so that nothing of n·n·Dims·Kernels numbers is ever stored.
	for c := range d.Dims {
		at := graph.Slice(m, []int{0, c, 0}, []int{n, c + 1, d.Kernels})
		one, other := graph.Reshape(at, n, 1, d.Kernels), graph.Reshape(at, 1, n, d.Kernels)
		distance = graph.Add(distance, graph.Abs(graph.Sub(one, other)))
	}
	// A sample is at distance 0 from itself, and counts exp(0) = 1.
	sum := graph.Sub(graph.Sum(graph.Exp(graph.Neg(distance)), 1), graph.Scalar(1))
	return graph.Mul(sum, graph.Scalar(1/float32(max(1, n-1))))
}
