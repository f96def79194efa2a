package simd

import "ganvas/core/simd/wasm"

// load pushes the four lanes of a view at vector number k beyond its pointer. Lanes from count on may be anything.
func (v lane) load(f *wasm.Func, push func(), k, count int) {
	at := Address(v.offset) + k*v.steps[len(v.steps)-1]
	switch v.access {
	case unit:
		push()
		f.Mem(loadOf(count), at)
	case splat:
		push()
		f.Mem(wasm.V128Load32Splat, at)
	case period:
		push()
		f.Mem(wasm.V128Load64Splat, at)
	case repeat:
		x := f.Local(wasm.V128)
		push()
		f.Mem(wasm.V128Load64Zero, at)
		f.Tee(x)
		f.Get(x)
		f.Shuffle(0, 0, 1, 1)
		f.Release(wasm.V128, x)
	case strided:
		loadLanes(f, push, at, 4*v.stride, count)
	}
}

// loadOf is the load of count neighbours. It reads no more than it must where it can: a load that is wider than the store
// before it waits until that is in the cache.
func loadOf(count int) wasm.Op {
	switch count {
	case 1:
		return wasm.V128Load32Zero
	case 2:
		return wasm.V128Load64Zero
	}
	return wasm.V128Load
}

// loadLanes pushes count (1 to 4) float32s, step bytes apart, from at beyond the address that push pushes.
func loadLanes(f *wasm.Func, push func(), at, step, count int) {
	x := f.Local(wasm.V128)
	push()
	f.Mem(wasm.V128Load32Zero, at)
	f.Set(x)
	for l := 1; l < min(count, 4); l++ {
		push()
		f.Get(x)
		f.MemLane(wasm.V128Load32Lane, at+l*step, l)
		f.Set(x)
	}
	f.Get(x)
	f.Release(wasm.V128, x)
}

// store writes the first count (1 to 4) lanes of x, step bytes apart (4 for neighbours).
func store(f *wasm.Func, push func(), at, step, count int, x wasm.Local) {
	lane := func(o wasm.Op, at, l int) {
		push()
		f.Get(x)
		f.MemLane(o, at, l)
	}
	if step != 4 {
		for l := range count {
			lane(wasm.V128Store32Lane, at+l*step, l)
		}
		return
	}
	switch count {
	case 4:
		push()
		f.Get(x)
		f.Mem(wasm.V128Store, at)
	case 3:
		lane(wasm.V128Store64Lane, at, 0)
		lane(wasm.V128Store32Lane, at+8, 2)
	case 2:
		lane(wasm.V128Store64Lane, at, 0)
	case 1:
		lane(wasm.V128Store32Lane, at, 0)
	}
}

// transpose transposes the 4 by 4 matrix whose rows are the locals x.
func transpose(f *wasm.Func, x []wasm.Local) {
	var t [4]wasm.Local
	for i := range t {
		t[i] = f.Local(wasm.V128)
	}
	shuffle := func(dst, a, b wasm.Local, lanes ...int) {
		f.Get(a)
		f.Get(b)
		f.Shuffle(lanes...)
		f.Set(dst)
	}
	shuffle(t[0], x[0], x[1], 0, 4, 1, 5) // a0 b0 a1 b1
	shuffle(t[1], x[0], x[1], 2, 6, 3, 7) // a2 b2 a3 b3
	shuffle(t[2], x[2], x[3], 0, 4, 1, 5)
	shuffle(t[3], x[2], x[3], 2, 6, 3, 7)
	shuffle(x[0], t[0], t[2], 0, 1, 4, 5)
	shuffle(x[1], t[0], t[2], 2, 3, 6, 7)
	shuffle(x[2], t[1], t[3], 0, 1, 4, 5)
	shuffle(x[3], t[1], t[3], 2, 3, 6, 7)
	f.Release(wasm.V128, t[:]...)
}
