package mixture

import (
	"ganvas/core/family"
	. "ganvas/core/graph"
)

const (
	// leastShare keeps a component that no point falls to from being divided by nothing.
	leastShare = 1e-6
	// leastVariance keeps a component from shrinking onto a single point, where the likelihood is infinite. It is of training's units.
	leastVariance = 1e-6
)

// maximise is a step of expectation maximisation on points [n, 2]: what the mean log density was, and the parameters after it. Moments are
// taken about the old centres, which the new ones come ever closer to, so that no digits are lost.
func (m model) maximise(points *Node) (likelihood *Node, updates []Update) {
	terms := m.terms(points)
	logs := family.LogSumExp(terms)
	share := Exp(Sub(terms, Reshape(logs, -1, 1))) // [n, K]: how much of each point is of each component
	weight := Max(Sum(share, 0), Scalar(leastShare))
	mean := func(x *Node) *Node { return Div(Sum(Mul(share, x), 0), weight) }
	dx, dy := m.away(points)
	x, y := mean(dx), mean(dy)
	vx := Max(Sub(mean(Square(dx)), Square(x)), Scalar(leastVariance))
	vy := Max(Sub(mean(Square(dy)), Square(y)), Scalar(leastVariance))
	xy := Sub(mean(Mul(dx, dy)), Mul(x, y))

	// The covariance is LLᵀ, and A the inverse of L.
	xx := Sqrt(vx)
	yx := Div(xy, xx)
	yy := Sqrt(Max(Sub(vy, Square(yx)), Scalar(leastVariance)))
	k := m.logit.Shape()[0]
	pair := func(a, b *Node) *Node { return Concat(1, Reshape(a, k, 1), Reshape(b, k, 1)) }
	return Mean(logs), []Update{
		{Var: m.logit, Value: Log(weight)},
		{Var: m.centre, Value: Add(m.centre, pair(x, y))},
		{Var: m.log, Value: pair(Neg(Log(xx)), Neg(Log(yy)))},
		{Var: m.shear, Value: Neg(Div(yx, Mul(xx, yy)))},
	}
}
