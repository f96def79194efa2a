package simd

import (
	"slices"

	"ganvas/core/simd/wasm"
)

// setUpWide makes the pointers of a product whose lanes lie along n.
func (mw *matmulWriter) setUpWide() {
	m := mw.m
	down, along := parts(m)
	mw.a = operand{row: 4 * last(down), k: 4 * last(along)}
	if mw.packA {
		mw.a.row, mw.a.k = 4, 4*mw.rows
		down, along = []int{m.Steps()}, []int{mw.rows} // over many rows
	}
	mw.a.ptr = mw.ptr.start(mw.f.Param(paramA), mw.stepsOf(down, 0, along)...)
	rows := m.Out.Strides[:len(m.M)]
	mw.out = operand{row: 4 * last(rows), col: 16}
	mw.out.ptr = mw.ptr.start(mw.f.Param(paramOut), mw.stepsOf(rows, 1, nil)...)
	along, panel := m.B.Strides[:len(m.K)], 1 // float32s from a column of B to the next, over many
	if mw.packB {
		along, panel = packedSteps(m.K, 4*mw.vectors), m.Steps()
	}
	mw.b = operand{col: 16, k: 4 * last(along)}
	mw.b.ptr = mw.ptr.start(mw.f.Param(paramB), mw.stepsOf(nil, panel, along)...)
}

// packedSteps are the strides along k in a panel where steps lie one after another, each of that many float32s.
func packedSteps(k []int, step int) []int {
	out := make([]int, len(k))
	for d := len(k) - 1; d >= 0; d-- {
		out[d] = step
		step *= k[d]
	}
	return out
}

// wideTiles writes the tiles of a product whose lanes lie along n: panels of columns from left to right, and in each
// the tiles from top to bottom, so that a panel of B stays in the nearest cache.
func (mw *matmulWriter) wideTiles() {
	mw.outerRows(0)
}

// outerRows writes the loops over m's dimensions from d on that lie outside the panels.
func (mw *matmulWriter) outerRows(d int) {
	if d == mw.outer || d == mw.down() {
		mw.panels(d)
		return
	}
	mw.f.Repeat(mw.m.M[d], func() {
		mw.outerRows(d + 1)
		mw.ptr.move(d, 1)
	})
	mw.ptr.move(d, -mw.m.M[d])
}

// panels writes the panels, for m's dimensions from d on.
func (mw *matmulWriter) panels(d int) {
	whole, rest := mw.m.N/4, mw.m.N%4
	passes := whole / mw.vectors
	mw.f.Repeat(passes, func() {
		mw.panel(d, mw.vectors, 4)
		mw.ptr.move(mw.across(), mw.vectors)
	})
	last := whole % mw.vectors
	switch {
	case rest > 0:
		mw.panel(d, last+1, rest)
	case last > 0:
		mw.panel(d, last, 4)
	}
	if d > 0 || mw.blocks {
		mw.ptr.move(mw.across(), -passes*mw.vectors)
	}
}

// panel writes the tiles of one panel, whose last vector has count lanes, for m's dimensions from d on.
func (mw *matmulWriter) panel(d, vectors, count int) {
	n := last(mw.m.M)
	down := n / mw.rows
	mw.hold(vectors)
	mw.rowsFrom(d, func() {
		mw.f.Repeat(down, func() {
			mw.wideTile(mw.rows, vectors, count)
			mw.ptr.move(mw.down(), mw.rows)
		})
		if rest := n % mw.rows; rest > 0 {
			mw.wideTile(rest, vectors, count)
		}
		mw.ptr.move(mw.down(), -down*mw.rows)
	})
	mw.letGo()
}

// heldVectors bounds the vectors of B that stay in registers through a panel.
const heldVectors = 6

// hold loads a whole panel of B once, where it is small.
func (mw *matmulWriter) hold(vectors int) {
	if !mw.straight || mw.m.K[0]*vectors > heldVectors {
		return
	}
	mw.held = make([][]wasm.Local, mw.m.K[0])
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
	mw.begin(rows, vectors, func(i, j int, x wasm.Local) {
		mw.load(x, wasm.V128Load, mw.out, i*mw.out.row+j*mw.out.col)
	})
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
