package family

import (
	. "ganvas/core/graph"
	"ganvas/core/scalar"
)

// nothing is the logarithm of what is too little of a sum to change it, by a factor of a million. What is below counts as that, and has no gradient:
// exponentials of less would become numbers so small that processors take a hundred times as long for them.
const nothing = -30

// LogSumExp is log Σ exp along the last axis of [n, k], as [n], without overflow.
func LogSumExp(x *Node) *Node {
	top := Stop(MaxOver(x, 1))
	return Add(top, Log(Sum(Exp(Max(Sub(x, Reshape(top, -1, 1)), Scalar(nothing))), 1)))
}

// LogSoftmax is x [n, k] less LogSumExp of its rows.
func LogSoftmax(x *Node) *Node { return Sub(x, Reshape(LogSumExp(x), -1, 1)) }

// Pick draws a column of each row of logits [n, k] by uniform numbers [n], one-hot.
func Pick(logits, uniform *Node) *Node {
	k := logits.Shape()[1]
	below := LessEqual(Running(Exp(LogSoftmax(logits))), Reshape(uniform, -1, 1))
	index := Min(Sum(below, 1), Scalar(float32(k-1)))
	return Equal(Reshape(index, -1, 1), Reshape(Iota(k), 1, k))
}

// Running is the sums of x [n, k] along its rows, each with its own element.
func Running(x *Node) *Node {
	k := x.Shape()[1]
	upto := make([]float32, k*k)
	for i := range k {
		for j := i; j < k; j++ {
			upto[i*k+j] = 1
		}
	}
	return MatMul(x, Const(Shape{k, k}, upto), false, false)
}

// Column is a column of [n, k], as [n].
func Column(x *Node, i int) *Node { return Reshape(Columns(x, i, i+1), -1) }

// Columns are those from one to another, exclusive, of [n, k].
func Columns(x *Node, from, to int) *Node {
	return Slice(x, []int{0, from}, []int{x.Shape()[0], to})
}

// LogNormal is the logarithm of the standard normal density, summed over the rows of [n, d], as [n].
func LogNormal(x *Node) *Node {
	d := x.Shape()[1]
	return Sub(Mul(Scalar(-.5), Sum(Square(x), 1)), Scalar(float32(d)*halfLogTau))
}

// halfLogTau is ½ log 2π, what a standard normal density lacks of being exp(-x²/2).
const halfLogTau = .9189385

// LogOf is the logarithm that goes into programs: of a float32, with the same bits on every machine.
func LogOf(x float64) float32 { return scalar.Log.Of(float32(x)) }

// Kernels is the log density at points [n, 2] of Gaussians of a width at centres [k, 2], all equally likely, as [n]. Squares of distances are of
// differences, which keep their digits where kernels are narrow.
func Kernels(centres, x, width *Node) *Node {
	away := func(i int) *Node {
		from := Sub(Reshape(Column(x, i), -1, 1), Reshape(Column(centres, i), 1, -1))
		return Square(Div(from, width))
	}
	logs := LogSumExp(Mul(Scalar(-.5), Add(away(0), away(1))))
	k := float64(centres.Shape()[0])
	return Sub(Sub(logs, Scalar(LogOf(k)+2*halfLogTau)), Mul(Scalar(2), Log(width)))
}

// Waves is sines and cosines of numbers [n, 1], [n, 2·count]: count waves of angles that are multiples of the numbers times a slope. Networks that are
// told a single number bend where it is 0 alone at the start; by waves they bend anywhere.
func Waves(x *Node, count int, slope float64) *Node {
	slopes := make([]float32, count)
	for i := range slopes {
		slopes[i] = float32(float64(i+1) * slope)
	}
	angle := Mul(x, Const(Shape{1, count}, slopes))
	return Concat(1, Sin(angle), Cos(angle))
}
