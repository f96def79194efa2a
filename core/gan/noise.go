package gan

import (
	"math"

	. "ganvas/core/graph"
)

// blobs are the normal blobs of mixture noise along one coordinate: their centres are first + i·step for i from 0, and all have the same
// spread. Over all blobs the coordinate's mean is 0 and its variance 1, as those of normal noise are.
type blobs struct {
	count               int
	first, step, spread float32
}

// blobDistance is how many spreads lie between neighbouring centres: in between, half that far from either, there is one sample in a million.
const blobDistance = 10

// blobsAlong returns the blobs along each of z coordinates that together make k: k's prime factors, the greatest first, each go to the
// coordinate that has fewest. So 8 blobs lie 4 by 2 in the plane, and at the corners of a cube in space.
func blobsAlong(z, k int) []blobs {
	counts := make([]int, z)
	for i := range counts {
		counts[i] = 1
	}
	for p := k; p > 1; p-- {
		for ; prime(p) && k%p == 0; k /= p {
			least := 0
			for i, n := range counts {
				if n < counts[least] {
					least = i
				}
			}
			counts[least] *= p
		}
	}
	out := make([]blobs, z)
	for i, n := range counts {
		out[i] = blobsOf(n)
	}
	return out
}

func prime(p int) bool {
	for d := 2; d*d <= p; d++ {
		if p%d == 0 {
			return false
		}
	}
	return p > 1
}

// blobsOf are n blobs in a row. Centres at distance d from each other have the variance d²(n²-1)/12.
func blobsOf(n int) blobs {
	spread := 1 / math.Sqrt(1+blobDistance*blobDistance*float64(n*n-1)/12)
	step := blobDistance * spread
	return blobs{n, float32(-step * float64(n-1) / 2), float32(step), float32(spread)}
}

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
		return mixtureNoise(blobsAlong(z, b.spec.Blobs), k, stream, n)
	}
	return Normal(k, stream, n, z)
}

// mixtureNoise returns n points [n, z], each of a blob drawn along every coordinate. A uniform number below 1 times a count rounds to less than
// the count, so that its floor is one of them.
func mixtureNoise(along []blobs, k Key, stream string, n int) *Node {
	z := len(along)
	row := func(f func(blobs) float32) *Node {
		values := make([]float32, z)
		for i, b := range along {
			values[i] = f(b)
		}
		return Const(Shape{1, z}, values)
	}
	blob := Floor(Mul(row(func(b blobs) float32 { return float32(b.count) }), Uniform(k, stream+".blob", n, z)))
	centre := Add(row(func(b blobs) float32 { return b.first }), Mul(row(func(b blobs) float32 { return b.step }), blob))
	return Add(centre, Mul(row(func(b blobs) float32 { return b.spread }), Normal(k, stream, n, z)))
}
