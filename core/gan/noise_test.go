package gan

import (
	"math"
	"slices"
	"testing"

	"ganvas/core/experiment"
	. "ganvas/core/graph"
)

// However many blobs there are and however many coordinates, as many blobs come out, along no coordinate more than need be.
func TestBlobsAlongCoordinates(t *testing.T) {
	for _, c := range []struct {
		z, k int
		want []int
	}{
		{1, 1, []int{1}}, {1, 12, []int{12}}, {2, 1, []int{1, 1}}, {2, 7, []int{7, 1}}, {2, 8, []int{4, 2}}, {2, 25, []int{5, 5}},
		{2, 36, []int{6, 6}}, {3, 8, []int{2, 2, 2}}, {3, 12, []int{3, 2, 2}}, {4, 64, []int{4, 4, 2, 2}}, {5, 6, []int{3, 2, 1, 1, 1}},
	} {
		got := make([]int, c.z)
		for i, b := range blobsAlong(c.z, c.k) {
			got[i] = b.count
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%d blobs of %d coordinates: %v, want %v", c.k, c.z, got, c.want)
		}
	}
}

// Every noise but none has mean 0; mixture, normal and sphere have mean square 1, uniform has 1/3. The samples of a mixture are
// of each of its blobs equally often, and none lies in a gap.
func TestNoiseIsAsSaid(t *testing.T) {
	const n = 4000
	for kind, square := range map[string]float64{"normal": 1, "uniform": 1. / 3, "sphere": 1, "mixture": 1} {
		for z, along := range map[int][]int{1: {12}, 2: {3, 4}, 3: {3, 2, 2}} {
			s := experiment.Default()
			s.Noise, s.Latent, s.Blobs = kind, z, 12
			b := &builder{spec: s}
			zero := Const(Shape{2}, []float32{0, 0})
			noise := b.noise(Key{Seed: zero, Count: zero}, "noise", n)
			x := leaves(b, noise).Eval(noise)[0]
			if len(x) != n*z {
				t.Fatalf("%s: %d numbers for %d points of %d coordinates", kind, len(x), n, z)
			}
			for i := range z {
				mean, meanSquare := 0., 0.
				for p := range n {
					v := x[p*z+i]
					mean += v / n
					meanSquare += v * v / n
				}
				// A mean of n samples of variance 1 has the standard deviation 1/√n; a mean square, √(μ₄-1)/√n with μ₄ at most 3.
				if math.Abs(mean) > 5/math.Sqrt(n) || math.Abs(meanSquare-square) > 5*math.Sqrt(2./n) {
					t.Errorf("%s of %d dimensions, coordinate %d: mean %.3f, mean square %.3f, want 0 and %.3f", kind, z, i, mean, meanSquare, square)
				}
			}
			if kind == "mixture" {
				blobsAreEquallyLikely(t, x, along)
			}
		}
	}
}

// blobsAreEquallyLikely counts the points x of each blob, of which there are this many along each coordinate.
func blobsAreEquallyLikely(t *testing.T, x []float64, along []int) {
	t.Helper()
	z, counts := len(along), map[int]float64{}
	for p := range len(x) / z {
		blob := 0
		for i, k := range along {
			sd := 1 / math.Sqrt(1+100*float64(k*k-1)/12)
			at := x[p*z+i]/(10*sd) + float64(k-1)/2 // in centres: 0, 1, ..., k-1
			nearest := math.Round(at)
			if math.Abs(at-nearest) > .499 || nearest < 0 || nearest > float64(k-1) {
				t.Fatalf("a coordinate lies in a gap, at %.2f of centres 0 to %d", at, k-1)
			}
			blob = blob*k + int(nearest)
		}
		counts[blob]++
	}
	// A count of n samples of probability p has the variance np(1-p).
	n, k := float64(len(x)/z), 12.
	for blob := range int(k) {
		if off := math.Abs(counts[blob] - n/k); off > 5*math.Sqrt(n/k*(1-1/k)) {
			t.Errorf("blob %d has %g of %g points, want about %g", blob, counts[blob], n, n/k)
		}
	}
}
