package simd

import "ganvas/core/simd/wasm"

// setUpTall makes the pointers of a product of 1, 2 or 3 columns, whose lanes lie along m.
func (mw *matmulWriter) setUpTall() {
	m := mw.m
	down, along := parts(m)
	mw.a = operand{row: 4 * last(down), k: 4 * last(along)}
	mw.a.ptr = mw.ptr.start(mw.f.Param(paramA), mw.stepsOf(down, 0, along)...)
	along = m.B.Strides[:len(m.K)]
	mw.b = operand{k: 4 * last(along), col: 4 * last(m.B.Strides)}
	mw.b.ptr = mw.ptr.start(mw.f.Param(paramB), mw.stepsOf(nil, 0, along)...)
	rows := m.Out.Strides[:len(m.M)]
	mw.out = operand{row: 4 * last(rows), col: 4}
	mw.out.ptr = mw.ptr.start(mw.f.Param(paramOut), mw.stepsOf(rows, 0, nil)...)
}

// tallTiles writes the tiles of such a product, from top to bottom.
func (mw *matmulWriter) tallTiles() {
	n := last(mw.m.M)
	whole, rest := n/4, n%4
	if mw.whole {
		mw.rowsFrom(0, func() { mw.tallTile(mw.rows, 4) })
		return
	}
	mw.rowsFrom(0, func() {
		mw.f.Repeat(whole/mw.rows, func() {
			mw.tallTile(mw.rows, 4)
			mw.ptr.move(mw.down(), mw.rows)
		})
		if last := whole % mw.rows; last > 0 {
			mw.tallTile(last, 4)
			mw.ptr.move(mw.down(), last)
		}
		if rest > 0 {
			mw.tallTile(1, rest)
		}
		if len(mw.m.M) > 1 || mw.blocks {
			mw.ptr.move(mw.down(), -whole)
		}
	})
}

// rowOf is the first row of a tall tile's vector. The last rows of a dimension that is no multiple of 4 are computed with some that have
// been already: that costs nothing, for the sums of three vectors wait for each other anyway.
func (mw *matmulWriter) rowOf(vector int) int {
	if mw.whole {
		return min(4*vector, last(mw.m.M)-4)
	}
	return 4 * vector
}

// tallTile writes one tile: vectors of four rows, of which the last vector has count.
func (mw *matmulWriter) tallTile(vectors, count int) {
	mw.begin(vectors, mw.m.N, func(i, j int, x wasm.Local) {
		loadLanes(mw.f, mw.push(mw.out), mw.rowOf(i)*mw.out.row+j*mw.out.col, mw.out.row, count)
		mw.f.Set(x)
	})
	mw.sum(func(from, steps int) { mw.tallBlock(from, steps, vectors, count) })
	mw.finish(
		func(i, j int) int { return count },
		func(i, j int, x wasm.Local) { mw.storeTall(i, j, count, x) },
	)
	mw.end()
}

// storeTall stores column j of vector i. Where there are two columns, they are stored together, after the second.
func (mw *matmulWriter) storeTall(i, j, count int, x wasm.Local) {
	at := mw.rowOf(i) * mw.out.row
	if mw.m.N != 2 || mw.out.row != 8 || count < 4 {
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
	f, at := mw.f, mw.rowOf(vector)*mw.a.row+k*mw.a.k
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
