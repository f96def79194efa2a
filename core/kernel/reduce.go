package kernel

import (
	"math"

	"ganvas/core/plan"
	"ganvas/core/scalar"
)

// reduction runs a plan.Reduce: it computes the elements in the order of the three dimensions, a block at a time, and takes
// them in as they come. A block may hold the end of one sum and the beginning of the next.
type reduction struct {
	*lanes
	identity bool        // whether the code is its argument, which is then taken as it is
	block    [][]float32 // the one result
	take     taker
}

// taker combines the elements of a block, which follow those of the block before, into the results.
type taker interface {
	begin()
	add(x []float32)
}

func newReduction(in *plan.Reduce, arena []float32) task {
	outer, reduced, inner := in.Dims[0], in.Dims[1], in.Dims[2]
	out := arena[in.Out:][:outer*inner]
	start := float32(0)
	if in.Op == plan.Max {
		start = float32(math.Inf(-1))
	}
	if reduced == 0 {
		return &filling{out, start}
	}
	r := &reduction{
		lanes:    newLanes(in.Code, 0, in.Dims[:], in.In, arena),
		identity: in.Code.Instrs[in.Code.Results[0]].Op == scalar.Arg && in.Code.Args == 1,
		block:    [][]float32{make([]float32, scalar.Block)},
	}
	if inner == 1 {
		r.take = &quads{op: in.Op, start: start, reduced: reduced, out: out}
	} else {
		r.take = &rows{op: in.Op, start: start, reduced: reduced, acc: make([]float32, inner), out: out}
	}
	return r
}

func (r *reduction) run() {
	r.begin()
	r.take.begin()
	for start := 0; start < r.size; start += scalar.Block {
		n := min(scalar.Block, r.size-start)
		if r.identity {
			r.fetch(start, n)
			r.take.add(r.args[0][:n])
			continue
		}
		r.lanes.block(start, n, r.block)
		r.take.add(r.block[0][:n])
	}
}

// filling is a reduction of nothing.
type filling struct {
	out []float32
	x   float32
}

func (f *filling) run() {
	for i := range f.out {
		f.out[i] = f.x
	}
}

// rows combines whole rows of the inner dimension, one after another.
type rows struct {
	op      plan.Reduction
	start   float32
	reduced int
	acc     []float32 // a row of results in the making
	out     []float32

	r, i int       // the next element's place in the reduced and the inner dimension
	rest []float32 // results not written yet
}

func (a *rows) begin() {
	a.r, a.i, a.rest = 0, 0, a.out
	a.reset()
}

func (a *rows) reset() {
	for i := range a.acc {
		a.acc[i] = a.start
	}
}

func (a *rows) add(x []float32) {
	for len(x) > 0 {
		n := min(len(a.acc)-a.i, len(x))
		combine(a.op, a.acc[a.i:][:n], x[:n])
		x = x[n:]
		if a.i += n; a.i < len(a.acc) {
			continue
		}
		a.i = 0
		if a.r++; a.r == a.reduced {
			a.r = 0
			copy(a.rest, a.acc)
			a.rest = a.rest[len(a.acc):]
			a.reset()
		}
	}
}

// combine takes x into acc, element by element.
func combine(op plan.Reduction, acc, x []float32) {
	x = x[:len(acc)]
	if op == plan.Sum {
		for i := range acc {
			acc[i] += x[i]
		}
		return
	}
	for i := range acc {
		if acc[i] < x[i] {
			acc[i] = x[i]
		}
	}
}

// quads combines a dimension without any inside it, in four lanes.
type quads struct {
	op      plan.Reduction
	start   float32
	reduced int
	out     []float32

	lane [4]float32
	r    int       // the next element's place in the reduced dimension
	rest []float32 // results not written yet
}

func (q *quads) begin() {
	q.r, q.rest = 0, q.out
	q.reset()
}

func (q *quads) reset() { q.lane = [4]float32{q.start, q.start, q.start, q.start} }

func (q *quads) add(x []float32) {
	for len(x) > 0 {
		n := min(q.reduced-q.r, len(x))
		q.lanes(x[:n])
		x = x[n:]
		if q.r += n; q.r == q.reduced {
			q.finish()
		}
	}
}

// lanes takes in elements of one result, of which the first is number r.
func (q *quads) lanes(x []float32) {
	at := q.r
	for len(x) > 0 && at%4 != 0 {
		q.one(at%4, x[0])
		at, x = at+1, x[1:]
	}
	if q.op == plan.Sum {
		a, b, c, d := q.lane[0], q.lane[1], q.lane[2], q.lane[3]
		for len(x) >= 4 {
			a, b, c, d = a+x[0], b+x[1], c+x[2], d+x[3]
			x = x[4:]
		}
		q.lane = [4]float32{a, b, c, d}
	}
	for i, v := range x {
		q.one(i%4, v)
	}
}

func (q *quads) one(lane int, x float32) { combine(q.op, q.lane[lane:][:1], []float32{x}) }

// finish combines the lanes to a result.
func (q *quads) finish() {
	combine(q.op, q.lane[:2], q.lane[2:])
	combine(q.op, q.lane[:1], q.lane[1:2])
	q.rest[0] = q.lane[0]
	q.rest = q.rest[1:]
	q.r = 0
	q.reset()
}
