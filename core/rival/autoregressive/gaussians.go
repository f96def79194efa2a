package autoregressive

import (
	"math"

	"ganvas/core/family"
	. "ganvas/core/graph"
	"ganvas/core/nn"
)

// mixtures is factors that are mixtures of K Gaussians. What a factor is made of are rows [n, 3K]: logits, places, and logarithms of widths.
type mixtures struct {
	first  *Node               // [1, 3K]
	second func(x *Node) *Node // of x₁ [n, 1], [n, 3K]
	k      int
}

func gaussiansOf(p *nn.Pass, s Spec) mixtures {
	init, _ := nn.FindInitialiser("he")
	net := nn.MLP{In: 1 + 2*waves, Out: 3 * s.Components, Hidden: family.Hidden(s.Hidden, "silu"), Init: init}
	return mixtures{
		first:  p.Params.Variable("first", nn.Constant(0), 1, 3*s.Components),
		second: func(x *Node) *Node { return net.Apply(p, Concat(1, x, family.Waves(x, waves, math.Pi/4)), nil) },
		k:      s.Components,
	}
}

// waves is how many waves of x₁ the network is told beside x₁, of periods up to 8, which the data lie within.
const waves = 4

const (
	reach      = 2.5 // the Gaussians start evenly between ± this, in training's units
	firstWidth = -1. // the logarithm of the widths that they start with
	leastWidth = -6. // and of the least: below, a Gaussian would be of a single point
)

// parts are a factor's logits, centres, and logarithms of widths, each [n, K].
func (m mixtures) parts(rows *Node) (logits, centres, widths *Node) {
	k := m.k
	start := make([]float32, k)
	for i := range start {
		start[i] = reach * (float32(2*i+1)/float32(k) - 1)
	}
	return family.Columns(rows, 0, k),
		Add(family.Columns(rows, k, 2*k), Const(Shape{1, k}, start)),
		Max(Add(family.Columns(rows, 2*k, 3*k), Scalar(firstWidth)), Scalar(leastWidth))
}

// log is a factor's log density at x [n, 1], as [n].
func (m mixtures) log(rows, x *Node) *Node {
	logits, centres, widths := m.parts(rows)
	square := Square(Mul(Sub(x, centres), Exp(Neg(widths))))
	return family.LogSumExp(Sub(family.LogSoftmax(logits), Add(Add(widths, Mul(Scalar(.5), square)), Scalar(halfLogTau))))
}

// halfLogTau is ½ log 2π.
const halfLogTau = .9189385

func (m mixtures) logs(x *Node) (first, second *Node) {
	one, two := family.Columns(x, 0, 1), family.Columns(x, 1, 2)
	return m.log(m.first, one), m.log(m.second(one), two)
}

// draw draws x [n, 1] from a factor.
func (m mixtures) draw(rows *Node, k Key, stream string, n int) *Node {
	logits, centres, widths := m.parts(Broadcast(rows, Shape{n, 3 * m.k}))
	picked := family.Pick(logits, Uniform(k, stream+".component", n))
	of := func(x *Node) *Node { return Reshape(Sum(Mul(picked, x), 1), n, 1) }
	return Add(of(centres), Mul(of(Exp(widths)), Normal(k, stream, n, 1)))
}

func (m mixtures) sample(k Key, stream string, n int) *Node {
	one := m.draw(m.first, k, stream+".first", n)
	return Concat(1, one, m.draw(m.second(one), k, stream+".second", n))
}
