package simd

import "ganvas/core/simd/wasm"

// packB copies B to scratch space, where the parameter for it then points, as panels of the tiles' width: in a panel, row
// k+1 follows row k. The last panel may be narrower; its rows lie as far apart.
func (mw *matmulWriter) packB() {
	m, f := mw.m, mw.f
	whole, rest := m.N/4, m.N%4
	panels := (whole + mw.vectors) / mw.vectors
	mw.w.reserve(16 * panels * mw.vectors * m.K)
	src, dst := f.Param(paramB), f.Local(wasm.I32)
	zero(f, dst)
	f.Repeat(whole/mw.vectors, func() {
		mw.packPanel(src, dst, mw.vectors, 4)
		f.Add(src, 16*mw.vectors*m.B.Strides[1])
		f.Add(dst, 16*mw.vectors*m.K)
	})
	last := whole % mw.vectors
	switch {
	case rest > 0:
		mw.packPanel(src, dst, last+1, rest)
	case last > 0:
		mw.packPanel(src, dst, last, 4)
	}
	f.Int(mw.w.scratch)
	f.Set(f.Param(paramB))
	f.Release(wasm.I32, dst)
}

// packPanel copies one panel, four steps of k at a time. Its last vector has count columns; the lanes beyond may be
// anything.
func (mw *matmulWriter) packPanel(src, dst wasm.Local, vectors, count int) {
	m, f := mw.m, mw.f
	block := func(steps int) {
		for j := range vectors {
			columns := 4
			if j == vectors-1 {
				columns = count
			}
			x := mw.locals(4)
			mw.loadBlock(x, src, j, steps, columns)
			for k := range steps {
				store(f, func() { f.Get(dst) }, mw.w.scratch+16*(k*mw.vectors+j), 4, 4, x[k])
			}
			f.Release(wasm.V128, x...)
		}
	}
	passes := m.K / 4
	f.Repeat(passes, func() {
		block(4)
		f.Add(src, 16*m.B.Strides[0])
		f.Add(dst, 64*mw.vectors)
	})
	if rest := m.K % 4; rest > 0 {
		block(rest)
	}
	f.Add(src, -16*passes*m.B.Strides[0])
	f.Add(dst, -64*passes*mw.vectors)
}

// loadBlock loads vector j of some steps of k, one in each of x. Where columns are contiguous, it transposes 4 by 4; for
// columns beyond the last it takes the last.
func (mw *matmulWriter) loadBlock(x []wasm.Local, src wasm.Local, j, steps, columns int) {
	f, b := mw.f, mw.m.B
	load := func(x wasm.Local, offset int) {
		f.Get(src)
		f.Mem(wasm.V128Load, 4*offset)
		f.Set(x)
	}
	if mw.pack == packCopy {
		for k := range steps {
			load(x[k], 4*j+k*b.Strides[0])
		}
		return
	}
	for c := range x {
		load(x[c], (4*j+min(c, columns-1))*b.Strides[1])
	}
	transpose(f, x)
}
