package flow

import (
	"ganvas/core/family"
	. "ganvas/core/graph"
)

// stretch is x ↦ (x + shift)·exp(log), of two numbers: a bounded log, and shift.
type stretch struct{}

// steepest bounds the logarithm of a stretch, softly.
const steepest = 3

func (stretch) numbers() int { return 2 }

func (stretch) parts(told *Node) (log, shift *Node) {
	// The network's outputs are made small; these are not to stay so.
	told = Mul(Scalar(1/smaller), told)
	bounded := Mul(Scalar(steepest), Tanh(Div(family.Columns(told, 0, 1), Scalar(steepest))))
	return bounded, family.Columns(told, 1, 2)
}

func (c stretch) forward(told, x *Node) (y, slope *Node) {
	log, shift := c.parts(told)
	return Mul(Add(x, shift), Exp(log)), Reshape(log, -1)
}

func (c stretch) back(told, y *Node) *Node {
	log, shift := c.parts(told)
	return Sub(Mul(y, Exp(Neg(log))), shift)
}
