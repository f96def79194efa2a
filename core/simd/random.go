package simd

import (
	"math"

	"ganvas/core/plan"
	"ganvas/core/simd/wasm"
)

// The constants of Philox4x32-10: Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3 (2011).
const (
	philoxM0     = 0xd2511f53
	philoxM1     = 0xcd9e8d57
	philoxW0     = 0x9e3779b9
	philoxW1     = 0xbb67ae85
	philoxRounds = 10
)

// randomWriter writes the function of all Randoms: every v128 holds one word of four blocks.
type randomWriter struct {
	w      *writer
	f      *wasm.Func
	m0, m1 wasm.Local
	keys   [philoxRounds][2]wasm.Local
	count  [2]wasm.Local // the counter's middle words
	block  wasm.Local    // the counter's first word: numbers of blocks
	ctr    [4]wasm.Local
}

// Parameters of that function.
const (
	paramSeed = iota // address
	paramCount
	paramTo     // where the numbers go
	paramGroups // how many groups of four blocks, 16 numbers, there are, at least 1
	paramFirst  // the number of the first block
	paramStream
)

// group is how many numbers four blocks give.
const group = 16

// random writes a Random: whole groups go where they belong; one that is not whole goes to scratch space first.
func (w *writer) random(f *wasm.Func, r *plan.Random) {
	groups, rest := r.Len/group, r.Len%group
	fill := func(to, groups, first int) {
		args := []int{Address(r.Seed), Address(r.Count), to, groups, first, int(r.Stream)}
		w.callShared(f, "random", args, func(g *wasm.Func) { (&randomWriter{w: w, f: g}).write() })
	}
	if groups > 0 {
		fill(Address(r.Out), groups, 0)
	}
	if rest > 0 {
		scratch := w.reserve(4 * group)
		fill(scratch, 1, 4*groups)
		copyFloats(f, Address(r.Out+groups*group), scratch, rest)
	}
}

// copyFloats copies n float32s.
func copyFloats(f *wasm.Func, to, from, n int) {
	x := f.Local(wasm.V128)
	for i := 0; i < n; i += 4 {
		f.Int(from)
		f.Mem(wasm.V128Load, 4*i)
		f.Set(x)
		store(f, func() { f.Int(to) }, 4*i, 4, min(4, n-i), x)
	}
	f.Release(wasm.V128, x)
}

// write writes the function: a loop over groups.
func (rw *randomWriter) write() {
	f := rw.f
	rw.setUp()
	f.Loop(func() {
		rw.rounds()
		for i, x := range rw.ctr {
			rw.uniform(x)
			store(f, func() { f.Get(f.Param(paramTo)) }, 16*i, 4, 4, x)
		}
		f.Add(f.Param(paramTo), 4*group)
		rw.next()
		f.Get(f.Param(paramGroups))
		f.Int(-1)
		f.Op(wasm.I32Add)
		f.Tee(f.Param(paramGroups))
		f.Again()
	})
}

func (rw *randomWriter) vector() wasm.Local { return rw.f.Local(wasm.V128) }

// set pops a v128 into a new local.
func (rw *randomWriter) set() wasm.Local {
	x := rw.vector()
	rw.f.Set(x)
	return x
}

// word pushes the whole number that float32 number i at an address holds, in four lanes.
func (rw *randomWriter) word(param, i int) {
	rw.f.Get(rw.f.Param(param))
	rw.f.Mem(wasm.V128Load32Splat, 4*i)
	rw.f.Op(wasm.I32x4TruncSatF32x4S)
}

// setUp computes multipliers, the keys of all rounds and the first counter.
func (rw *randomWriter) setUp() {
	f := rw.f
	rw.w.constant(f, philoxM0)
	rw.m0 = rw.set()
	rw.w.constant(f, philoxM1)
	rw.m1 = rw.set()
	rw.word(paramSeed, 0)
	rw.word(paramSeed, 1)
	f.Int(16)
	f.Op(wasm.I32x4Shl)
	f.Op(wasm.I32x4Add)
	rw.keys[0][0] = rw.set()
	f.Get(f.Param(paramStream))
	f.Op(wasm.I32x4Splat)
	rw.keys[0][1] = rw.set()
	for i := 1; i < philoxRounds; i++ {
		for k, weyl := range [2]uint32{philoxW0, philoxW1} {
			f.Get(rw.keys[i-1][k])
			rw.w.constant(f, weyl)
			f.Op(wasm.I32x4Add)
			rw.keys[i][k] = rw.set()
		}
	}
	for k := range rw.count {
		rw.word(paramCount, k)
		rw.count[k] = rw.set()
	}
	f.Get(f.Param(paramFirst))
	f.Op(wasm.I32x4Splat)
	f.Consts([4]uint32{0, 1, 2, 3})
	f.Op(wasm.I32x4Add)
	rw.block = rw.set()
	for i := range rw.ctr {
		rw.ctr[i] = rw.vector()
	}
}

// next goes on to the next four blocks.
func (rw *randomWriter) next() {
	rw.f.Get(rw.block)
	rw.w.constant(rw.f, 4)
	rw.f.Op(wasm.I32x4Add)
	rw.f.Set(rw.block)
}

// rounds sets ctr to the words of four blocks.
func (rw *randomWriter) rounds() {
	f := rw.f
	f.Get(rw.block)
	f.Set(rw.ctr[0])
	f.Get(rw.count[0])
	f.Set(rw.ctr[1])
	f.Get(rw.count[1])
	f.Set(rw.ctr[2])
	rw.w.constant(f, 0)
	f.Set(rw.ctr[3])
	for _, key := range rw.keys {
		rw.round(key)
	}
}

// round is one round: (c0, c1, c2, c3) becomes (hi(M1 c2)^c1^k0, lo(M1 c2), hi(M0 c0)^c3^k1, lo(M0 c0)).
func (rw *randomWriter) round(key [2]wasm.Local) {
	f, c := rw.f, &rw.ctr
	hi0, lo0 := rw.multiply(c[0], rw.m0)
	hi1, lo1 := rw.multiply(c[2], rw.m1)
	mix := func(dst, hi, word, key wasm.Local) {
		f.Get(hi)
		f.Get(word)
		f.Op(wasm.V128Xor)
		f.Get(key)
		f.Op(wasm.V128Xor)
		f.Set(dst)
	}
	mix(c[0], hi1, c[1], key[0])
	mix(c[2], hi0, c[3], key[1])
	f.Get(lo1)
	f.Set(c[1])
	f.Get(lo0)
	f.Set(c[3])
	f.Release(wasm.V128, hi0, lo0, hi1, lo1)
}

// multiply returns the high and the low words of the products of lanes.
func (rw *randomWriter) multiply(a, b wasm.Local) (hi, lo wasm.Local) {
	f := rw.f
	half := func(o wasm.Op) wasm.Local {
		f.Get(a)
		f.Get(b)
		f.Op(o)
		return rw.set()
	}
	x, y := half(wasm.I64x2ExtmulLowU), half(wasm.I64x2ExtmulHighU)
	pick := func(lanes ...int) wasm.Local {
		f.Get(x)
		f.Get(y)
		f.Shuffle(lanes...)
		return rw.set()
	}
	hi, lo = pick(1, 3, 5, 7), pick(0, 2, 4, 6)
	f.Release(wasm.V128, x, y)
	return hi, lo
}

// uniform makes numbers in [0, 1) of words: their top 24 bits times 2^-24.
func (rw *randomWriter) uniform(x wasm.Local) {
	f := rw.f
	f.Get(x)
	f.Int(8)
	f.Op(wasm.I32x4ShrU)
	f.Op(wasm.F32x4ConvertI32x4S)
	rw.w.constant(f, math.Float32bits(1.0/(1<<24)))
	f.Op(wasm.F32x4Mul)
	f.Set(x)
}
