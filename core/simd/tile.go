package simd

import "ganvas/core/plan"

// tiles is how a MatMul is cut up: each tile of the result is kept in registers while k runs.
type tiles struct {
	tall    bool // lanes lie along m; else along n
	rows    int  // of a tile: rows where lanes lie along n; vectors of four rows where tall
	vectors int  // of a tile: vectors of four columns where lanes lie along n; columns where tall
	pack    packing
}

// packing says how B is brought into panels of a tile's width before the product.
type packing uint8

const (
	packNone packing = iota
	packTranspose
	packCopy
)

// accumulators is the size of a tile, in vectors. SIMD128 has 16 registers on x86: eight sums, two vectors of B, an
// element of A and a product fill 12 of them.
const accumulators = 8

// planTiles cuts up a product.
func planTiles(m *plan.MatMul) tiles {
	if m.N < 4 && m.M >= 4 {
		return tiles{tall: true, rows: min(4/m.N, m.M/4), vectors: m.N}
	}
	t := tiles{vectors: min((m.N+3)/4, max(2, accumulators/m.M))}
	t.rows = min(m.M, accumulators/t.vectors)
	if m.N > 1 && m.B.Strides[1] != 1 {
		t.pack = packTranspose
	}
	return t
}

// straight is the greatest K for which a tile is written without a loop over k.
const straight = 16

// unrollK is how many steps of k one pass of a tile's loop takes. It is a multiple of 4, for transposing.
const unrollK = 4
