package simd

import (
	"slices"

	"ganvas/core/simd/wasm"
)

// setUpWide makes the pointers of a product whose lanes lie along n.
func (mw *matmulWriter) setUpWide() {
	m := mw.m
	mw.a = operand{row: 4 * m.A.Strides[0], k: 4 * m.A.Strides[1]}
	down := mw.a.row // bytes from a row of A to the next, over many
	if mw.packA {
		mw.a.row, mw.a.k, down = 4, 4*mw.rows, 4*m.K
	}
	mw.a.ptr = mw.ptr.start(mw.f.Param(paramA), down, 0, mw.a.k)
	mw.out = operand{row: 4 * m.N, col: 16}
	mw.out.ptr = mw.ptr.start(mw.f.Param(paramOut), mw.out.row, 16, 0)
	panel := 16 // bytes from a vector of B to that of the next columns
	mw.b = operand{col: 16, k: 4 * m.B.Strides[0]}
	if mw.packB {
		mw.b.k, panel = 16*mw.vectors, 16*m.K
	}
	mw.b.ptr = mw.ptr.start(mw.f.Param(paramB), 0, panel, mw.b.k)
}

// wideTiles writes the tiles of a product whose lanes lie along n: panels of columns from left to right, and in each
// the tiles from top to bottom, so that a panel of B stays in the nearest cache.
func (mw *matmulWriter) wideTiles() {
	whole, rest := mw.m.N/4, mw.m.N%4
	mw.f.Repeat(whole/mw.vectors, func() {
		mw.panel(mw.vectors, 4)
		mw.ptr.move(tileAcross, mw.vectors)
	})
	last := whole % mw.vectors
	switch {
	case rest > 0:
		mw.panel(last+1, rest)
	case last > 0:
		mw.panel(last, 4)
	}
}

// panel writes the tiles of one panel, whose last vector has count lanes.
func (mw *matmulWriter) panel(vectors, count int) {
	down := mw.m.M / mw.rows
	mw.hold(vectors)
	mw.f.Repeat(down, func() {
		mw.wideTile(mw.rows, vectors, count)
		mw.ptr.move(tileDown, mw.rows)
	})
	if rest := mw.m.M % mw.rows; rest > 0 {
		mw.wideTile(rest, vectors, count)
	}
	mw.ptr.move(tileDown, -down*mw.rows)
	mw.letGo()
}

// heldVectors bounds the vectors of B that stay in registers through a panel.
const heldVectors = 6

// hold loads a whole panel of B once, where it is small.
func (mw *matmulWriter) hold(vectors int) {
	if !mw.straight || mw.m.K*vectors > heldVectors {
		return
	}
	mw.held = make([][]wasm.Local, mw.m.K)
	for k := range mw.held {
		mw.held[k] = mw.locals(vectors)
		for j, x := range mw.held[k] {
			mw.load(x, wasm.V128Load, mw.b, k*mw.b.k+j*mw.b.col)
		}
	}
}

func (mw *matmulWriter) letGo() {
	for _, row := range mw.held {
		mw.f.Release(wasm.V128, row...)
	}
	mw.held = nil
}

// wideTile writes one tile.
func (mw *matmulWriter) wideTile(rows, vectors, count int) {
	mw.begin(rows, vectors)
	mw.sum(func(from, steps int) {
		for k := from; k < from+steps; k++ {
			mw.wideStep(k, rows, vectors)
		}
	})
	lanesOf := func(_, j int) int {
		if j == vectors-1 {
			return count
		}
		return 4
	}
	mw.finish(lanesOf, func(i, j int, x wasm.Local) {
		store(mw.f, mw.push(mw.out), i*mw.out.row+j*mw.out.col, 4, lanesOf(i, j), x)
	})
	mw.end()
}

// wideStep adds the products of step k. It loads from the greatest address down: an engine that checks every address
// against memory's size, as wazero does, then checks once for each pointer.
func (mw *matmulWriter) wideStep(k, rows, vectors int) {
	b := mw.locals(vectors)
	for j, x := range slices.Backward(b) {
		if mw.held != nil {
			mw.f.Get(mw.held[k][j])
			mw.f.Set(x)
		} else {
			mw.load(x, wasm.V128Load, mw.b, k*mw.b.k+j*mw.b.col)
		}
	}
	a := mw.f.Local(wasm.V128)
	for i := rows - 1; i >= 0; i-- {
		mw.load(a, wasm.V128Load32Splat, mw.a, i*mw.a.row+k*mw.a.k)
		for j := range vectors {
			mw.add(mw.acc[i][j], mw.first(k), a, b[j])
		}
	}
	mw.f.Release(wasm.V128, a)
	mw.f.Release(wasm.V128, b...)
}
