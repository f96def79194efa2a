package simd

import "ganvas/core/simd/wasm"

// dotBlock adds the products of some steps of k where A's rows and B's only column are contiguous: it multiplies four steps
// of a row at once, and transposes the products.
func (mw *matmulWriter) dotBlock(from, steps, vectors, count int) {
	b, x := mw.f.Local(wasm.V128), mw.locals(4)
	for k := from; k < from+steps; k += 4 {
		mw.load(b, wasm.V128Load, mw.b, k*mw.b.k)
		for i := range vectors {
			for r := range x {
				mw.load(x[r], wasm.V128Load, mw.a, (4*i+min(r, count-1))*mw.a.row+k*mw.a.k)
				mw.add(x[r], true, x[r], b) // a product alone
			}
			transpose(mw.f, x)
			for s := range min(4, from+steps-k) {
				mw.accumulate(mw.acc[i][0], mw.first(k+s), func() { mw.f.Get(x[s]) })
			}
		}
	}
	mw.f.Release(wasm.V128, append(x, b)...)
}
