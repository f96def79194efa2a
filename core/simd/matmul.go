package simd

import (
	"encoding/binary"

	"ganvas/core/plan"
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

// Dimensions that a MatMul's pointers move along: a tile's rows down, a tile's vectors across, and steps of k.
const (
	tileDown = iota
	tileAcross
	tileK
)

const negativeZero = 1 << 31

// matmul writes a MatMul: a call of the function for its shape. The function's parameters are the addresses of A, B, the
// result, and each input of the epilogue.
func (w *writer) matmul(f *wasm.Func, m *plan.MatMul) {
	if m.M*m.N == 0 {
		return
	}
	if apart(m) {
		product := *m
		product.Epilogue = nil
		w.matmul(f, &product)
		w.call(f, func(g *wasm.Func) { w.mapping(g, epilogueMap(m)) })
		return
	}
	args := []int{Address(m.A.Offset), Address(m.B.Offset), Address(m.Out)}
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

// productKey names all of m but its addresses.
func productKey(m *plan.MatMul) string {
	key := append(make([]byte, 0, 256), "product"...)
	add := func(xs ...int) {
		for _, x := range xs {
			key = binary.AppendVarint(key, int64(x))
		}
	}
	add(m.M, m.N, m.K)
	add(m.A.Strides...)
	add(m.B.Strides...)
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
	if mw.tall {
		mw.tallTiles()
	} else {
		mw.wideTiles()
	}
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
	if !mw.straight {
		mw.start = mw.f.Local(wasm.V128)
		mw.w.constant(mw.f, negativeZero)
		mw.f.Set(mw.start)
	} else if mw.epilogue != nil {
		mw.epilogue.once()
	}
}

// begin makes the sums of a tile.
func (mw *matmulWriter) begin(rows, vectors int) {
	mw.acc = make([][]wasm.Local, rows)
	for i := range mw.acc {
		mw.acc[i] = mw.locals(vectors)
	}
	if mw.straight {
		return
	}
	for _, row := range mw.acc {
		for _, x := range row {
			mw.f.Get(mw.start)
			mw.f.Set(x)
		}
	}
}

// end gives the sums back.
func (mw *matmulWriter) end() {
	for _, row := range mw.acc {
		mw.f.Release(wasm.V128, row...)
	}
}

// sum writes the loop over k of a tile: block writes the steps of k from the given one on, relative to the pointers.
func (mw *matmulWriter) sum(block func(k, steps int)) {
	if mw.straight {
		block(0, mw.m.K)
		return
	}
	passes := mw.m.K / mw.steps
	mw.f.Repeat(passes, func() {
		block(0, mw.steps)
		mw.ptr.move(tileK, mw.steps)
	})
	block(0, mw.m.K%mw.steps)
	mw.ptr.move(tileK, -passes*mw.steps)
}

// add adds a product to the sum x; where it is the first one, x becomes the product.
func (mw *matmulWriter) add(x wasm.Local, first bool, a, b wasm.Local) {
	mw.accumulate(x, first, func() {
		mw.f.Get(a)
		mw.f.Get(b)
		mw.f.Op(wasm.F32x4Mul)
	})
}

// accumulate adds what push pushes to the sum x; where it is the first, x becomes that.
func (mw *matmulWriter) accumulate(x wasm.Local, first bool, push func()) {
	if !first {
		mw.f.Get(x)
	}
	push()
	if !first {
		mw.f.Op(wasm.F32x4Add)
	}
	mw.f.Set(x)
}

// first says whether step k of a block is the first of all, so that it need not add.
func (mw *matmulWriter) first(k int) bool { return k == 0 && mw.straight }

func (mw *matmulWriter) locals(n int) []wasm.Local {
	ls := make([]wasm.Local, n)
	for i := range ls {
		ls[i] = mw.f.Local(wasm.V128)
	}
	return ls
}

// push pushes the pointer of an operand.
func (mw *matmulWriter) push(o operand) func() { return func() { mw.ptr.push(o.ptr) } }

// load loads into x from an operand, offset bytes on.
func (mw *matmulWriter) load(x wasm.Local, o wasm.Op, from operand, offset int) {
	mw.ptr.push(from.ptr)
	mw.f.Mem(o, offset)
	mw.f.Set(x)
}
