package simd

import (
	"encoding/binary"
	"slices"

	"ganvas/core/plan"
	"ganvas/core/scalar"
	"ganvas/core/simd/wasm"
)

// matmulWriter writes the loops of one MatMul.
type matmulWriter struct {
	tiles
	w         *writer
	f         *wasm.Func
	m         *plan.MatMul
	ptr       *pointers
	a, b, out operand
	epilogue  *epilogue
	acc       [][]wasm.Local // the sums of a tile
	held      [][]wasm.Local // B, where it stays in registers
	start     wasm.Local     // -0 in four lanes: adding to it changes nothing, not even the sign of a zero
}

// operand is an array that tiles read or write: its pointer, and bytes between its elements within a tile.
type operand struct {
	ptr         int
	row, col, k int // one row of the result down, one vector or column across, one step of k
}

// Dimensions that a MatMul's pointers move along: those of m, a tile's vectors across, and those of k. Along the last of m one
// step is a row where lanes lie along n, and four where they lie along m.
func (mw *matmulWriter) down() int      { return len(mw.m.M) - 1 }
func (mw *matmulWriter) across() int    { return len(mw.m.M) }
func (mw *matmulWriter) step(d int) int { return len(mw.m.M) + 1 + d }

// stepsOf is how far a pointer moves along each of them, in bytes, given strides in float32s: 0 where there are none.
func (mw *matmulWriter) stepsOf(down []int, across int, k []int) []int {
	steps := make([]int, len(mw.m.M)+1+len(mw.m.K))
	for d, s := range down {
		steps[d] = 4 * s
	}
	for d, s := range k {
		steps[mw.step(d)] = 4 * s
	}
	if mw.tall {
		steps[mw.down()] *= 4
		steps[mw.across()] = 4 * across
	} else {
		steps[mw.across()] = 16 * across
	}
	return steps
}

// parts are A's strides along m and along k.
func parts(m *plan.MatMul) (down, along []int) { return m.A.Strides[:len(m.M)], m.A.Strides[len(m.M):] }

const negativeZero = 1 << 31

// matmul writes a MatMul: a call of the function for its shape. The function's parameters are the addresses of A, B, the
// result, and each input of the epilogue.
func (w *writer) matmul(f *wasm.Func, m *plan.MatMul) {
	if m.Rows()*m.N == 0 {
		return
	}
	if apart(m) {
		product := *m
		product.Epilogue = nil
		w.matmul(f, &product)
		w.call(f, func(g *wasm.Func) { w.mapping(g, epilogueMap(m)) })
		return
	}
	if inBlocks(m) {
		w.call(f, func(g *wasm.Func) { w.mapping(g, emptySums(m)) })
	}
	args := []int{Address(m.A.Offset), Address(m.B.Offset), Address(m.Out.Offset)}
	if m.Epilogue != nil {
		for _, v := range m.Epilogue.In {
			args = append(args, Address(v.Offset))
		}
	}
	w.callShared(f, productKey(m), args, func(g *wasm.Func) {
		mw := &matmulWriter{tiles: planTiles(m), w: w, f: g, m: m, ptr: newPointers(g)}
		mw.write()
	})
}

// emptySums is a Map that makes the result of m the sum of nothing: -0, to which adding changes nothing.
func emptySums(m *plan.MatMul) *plan.Map {
	b := scalar.NewBuilder(0)
	return &plan.Map{Dims: append(slices.Clone(m.M), m.N), Out: []plan.View{m.Out}, Code: b.Code(b.Bits(negativeZero))}
}

// productKey names all of m but its addresses.
func productKey(m *plan.MatMul) string {
	key := append(make([]byte, 0, 256), "product"...)
	add := func(xs ...int) {
		for _, x := range xs {
			key = binary.AppendVarint(key, int64(x))
		}
	}
	add(len(m.M), len(m.K), m.N)
	for _, list := range [][]int{m.M, m.K, m.A.Strides, m.B.Strides, m.Out.Strides} {
		add(list...)
	}
	if e := m.Epilogue; e != nil {
		add(len(e.In))
		for _, v := range e.In {
			add(v.Strides...)
		}
		for _, in := range e.Code.Instrs {
			add(int(in.Op), int(in.A), int(in.B), int(in.C), int(in.Imm))
		}
		add(int(e.Code.Results[0]))
	}
	return string(key)
}

// Parameters of a product's function: addresses.
const (
	paramA = iota
	paramB
	paramOut
	paramEpilogue // and those after it
)

// write writes the function.
func (mw *matmulWriter) write() {
	mw.pack()
	mw.setUp()
	tiles := mw.wideTiles
	if mw.tall {
		tiles = mw.tallTiles
	}
	if !mw.blocks {
		tiles()
		return
	}
	mw.f.Repeat(mw.m.K[0], func() {
		tiles()
		mw.ptr.move(mw.step(0), 1)
	})
}

// rowsFrom writes tiles for every index of m's dimensions from d on, of which the last is the tiles' own.
func (mw *matmulWriter) rowsFrom(d int, tiles func()) {
	if d >= mw.down() {
		tiles()
		return
	}
	mw.f.Repeat(mw.m.M[d], func() {
		mw.rowsFrom(d+1, tiles)
		mw.ptr.move(d, 1)
	})
	mw.ptr.move(d, -mw.m.M[d])
}

// setUp makes pointers and constants.
func (mw *matmulWriter) setUp() {
	if mw.tall {
		mw.setUpTall()
	} else {
		mw.setUpWide()
	}
	if e := mw.m.Epilogue; e != nil {
		mw.epilogue = mw.newEpilogue(e)
	}
	if !mw.straight && !mw.blocks {
		mw.start = mw.f.Local(wasm.V128)
		mw.w.constant(mw.f, negativeZero)
		mw.f.Set(mw.start)
	} else if mw.straight && mw.epilogue != nil {
		mw.epilogue.once()
	}
}
