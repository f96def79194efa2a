package simd

import "ganvas/core/simd/wasm"

// begin makes the sums of a tile; resume loads those of vector (i, j) from the result.
func (mw *matmulWriter) begin(rows, vectors int, resume func(i, j int, x wasm.Local)) {
	mw.acc = make([][]wasm.Local, rows)
	for i := range mw.acc {
		mw.acc[i] = mw.locals(vectors)
	}
	if mw.straight {
		return
	}
	for i, row := range mw.acc {
		for j, x := range row {
			if mw.blocks {
				resume(i, j, x)
				continue
			}
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
	switch {
	case mw.straight:
		block(0, mw.m.K[0])
	case mw.blocks:
		mw.sumFrom(1, block)
	default:
		mw.sumFrom(0, block)
	}
}

// sumFrom writes the loops over k's dimensions from d on.
func (mw *matmulWriter) sumFrom(d int, block func(k, steps int)) {
	n, dim := mw.m.K[d], mw.step(d)
	if d < len(mw.m.K)-1 {
		mw.f.Repeat(n, func() {
			mw.sumFrom(d+1, block)
			mw.ptr.move(dim, 1)
		})
		mw.ptr.move(dim, -n)
		return
	}
	passes := n / mw.steps
	mw.f.Repeat(passes, func() {
		block(0, mw.steps)
		mw.ptr.move(dim, mw.steps)
	})
	block(0, n%mw.steps)
	mw.ptr.move(dim, -passes*mw.steps)
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
