// Package random makes numbers from counters: Philox4x32-10, and streams of numbers that are split by name.
//
// Nothing here has hidden state. The same seed and the same stream give the same numbers on every platform.
package random

// Philox4x32's multipliers and the steps of its key (Salmon et al., Parallel Random Numbers: As Easy as 1, 2, 3, SC 2011).
const (
	Mul0, Mul1   = 0xD2511F53, 0xCD9E8D57
	Step0, Step1 = 0x9E3779B9, 0xBB67AE85
	Rounds       = 10
)

// Philox is the block function Philox4x32-10: four random words for a key and a counter.
func Philox(key [2]uint32, ctr [4]uint32) [4]uint32 {
	// Variables, not arrays: compilers keep those in registers. And no loop: a pass of one costs much in a program that an engine has only
	// just begun to compile.
	a, b, c, d := ctr[0], ctr[1], ctr[2], ctr[3]
	k, l := key[0], key[1]
	a, b, c, d, k, l = round(a, b, c, d, k, l)
	a, b, c, d, k, l = round(a, b, c, d, k, l)
	a, b, c, d, k, l = round(a, b, c, d, k, l)
	a, b, c, d, k, l = round(a, b, c, d, k, l)
	a, b, c, d, k, l = round(a, b, c, d, k, l)
	a, b, c, d, k, l = round(a, b, c, d, k, l)
	a, b, c, d, k, l = round(a, b, c, d, k, l)
	a, b, c, d, k, l = round(a, b, c, d, k, l)
	a, b, c, d, k, l = round(a, b, c, d, k, l)
	a, b, c, d, k, l = round(a, b, c, d, k, l)
	return [4]uint32{a, b, c, d}
}

// round is one round, and the next one's key.
func round(a, b, c, d, k, l uint32) (a1, b1, c1, d1, k1, l1 uint32) {
	p, q := uint64(a)*Mul0, uint64(c)*Mul1
	return uint32(q>>32) ^ b ^ k, uint32(q), uint32(p>>32) ^ d ^ l, uint32(p), k + Step0, l + Step1
}

// Stream is the number of a named stream, the second word of its key: FNV-1a of the name.
func Stream(name string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(name); i++ {
		h = (h ^ uint32(name[i])) * 16777619
	}
	return h
}

// Unit maps a word to [0, 1): its top 24 bits, as many as a float32 there can tell apart, times 2^-24.
func Unit(word uint32) float32 { return float32(word>>8) * 0x1p-24 }
