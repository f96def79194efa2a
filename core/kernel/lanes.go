package kernel

import (
	"ganvas/core/plan"
	"ganvas/core/scalar"
)

// lanes evaluates a code along a loop, a block of consecutive elements at a time.
type lanes struct {
	size  int // elements of the loop
	loop  *scalar.Loop
	given int         // arguments that the caller sets in args; the views' follow
	args  [][]float32 // the block of every argument
	in    []reader
}

// reader brings an argument's elements into a block, or finds that they are one already.
type reader struct {
	strided
	dense, constant bool
	arena           []float32 // from the view's first element
	block           []float32 // nil for a dense view
}

func newLanes(code scalar.Code, given int, dims []int, in []plan.View, arena []float32) *lanes {
	l := &lanes{size: 1, loop: scalar.NewLoop(code), given: given, args: make([][]float32, code.Args)}
	for _, n := range dims {
		l.size *= n
	}
	if l.size == 0 {
		return l
	}
	for _, v := range in {
		r := reader{strided: newStrided(v, dims, arena), arena: arena[v.Offset:]}
		r.dense, r.constant = r.strided.dense(), r.strided.constant()
		if !r.dense {
			r.block = make([]float32, scalar.Block)
		}
		l.in = append(l.in, r)
	}
	return l
}

// begin reads the arguments that do not vary along the loop. It must come before the first block of every run.
func (l *lanes) begin() {
	n := min(l.size, scalar.Block)
	for k := range l.in {
		if r := &l.in[k]; r.constant {
			r.load(scalar.Bits(r.block[:n]), 0)
		}
	}
}

// fetch sets args to elements start to start+n of every argument.
func (l *lanes) fetch(start, n int) {
	for k := range l.in {
		r := &l.in[k]
		switch {
		case r.dense:
			l.args[l.given+k] = r.arena[start:]
		case r.constant:
			l.args[l.given+k] = r.block
		default:
			r.load(scalar.Bits(r.block[:n]), start)
			l.args[l.given+k] = r.block
		}
	}
}

// block computes elements start to start+n, n <= scalar.Block, into out.
func (l *lanes) block(start, n int, out [][]float32) {
	l.fetch(start, n)
	l.loop.Run(n, l.args, out)
}
