package simd

import "ganvas/core/simd/wasm"

// setUpTall makes the pointers of a product of 1, 2 or 3 columns, whose lanes lie along m.
func (mw *matmulWriter) setUpTall() {
	m := mw.m
	mw.a = operand{row: 4 * m.A.Strides[0], k: 4 * m.A.Strides[1]}
	mw.a.ptr = mw.ptr.start(mw.f.Param(paramA), 4*mw.a.row, 0, mw.a.k)
	mw.b = operand{k: 4 * m.B.Strides[0], col: 4 * m.B.Strides[1]}
	mw.b.ptr = mw.ptr.start(mw.f.Param(paramB), 0, 0, mw.b.k)
	mw.out = operand{row: 4 * m.N, col: 4}
	mw.out.ptr = mw.ptr.start(mw.f.Param(paramOut), 16*m.N, 0, 0)
}

// tallTiles writes the tiles of such a product, from top to bottom.
func (mw *matmulWriter) tallTiles() {
	whole, rest := mw.m.M/4, mw.m.M%4
	mw.f.Repeat(whole/mw.rows, func() {
		mw.tallTile(mw.rows, 4)
		mw.ptr.move(tileDown, mw.rows)
	})
	if last := whole % mw.rows; last > 0 {
		mw.tallTile(last, 4)
		mw.ptr.move(tileDown, last)
	}
	if rest > 0 {
		mw.tallTile(1, rest)
	}
}

// tallTile writes one tile: vectors of four rows, of which the last vector has count.
func (mw *matmulWriter) tallTile(vectors, count int) {
	mw.begin(vectors, mw.m.N)
	mw.sum(func(from, steps int) { mw.tallBlock(from, steps, vectors, count) })
	mw.finish(
		func(i, j int) int { return count },
		func(i, j int, x wasm.Local) { mw.storeTall(i, j, count, x) },
	)
	mw.end()
}

// storeTall stores column j of vector i. Where there are two columns, they are stored together, after the second.
func (mw *matmulWriter) storeTall(i, j, count int, x wasm.Local) {
	at := 4 * i * mw.out.row
	if mw.m.N != 2 || count < 4 {
		store(mw.f, mw.push(mw.out), at+j*mw.out.col, mw.out.row, count, x)
		return
	}
	if j == 0 {
		return
	}
	for half, lanes := range [][]int{{0, 4, 1, 5}, {2, 6, 3, 7}} {
		mw.ptr.push(mw.out.ptr)
		mw.f.Get(mw.acc[i][0])
		mw.f.Get(x)
		mw.f.Shuffle(lanes...)
		mw.f.Mem(wasm.V128Store, at+16*half)
	}
}

// tallBlock adds the products of some steps of k, four at a time where A's rows are contiguous.
func (mw *matmulWriter) tallBlock(from, steps, vectors, count int) {
	if mw.dot {
		mw.dotBlock(from, steps, vectors, count)
		return
	}
	group := 1
	if transposed(mw.m) {
		group = 4
	}
	for k := from; k < from+steps; k += group {
		n := min(group, from+steps-k)
		a := make([][]wasm.Local, vectors)
		for i := range a {
			a[i] = mw.locals(group)
			mw.loadRows(a[i], i, k, n, count)
		}
		mw.tallSteps(a, k, n)
		for i := range a {
			mw.f.Release(wasm.V128, a[i]...)
		}
	}
}

// loadRows loads n steps of k of four rows, one step in each of x.
func (mw *matmulWriter) loadRows(x []wasm.Local, vector, k, n, count int) {
	f, at := mw.f, 4*vector*mw.a.row+k*mw.a.k
	switch {
	case mw.a.row == 4:
		mw.load(x[0], wasm.V128Load, mw.a, at)
	case len(x) == 1 || n == 1:
		loadLanes(f, mw.push(mw.a), at, mw.a.row, count)
		f.Set(x[0])
	default:
		for r := range x {
			mw.load(x[r], wasm.V128Load, mw.a, at+min(r, count-1)*mw.a.row)
		}
		transpose(f, x)
	}
}

// tallSteps adds the products of n steps of k; a holds each vector of rows at each step.
func (mw *matmulWriter) tallSteps(a [][]wasm.Local, k, n int) {
	b := mw.f.Local(wasm.V128)
	for s := range n {
		for j := range mw.m.N {
			mw.load(b, wasm.V128Load32Splat, mw.b, (k+s)*mw.b.k+j*mw.b.col)
			for i := range a {
				mw.add(mw.acc[i][j], mw.first(k+s), a[i][s], b)
			}
		}
	}
	mw.f.Release(wasm.V128, b)
}
