package simd

import (
	"ganvas/core/plan"
	"ganvas/core/simd/wasm"
)

// gather writes a Gather: a loop over rows of the result.
func (w *writer) gather(f *wasm.Func, g *plan.Gather) {
	if g.Count*g.Cols == 0 {
		return
	}
	index, dst, src := f.Local(wasm.I32), f.Local(wasm.I32), f.Local(wasm.I32)
	size := 4 // bytes of an element of the table
	if g.Bytes {
		size = 1
	}
	zero(f, index, dst)
	f.Repeat(g.Count, func() {
		pushRow(f, index, g.Index, g.Rows, size*g.Cols)
		f.Set(src)
		alongRow(f, g.Cols, []cursor{{src, size}, {dst, 4}}, func(k, count int) {
			x := f.Local(wasm.V128)
			f.Get(src)
			if g.Bytes {
				loadBytes(f, Address(g.Table)+4*k)
			} else {
				f.Mem(loadOf(count), Address(g.Table)+16*k)
			}
			f.Set(x)
			store(f, func() { f.Get(dst) }, Address(g.Out)+16*k, 4, count, x)
			f.Release(wasm.V128, x)
		})
		f.Add(dst, 4*g.Cols)
		f.Add(index, 4)
	})
}

// loadBytes replaces an address by four bytes from offset beyond it, as float32s.
func loadBytes(f *wasm.Func, offset int) {
	f.Mem(wasm.V128Load32Zero, offset)
	f.Op(wasm.I16x8ExtendLowI8x16U)
	f.Op(wasm.I32x4ExtendLowI16x8U)
	f.Op(wasm.F32x4ConvertI32x4S)
}

// scatter writes a Scatter: zeros, and then a loop over the rows that are added, in order.
func (w *writer) scatter(f *wasm.Func, s *plan.Scatter) {
	if s.Rows*s.Cols == 0 {
		return
	}
	f.Int(Address(s.Out))
	f.Int(0)
	f.Int(4 * s.Rows * s.Cols)
	f.Fill()
	index, src, dst := f.Local(wasm.I32), f.Local(wasm.I32), f.Local(wasm.I32)
	zero(f, index, src)
	f.Repeat(s.Count, func() {
		pushRow(f, index, s.Index, s.Rows, 4*s.Cols)
		f.Set(dst)
		alongRow(f, s.Cols, []cursor{{src, 4}, {dst, 4}}, func(k, count int) {
			x := f.Local(wasm.V128)
			f.Get(dst)
			f.Mem(loadOf(count), Address(s.Out)+16*k)
			f.Get(src)
			f.Mem(loadOf(count), Address(s.Src)+16*k)
			f.Op(wasm.F32x4Add)
			f.Set(x)
			store(f, func() { f.Get(dst) }, Address(s.Out)+16*k, 4, count, x)
			f.Release(wasm.V128, x)
		})
		f.Add(src, 4*s.Cols)
		f.Add(index, 4)
	})
}

func zero(f *wasm.Func, ls ...wasm.Local) {
	for _, l := range ls {
		f.Int(0)
		f.Set(l)
	}
}

// pushRow pushes where, in bytes, the row begins that the float32 at index names: rounded towards zero, clamped to
// [0, rows), NaN being 0.
func pushRow(f *wasm.Func, index wasm.Local, offset, rows, bytes int) {
	i := f.Local(wasm.I32)
	f.Get(index)
	f.Mem(wasm.F32Load, Address(offset))
	f.Op(wasm.I32TruncSatF32S)
	f.Set(i)
	clamp := func(limit int, o wasm.Op) {
		f.Get(i)
		f.Int(limit)
		f.Get(i)
		f.Int(limit)
		f.Op(o)
		f.Op(wasm.Select)
		f.Set(i)
	}
	clamp(rows-1, wasm.I32LtS)
	clamp(0, wasm.I32GtS)
	f.Get(i)
	f.Int(bytes)
	f.Op(wasm.I32Mul)
	f.Release(wasm.I32, i)
}

// rowVectors is how many vectors of a row are copied without a loop.
const rowVectors = 8

// cursor is where a row is read or written, whose elements take size bytes.
type cursor struct {
	at   wasm.Local
	size int
}

// alongRow writes body for every vector of a row of cols elements: for vector k beyond the cursors, count of its lanes.
// It leaves the cursors where they were.
func alongRow(f *wasm.Func, cols int, cursors []cursor, body func(k, count int)) {
	vectors, passes := cols/4, 0
	if vectors > 2*rowVectors {
		passes = vectors / rowVectors
	}
	f.Repeat(passes, func() {
		for k := range rowVectors {
			body(k, 4)
		}
		for _, c := range cursors {
			f.Add(c.at, 4*c.size*rowVectors)
		}
	})
	left := vectors - passes*rowVectors
	for k := range left {
		body(k, 4)
	}
	if rest := cols % 4; rest > 0 {
		body(left, rest)
	}
	for _, c := range cursors {
		f.Add(c.at, -4*c.size*rowVectors*passes)
	}
}
