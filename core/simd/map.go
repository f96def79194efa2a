package simd

import (
	"ganvas/core/plan"
	"ganvas/core/simd/wasm"
)

// mapWriter writes the loops of one Map.
type mapWriter struct {
	mapPlan
	f      *wasm.Func
	lanes  *lanes
	levels []int
	ptr    *pointers
	inPtr  []int
	outPtr []int
	k      int // how many vectors beyond the pointers arguments are loaded from,
	count  int // and how many of their lanes are used
}

// Levels of values in a Map: computed once, once for every innermost loop, or once for every vector.
const (
	levelOnce = iota
	levelRow
	levelVector
)

// mapping writes a Map: loops over the outer dimensions, and along the innermost a loop over vectors.
func (w *writer) mapping(f *wasm.Func, m *plan.Map) {
	if size(m.Dims) == 0 || len(m.Out) == 0 {
		return
	}
	mw := &mapWriter{mapPlan: planMap(m), f: f, ptr: newPointers(f), count: 4}
	mw.inPtr, mw.outPtr = make([]int, 0, len(mw.in)), make([]int, 0, len(mw.out))
	for _, v := range mw.in {
		mw.inPtr = append(mw.inPtr, mw.ptr.add(v.steps))
	}
	for _, v := range mw.out {
		mw.outPtr = append(mw.outPtr, mw.ptr.add(v.steps))
	}
	mw.levels = levelsOf(m.Code, mw.argLevel)
	mw.lanes = newLanes(w, f, m.Code)
	mw.lanes.arg = mw.load
	mw.ptr.zero()
	mw.lanes.hoist(mw.levels, levelOnce)
	mw.nest(0)
}

func (mw *mapWriter) argLevel(i int) int {
	switch {
	case mw.in[i].constant():
		return levelOnce
	case mw.in[i].invariant():
		return levelRow
	}
	return levelVector
}

// load pushes argument i.
func (mw *mapWriter) load(i int) {
	mw.in[i].load(mw.f, func() { mw.ptr.push(mw.inPtr[i]) }, mw.k, mw.count)
}

// nest writes the loops from outer dimension d inwards.
func (mw *mapWriter) nest(d int) {
	if d == len(mw.dims) {
		mw.k, mw.count = 0, 4
		mw.lanes.hoist(mw.levels, levelRow)
		mw.row()
		return
	}
	mw.f.Repeat(mw.dims[d], func() {
		mw.nest(d + 1)
		mw.next(d)
	})
}

// next moves the pointers from the end of the loop inside dimension d to the next index of d.
func (mw *mapWriter) next(d int) {
	inner := mw.moved()
	if d+1 < len(mw.dims) {
		inner = mw.dims[d+1]
	}
	mw.ptr.step(d, 1, d+1, inner)
}

// blockInstrs is about how many instructions the innermost loop should have: enough to hide the three of the loop itself
// and the engine's interrupt check, not so many that compiling takes long.
const blockInstrs = 40

// flatInstrs bounds the instructions of an innermost loop that is written without a loop.
const flatInstrs = 160

// unroll returns how many vectors one pass of the innermost loop takes.
func (mw *mapWriter) unroll() int {
	vectors := mw.n / 4
	each := len(mw.lanes.code.Instrs) + len(mw.out) + 1
	if vectors*each <= flatInstrs {
		return max(vectors, 1)
	}
	return max(1, min(vectors, 8, blockInstrs/each))
}

// moved returns by how many vectors row moves the pointers.
func (mw *mapWriter) moved() int {
	u := mw.unroll()
	if passes := mw.n / 4 / u; passes > 1 {
		return passes * u
	}
	return 0
}

// row writes the innermost loop.
func (mw *mapWriter) row() {
	vectors, u := mw.n/4, mw.unroll()
	passes := vectors / u
	if passes > 1 {
		mw.f.Repeat(passes, func() {
			for k := range u {
				mw.vector(k, 4)
			}
			mw.ptr.move(len(mw.dims), u)
		})
	}
	for k := range vectors - mw.moved() {
		mw.vector(k, 4)
	}
	if rest := mw.n % 4; rest > 0 {
		mw.vector(vectors-mw.moved(), rest)
	}
}

// vector writes the computation of count lanes, k vectors beyond the pointers.
func (mw *mapWriter) vector(k, count int) {
	f := mw.f
	mw.k, mw.count = k, count
	mw.lanes.results(func(i int) {}, func(i int) {
		v := mw.out[i]
		step := 4
		if v.access == strided {
			step = 4 * v.stride
		}
		x := f.Local(wasm.V128)
		f.Set(x)
		at := Address(v.offset) + k*v.steps[len(v.steps)-1]
		store(f, func() { mw.ptr.push(mw.outPtr[i]) }, at, step, count, x)
		f.Release(wasm.V128, x)
	})
}

// size returns the number of elements of a shape.
func size(dims []int) int {
	n := 1
	for _, d := range dims {
		n *= d
	}
	return n
}
