package kernel

import (
	"math"

	"ganvas/core/plan"
	"ganvas/core/random"
	"ganvas/core/scalar"
)

// uniform runs a plan.Random.
type uniform struct {
	seed, count []float32
	stream      uint32
	out         []float32
}

func newUniform(in *plan.Random, arena []float32) task {
	return &uniform{
		seed: arena[in.Seed:][:2], count: arena[in.Count:][:2], stream: in.Stream, out: arena[in.Out:][:in.Len],
	}
}

func (u *uniform) run() {
	key := [2]uint32{whole(u.seed[0]) + whole(u.seed[1])<<16, u.stream}
	ctr := [4]uint32{0, whole(u.count[0]), whole(u.count[1]), 0}
	for out := u.out; len(out) > 0; out = out[min(16, len(out)):] {
		u.group(key, &ctr, out[:min(16, len(out))])
	}
}

// group fills up to 16 elements from four blocks: word w of block l is element 4w+l.
func (u *uniform) group(key [2]uint32, ctr *[4]uint32, out []float32) {
	for l := 0; l < 4; l++ {
		words := random.Philox(key, *ctr)
		ctr[0]++
		for w, word := range words {
			if i := 4*w + l; i < len(out) {
				out[i] = random.Unit(word)
			}
		}
	}
}

// whole reads a float that stands for a whole number. What is none is read as scalar.ToInt reads it.
func whole(x float32) uint32 { return scalar.Apply(scalar.ToInt, 0, math.Float32bits(x), 0, 0) }
