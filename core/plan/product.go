package plan

import (
	"slices"

	"ganvas/core/graph"
)

// windowsOf returns what a product can read in place of its first factor a, a matrix that a reshape shows of a copy: the array of more
// dimensions that was copied, if they are either rows or columns of the matrix. It returns nil where there is no such array.
func windowsOf(a *value) *value {
	if _, ok := a.op.(graph.ReshapeOp); !ok || len(a.shape) != 2 {
		return nil
	}
	c := a.args[0]
	if e := c.elementwise(); e == nil || e.Fn != copyFn {
		return nil
	}
	x := c.args[0]
	if _, ok := splitAt(x.shape, a.shape[0]); !ok || x.acc.base.uniform() {
		return nil
	}
	for d, n := range x.shape {
		if n > 1 && x.acc.strides[d] == 0 {
			return nil
		}
	}
	return x
}

// splitAt returns how many of the first dimensions have n indices together.
func splitAt(shape graph.Shape, n int) (dims int, ok bool) {
	rows := 1
	for d, k := range shape {
		if rows == n {
			return d, true
		}
		rows *= k
	}
	return len(shape), rows == n
}

// factor is a product's operand as it walks it: dimensions and strides of its rows and its columns.
type factor struct {
	at                     int
	rows, columns          []int
	rowStrides, colStrides []int
}

// factorOf is an operand, a matrix of so many rows, transposed where turned.
func factorOf(in operand, rows int, turned bool) factor {
	k, _ := splitAt(in.shape, rows)
	f := factor{in.base.offset + in.offset, in.shape[:k], in.shape[k:], in.strides[:k], in.strides[k:]}
	if turned {
		f.rows, f.columns, f.rowStrides, f.colStrides = f.columns, f.rows, f.colStrides, f.rowStrides
	}
	return f
}

// productInstr is the product of a unit, whose epilogue walks it by its shape.
func productInstr(u *unit, op graph.MatMulOp) Instr {
	k := len(u.shape) - 1
	n := u.shape[k]
	a, b := u.left(op), factorOf(u.ins[1], u.shape[k], op.TransB)
	if !op.TransB {
		b = factorOf(u.ins[1], length(a.columns), false)
	}
	p := &loops{n: n, m: u.shape[:k], k: a.columns, a: a.at, b: b.at, out: u.outs[0].offset, bN: one(b.colStrides)}
	along := func(strides []int) []int { return strides }
	if p.aM = reshaped(a.rows, a.rowStrides, p.m); p.aM == nil {
		// The unit's shape has one dimension where the factor's rows have several.
		p.m, p.aM = a.rows, a.rowStrides
		along = func(strides []int) []int { return reshaped(u.shape[:k], strides, a.rows) }
	}
	p.outM = along(u.outs[0].acc.strides[:k])
	p.aK, p.bK = a.colStrides, reshaped(b.rows, b.rowStrides, a.columns)
	for _, in := range u.epilogueIns() {
		p.in = append(p.in, View{in.base.offset + in.offset, append(slices.Clone(along(in.strides[:k])), in.strides[k])})
	}
	return p.instr(u)
}

// left is the first factor of a product.
func (u *unit) left(op graph.MatMulOp) factor {
	rows := length(u.shape[:len(u.shape)-1])
	if op.TransA {
		rows = u.ins[0].shape.Len() / max(rows, 1)
	}
	return factorOf(u.ins[0], rows, op.TransA)
}

// one is the only stride of a dimension, 0 where there is none.
func one(strides []int) int {
	if len(strides) == 0 {
		return 0
	}
	return strides[0]
}

// epilogueIns are the operands that only the epilogue reads.
func (u *unit) epilogueIns() []operand {
	if u.epilogue == 0 {
		return nil
	}
	return u.ins[u.epilogue:]
}

// loops is a MatMul whose dimensions are not collapsed yet.
type loops struct {
	m, k      []int
	n         int
	a, b, out int // offsets
	aM, aK    []int
	bK        []int
	bN        int
	outM      []int
	in        []View // along m and n
}

// instr collapses the dimensions.
func (p *loops) instr(u *unit) Instr {
	strides := [][]int{p.aM, p.outM}
	for _, v := range p.in {
		strides = append(strides, v.Strides[:len(p.m)])
	}
	m, along := Loop(p.m, strides, 0)
	k, steps := Loop(p.k, [][]int{p.aK, p.bK}, 0)
	out := &MatMul{M: m, N: p.n, K: k,
		A:   View{p.a, slices.Concat(along[0], steps[0])},
		B:   View{p.b, append(steps[1], p.bN)},
		Out: View{p.out, append(along[1], 1)},
	}
	if u.epilogue > 0 {
		out.Epilogue = &Map{Dims: append(slices.Clone(m), p.n), Code: u.code}
		for i, v := range p.in {
			out.Epilogue.In = append(out.Epilogue.In, View{v.Offset, append(along[2+i], v.Strides[len(p.m)])})
		}
	}
	return out
}
