package simd

import (
	"encoding/binary"

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

// longEpilogue is from how many instructions on an epilogue runs after the whole product, as a Map: written out for every
// vector of a tile, it would not leave the tile's sums in registers. (In Chromium 150x8x8 with tanh takes
// 1.7 µs as tiles, 1.4 µs apart.)
const longEpilogue = 12

// apart says whether the epilogue runs after the whole product: it must not read what the product overwrites.
func apart(m *plan.MatMul) bool {
	e := m.Epilogue
	if e == nil || len(e.Code.Instrs) < longEpilogue {
		return false
	}
	for _, v := range e.In {
		end := v.Offset + (m.M-1)*v.Strides[0] + (m.N-1)*v.Strides[1] + 1
		if v.Offset < m.Out+m.M*m.N && m.Out < end {
			return false
		}
	}
	return true
}

// epilogueMap is the epilogue of m as a Map over its result, in place.
func epilogueMap(m *plan.MatMul) *plan.Map {
	out := plan.View{Offset: m.Out, Strides: []int{m.N, 1}}
	return &plan.Map{
		Dims: []int{m.M, m.N},
		In:   append([]plan.View{out}, m.Epilogue.In...),
		Out:  []plan.View{out},
		Code: m.Epilogue.Code,
	}
}

// productKey names all of m but its addresses.
func productKey(m *plan.MatMul) string {
	key := []byte("product")
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
	if mw.pack != packNone {
		mw.packB()
	}
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
	f := mw.f
	if !first {
		f.Get(x)
	}
	f.Get(a)
	f.Get(b)
	f.Op(wasm.F32x4Mul)
	if !first {
		f.Op(wasm.F32x4Add)
	}
	f.Set(x)
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

// epilogue is what is done with a product before it is stored.
type epilogue struct {
	lanes  *lanes
	levels []int
	views  []lane
	ptr    []int
	mw     *matmulWriter
}

// Levels of values in an epilogue: computed once, once for a column of a tile's vectors, or for every vector.
const (
	levelTile = iota
	levelColumn
	levelElement
)

// newEpilogue sees the views of m as tiles go: steps along (down, across, k).
func (mw *matmulWriter) newEpilogue(m *plan.Map) *epilogue {
	e := &epilogue{mw: mw}
	for i, v := range m.In {
		s := v.Strides
		l := lane{access: accessOf(s[1]), stride: s[1], steps: []int{4 * s[0], 16 * s[1], 0}}
		if mw.tall {
			l = lane{access: accessOf(s[0]), stride: s[0], steps: []int{16 * s[0], 4 * s[1], 0}}
		}
		e.views = append(e.views, l)
		e.ptr = append(e.ptr, mw.ptr.start(mw.f.Param(paramEpilogue+i), l.steps...))
	}
	e.levels = levelsOf(m.Code, e.argLevel)
	e.lanes = &lanes{w: mw.w, f: mw.f, code: m.Code, fixed: map[scalar.Ref]wasm.Local{}}
	return e
}

func (e *epilogue) argLevel(i int) int {
	switch {
	case i == 0:
		return levelElement
	case e.views[i-1].constant():
		return levelTile
	case e.views[i-1].steps[tileDown] == 0:
		return levelColumn
	}
	return levelElement
}

// at makes arguments be loaded for vector (i, j) of the tile, whose product is x.
func (e *epilogue) at(i, j, count int, x wasm.Local) {
	e.lanes.arg = func(arg int) {
		if arg == 0 {
			e.mw.f.Get(x)
			return
		}
		v := e.views[arg-1]
		v.offset += (i*v.steps[tileDown] + j*v.steps[tileAcross]) / 4
		v.load(e.mw.f, func() { e.mw.ptr.push(e.ptr[arg-1]) }, 0, count)
	}
}

// once computes what is the same for all tiles.
func (e *epilogue) once() {
	e.at(0, 0, 4, 0)
	e.lanes.hoist(e.levels, levelTile)
}

// finish runs the epilogue on the sums of a tile; of vector (i, j), count(i, j) lanes are meant. It then gives each to
// store.
func (mw *matmulWriter) finish(count func(i, j int) int, store func(i, j int, x wasm.Local)) {
	e := mw.epilogue
	var tile, column []scalar.Ref
	if e != nil && !mw.straight {
		e.at(0, 0, 4, 0)
		tile = e.lanes.hoist(e.levels, levelTile)
	}
	for j := range mw.acc[0] {
		for i := range mw.acc {
			x := mw.acc[i][j]
			if e != nil {
				e.at(i, j, count(i, j), x)
				if i == 0 {
					column = e.lanes.hoist(e.levels, levelColumn)
				}
				e.lanes.results(func(int) {}, func(int) { mw.f.Set(x) })
			}
			store(i, j, x)
		}
		if e != nil {
			e.lanes.drop(column)
		}
	}
	if e != nil {
		e.lanes.drop(tile)
	}
}
