package train

import (
	"math"

	. "ganvas/core/graph"
)

// The blobs of mixture noise: each coordinate is ±blobCentre + blobSpread·N(0, 1), of variance 1 as blobCentre² + blobSpread² is.
const (
	blobCentre = 0.9165151389911680 // √(1 - 0.4²)
	blobSpread = 0.4
)

// noise returns n latent points [n, z].
func (b *builder) noise(k Key, stream string, n int) *Node {
	z := b.spec.Latent
	switch b.spec.Noise {
	case "constant":
		return Broadcast(Scalar(1), Shape{n, z})
	case "uniform":
		return Sub(Mul(Scalar(2), Uniform(k, stream, n, z)), Scalar(1))
	case "sphere":
		x := Normal(k, stream, n, z)
		// Normal points are of length 0 with probability 0, but not with certainty.
		square := Max(Reshape(Sum(Square(x), 1), n, 1), Scalar(1e-24))
		return Mul(x, Div(Scalar(float32(math.Sqrt(float64(z)))), Sqrt(square)))
	case "mixture":
		side := Choose(Uniform(k, stream+".side", n, z), Scalar(.5), Scalar(-blobCentre), Scalar(blobCentre))
		return Add(side, Mul(Scalar(blobSpread), Normal(k, stream, n, z)))
	}
	return Normal(k, stream, n, z)
}
