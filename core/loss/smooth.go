package loss

import . "ganvas/core/graph"

// Smoothed is the game with one-sided label smoothing (Salimans et al., 2016): the discriminator takes real samples for real by
// 1-s only, s a scalar. Where it is the best it can be, D(x) = (1-s)p/(p+q). It is the game itself where that has no labels.
func (g Game) Smoothed(s *Node) Game {
	if g.Smooth == nil {
		return g
	}
	inner := g
	g.Discriminator = func(real, fake *Node) *Node { return Add(inner.Discriminator(real, fake), inner.Smooth(real, s)) }
	return g
}

// smoothCrossEntropy is what the label 1-s adds to the cross entropy: (1-s)sp(-a) + s·sp(a) = sp(-a) + s·a.
func smoothCrossEntropy(real, s *Node) *Node { return Mul(s, Mean(real)) }

// smooth is what the label B' = B - s(B-A) adds to ½E(a-B)²: ½E(a-B')² - ½E(a-B)², with the products worked out.
func (l LeastSquares) smooth(real, s *Node) *Node {
	by := Mul(s, Scalar(l.B-l.A))
	return Add(Mul(by, Sub(Mean(real), Scalar(l.B))), Mul(Scalar(.5), Square(by)))
}
