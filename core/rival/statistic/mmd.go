package statistic

import (
	"ganvas/core/family"
	. "ganvas/core/graph"
)

// widths are the kernels', in training's units, as core/metric's mixture has them.
var widths = []float32{.1, .3, 1, 3}

// faintest is the logarithm of the least similarity that is told from none.
const faintest = -30

// kernel is the mean similarity of all pairs of points [n, 2] and [m, 2], [n, m].
func kernel(x, y *Node) *Node {
	away := func(i int) *Node {
		return Square(Sub(Reshape(family.Column(x, i), -1, 1), Reshape(family.Column(y, i), 1, -1)))
	}
	square, sum := Add(away(0), away(1)), Scalar(0)
	for _, w := range widths {
		sum = Add(sum, Exp(Max(Mul(square, Scalar(-1/(2*w*w))), Scalar(faintest))))
	}
	return Mul(sum, Scalar(1/float32(len(widths))))
}

// discrepancy is MMD² = E k(x, x') + E k(y, y') - 2 E k(x, y) of two samples of n points, without bias: no point is paired with itself, whose
// similarity is 1.
func discrepancy(x, y *Node) *Node {
	n := float32(x.Shape()[0])
	within := func(a *Node) *Node { return Mul(Sub(Sum(kernel(a, a)), Scalar(n)), Scalar(1/(n*(n-1)))) }
	return Sub(Add(within(x), within(y)), Mul(Scalar(2), Mean(kernel(x, y))))
}
