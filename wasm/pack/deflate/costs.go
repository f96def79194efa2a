//go:build !js

package deflate

import "math"

// costs are the bits that symbols take, extra bits and all.
type costs struct {
	literal  [256]float32
	length   [maxMatch + 1]float32
	distance [30]float32 // by code
}

// firstCosts are what programs' codes are about like.
func firstCosts() *costs {
	c := &costs{}
	for i := range c.literal {
		c.literal[i] = 7
	}
	for n := minMatch; n <= maxMatch; n++ {
		c.length[n] = 5 + float32(lengthExtra[lengthCode(n)])
	}
	for d := range c.distance {
		c.distance[d] = 5 + float32(distanceExtra[d])
	}
	return c
}

// costsOf are those of symbols that come so often: by the entropy, of which Huffman codes are the nearest whole bits.
func costsOf(lit [286]int, dist [30]int) *costs {
	l, d := entropy(lit[:]), entropy(dist[:])
	c := &costs{}
	copy(c.literal[:], l)
	for n := minMatch; n <= maxMatch; n++ {
		k := lengthCode(n)
		c.length[n] = l[257+k] + float32(lengthExtra[k])
	}
	for k := range c.distance {
		c.distance[k] = d[k] + float32(distanceExtra[k])
	}
	return c
}

// entropy is what each symbol would take in a perfect code. What does not come yet is as rare as what comes once.
func entropy(counts []int) []float32 {
	total := 0
	for _, n := range counts {
		total += n
	}
	out := make([]float32, len(counts))
	for i, n := range counts {
		out[i] = float32(math.Log2(float64(max(total, 1)) / float64(max(n, 1))))
	}
	return out
}

// The extra bits of codes, and the least length and distance of each (RFC 1951, 3.2.5).
var (
	lengthExtra   = [29]int{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	distanceExtra = [30]int{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
	lengthBase    = bases(3, lengthExtra[:28])
	distanceBase  = bases(1, distanceExtra[:])
	lengthCodes   = codesOf(lengthBase, maxMatch+1)
	distanceCodes = codesOf(distanceBase, window+1)
)

func bases(first int, extra []int) []int {
	out := make([]int, len(extra))
	for i, e := range extra {
		out[i] = first
		first += 1 << e
	}
	return out
}

// codesOf are the codes of all values below n.
func codesOf(base []int, n int) []uint8 {
	out := make([]uint8, n)
	for k, b := range base {
		for v := b; v < n; v++ {
			out[v] = uint8(k)
		}
	}
	return out
}

// lengthCode is 0 to 28, of which 257 more is the symbol; 258 has one of its own.
func lengthCode(n int) int {
	if n == maxMatch {
		return 28
	}
	return int(lengthCodes[n])
}

func distanceCode(d int) int { return int(distanceCodes[d]) }
