package loss

import . "ganvas/core/graph"

// LeastSquares is LSGAN (Mao et al., 2017) with label A for generated samples, B for real ones, and the generator's aim C:
//
//	D minimises ½E(a(x)-B)² + ½E(a(G)-A)²
//	G minimises ½E(a(G)-C)²
type LeastSquares struct{ A, B, C float32 }

// Game is the game with these labels. It judges by where a logit lies between A and B.
func (l LeastSquares) Game(key, label, doc string) Game {
	return Game{
		Key: key, Label: label, Doc: doc,
		Discriminator: func(real, fake *Node) *Node { return Add(halfSquare(real, l.B), halfSquare(fake, l.A)) },
		Generator:     func(_, fake *Node) *Node { return halfSquare(fake, l.C) },
		Smooth:        l.smooth,
		Judge: func(logit, _, _ *Node) *Node {
			share := Mul(Sub(logit, Scalar(l.A)), Scalar(1/(l.B-l.A)))
			return Max(Scalar(0), Min(Scalar(1), share))
		},
	}
}

// halfSquare is ½E(a-label)².
func halfSquare(a *Node, label float32) *Node {
	return Mul(Scalar(.5), Mean(Square(Sub(a, Scalar(label)))))
}
