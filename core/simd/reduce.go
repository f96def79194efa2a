package simd

import (
	"math"

	"ganvas/core/plan"
	"ganvas/core/simd/wasm"
)

// reduceWriter writes the loops of one Reduce.
type reduceWriter struct {
	w     *writer
	f     *wasm.Func
	red   *plan.Reduce
	lanes *lanes
	views []lane
	ptr   *pointers
	in    []int        // the pointer of each view
	out   wasm.Local   // moves as Out is filled
	acc   []wasm.Local // accumulators
}

// reduce writes a Reduce: down the columns, four beside each other, where inner > 1; else along rows.
func (w *writer) reduce(f *wasm.Func, r *plan.Reduce) {
	if r.Dims[0]*r.Dims[2] == 0 {
		return
	}
	rw := &reduceWriter{w: w, f: f, red: r, ptr: newPointers(f)}
	if r.Dims[2] > 1 {
		rw.setUp(columnLane)
		rw.columns()
	} else {
		rw.setUp(rowLane)
		rw.rows()
	}
}

// Dimensions that a Reduce's pointers move along.
const (
	stepOuter  = iota
	stepAcross // down columns: one row down; along rows: unused
	stepVector // down columns: four columns on; along rows: four elements on
)

// columnLane is a view whose lanes lie along inner.
func columnLane(v plan.View) lane {
	s := v.Strides
	return lane{offset: v.Offset, access: accessOf(s[2]), stride: s[2], steps: []int{4 * s[0], 4 * s[1], 16 * s[2]}}
}

// rowLane is a view whose lanes lie along reduced.
func rowLane(v plan.View) lane {
	s := v.Strides
	return lane{offset: v.Offset, access: accessOf(s[1]), stride: s[1], steps: []int{4 * s[0], 0, 16 * s[1]}}
}

// setUp makes the pointers, and computes what is the same throughout.
func (rw *reduceWriter) setUp(see func(plan.View) lane) {
	for _, v := range rw.red.In {
		l := see(v)
		rw.views = append(rw.views, l)
		rw.in = append(rw.in, rw.ptr.add(l.steps))
	}
	rw.out = rw.f.Local(wasm.I32)
	rw.ptr.zero()
	rw.f.Int(0)
	rw.f.Set(rw.out)
	rw.lanes = newLanes(rw.w, rw.f, rw.red.Code)
	levels := levelsOf(rw.red.Code, func(i int) int {
		if rw.views[i].constant() {
			return 0
		}
		return 1
	})
	rw.at(0, 0, 0, 4)
	rw.lanes.hoist(levels, 0)
}

// at makes arguments be loaded from the given numbers of steps beyond the pointers.
func (rw *reduceWriter) at(outer, across, vector, count int) {
	rw.lanes.arg = func(i int) {
		v := rw.views[i]
		v.offset += (outer*v.steps[stepOuter] + across*v.steps[stepAcross]) / 4
		v.load(rw.f, func() { rw.ptr.push(rw.in[i]) }, vector, count)
	}
}

// begin sets n accumulators to the reduction's start.
func (rw *reduceWriter) begin(n int) {
	rw.acc = make([]wasm.Local, n)
	for j := range rw.acc {
		rw.acc[j] = rw.f.Local(wasm.V128)
		rw.start()
		rw.f.Set(rw.acc[j])
	}
}

func (rw *reduceWriter) end() { rw.f.Release(wasm.V128, rw.acc...) }

// start pushes the reduction's start.
func (rw *reduceWriter) start() {
	bits := uint32(0)
	if rw.red.Op == plan.Max {
		bits = math.Float32bits(float32(math.Inf(-1)))
	}
	rw.w.constant(rw.f, bits)
}

// combine replaces two v128s by their reduction.
func (rw *reduceWriter) combine() {
	if rw.red.Op == plan.Max {
		rw.f.Op(wasm.F32x4Pmax)
	} else {
		rw.f.Op(wasm.F32x4Add)
	}
}

// accumulate adds the code's value to accumulator j; of its lanes the first count are meant.
func (rw *reduceWriter) accumulate(j, count int) {
	f := rw.f
	f.Get(rw.acc[j])
	rw.lanes.begin(rw.red.Code.Results)
	rw.lanes.push(rw.red.Code.Results[0])
	if count < 4 {
		rw.mask(count)
	}
	rw.combine()
	f.Set(rw.acc[j])
}

// mask puts the reduction's start, which changes no accumulator, in the place of all lanes from count on. (A sum that
// started from +0 is never -0, so adding +0 keeps its bits.)
func (rw *reduceWriter) mask(count int) {
	var ones [4]uint32
	for l := range count {
		ones[l] = math.MaxUint32
	}
	rw.start()
	rw.f.Consts(ones)
	rw.f.Op(wasm.V128Bitselect)
}

// columnVectors is how many vectors of columns are summed at once: enough independent sums to hide the latency of an
// addition, few enough to stay in registers beside what is loaded. (256x128 takes 1.7 µs with 4, 2.2 µs with 8.)
const columnVectors = 4

// columns writes the reduction down columns.
func (rw *reduceWriter) columns() {
	outer, inner := rw.red.Dims[0], rw.red.Dims[2]
	vectors := inner / 4
	rw.f.Repeat(outer, func() {
		rw.f.Repeat(vectors/columnVectors, func() { rw.columnBlock(columnVectors, 4) })
		if rest := vectors % columnVectors; rest > 0 {
			rw.columnBlock(rest, 4)
		}
		if rest := inner % 4; rest > 0 {
			rw.columnBlock(1, rest)
		}
		rw.ptr.step(stepOuter, 1, stepVector, (inner+3)/4)
	})
}

// columnBlock reduces n vectors of columns, of count columns each.
func (rw *reduceWriter) columnBlock(n, count int) {
	f, reduced := rw.f, rw.red.Dims[1]
	rw.begin(n)
	u := rw.unroll(n, reduced)
	block := func(rows int) {
		for r := range rows {
			for j := range n {
				rw.at(0, r, j, count)
				rw.accumulate(j, 4)
			}
		}
	}
	passes := reduced / u
	f.Repeat(passes, func() {
		block(u)
		rw.ptr.move(stepAcross, u)
	})
	block(reduced % u)
	rw.ptr.step(stepVector, n, stepAcross, passes*u)
	for j, acc := range rw.acc {
		store(f, func() { f.Get(rw.out) }, Address(rw.red.Out)+16*j, 4, count, acc)
	}
	f.Add(rw.out, 4*(4*(n-1)+count))
	rw.end()
}

// unroll returns how many steps of n vectors each one pass of a loop takes.
func (rw *reduceWriter) unroll(n, steps int) int {
	each := n * (len(rw.red.Code.Instrs) + 1)
	return max(1, min(steps, 4/n, blockInstrs/each))
}

// rowsAtOnce is how many rows are reduced together: their four lanes are then combined as a 4 by 4 transpose.
const rowsAtOnce = 4

// rows writes the reduction along rows.
func (rw *reduceWriter) rows() {
	outer := rw.red.Dims[0]
	rw.f.Repeat(outer/rowsAtOnce, func() {
		rw.rowBlock(rowsAtOnce)
		rw.store4()
	})
	rw.f.Repeat(outer%rowsAtOnce, func() {
		rw.rowBlock(1)
		rw.store1()
	})
}

// rowBlock reduces n rows to one vector each, and moves on.
func (rw *reduceWriter) rowBlock(n int) {
	reduced := rw.red.Dims[1]
	rw.begin(n)
	vectors := reduced / 4
	u := rw.unroll(n, max(vectors, 1))
	block := func(from, to, count int) {
		for k := from; k < to; k++ {
			for j := range n {
				rw.at(j, 0, k, count)
				rw.accumulate(j, count)
			}
		}
	}
	passes := vectors / u
	rw.f.Repeat(passes, func() {
		block(0, u, 4)
		rw.ptr.move(stepVector, u)
	})
	left := vectors % u
	block(0, left, 4)
	if rest := reduced % 4; rest > 0 {
		block(left, left+1, rest)
	}
	rw.ptr.step(stepOuter, n, stepVector, passes*u)
}

// store1 combines the lanes of the one accumulator, (0 with 2) with (1 with 3), and stores the result.
func (rw *reduceWriter) store1() {
	f, x := rw.f, rw.acc[0]
	for _, half := range [][]int{{2, 3, 2, 3}, {1, 1, 1, 1}} {
		f.Get(x)
		f.Get(x)
		f.Get(x)
		f.Shuffle(half...)
		rw.combine()
		f.Set(x)
	}
	store(f, func() { f.Get(rw.out) }, Address(rw.red.Out), 4, 1, x)
	f.Add(rw.out, 4)
	rw.end()
}

// store4 combines the lanes of four accumulators and stores the four results.
func (rw *reduceWriter) store4() {
	f := rw.f
	transpose(f, rw.acc)
	for _, l := range [][2]int{{0, 2}, {1, 3}, {0, 1}} {
		f.Get(rw.acc[l[0]])
		f.Get(rw.acc[l[1]])
		rw.combine()
		f.Set(rw.acc[l[0]])
	}
	store(f, func() { f.Get(rw.out) }, Address(rw.red.Out), 4, 4, rw.acc[0])
	f.Add(rw.out, 16)
	rw.end()
}
