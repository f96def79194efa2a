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
	if _, ok := splitAt(x.shape, a.shape[0]); !ok || x.acc.base.stray() {
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

// phaseInstrs are the products of a foldedProduct, one for each phase.
func phaseInstrs(u *unit, op foldedProduct) []Instr {
	var code []Instr
	h, w := u.shape[1], u.shape[2]
	for i := range min(op.Stride[0], h) {
		for j := range min(op.Stride[1], w) {
			code = append(code, phaseInstr(u, op, [2]int{i, j}, [2]phase{op.phase(0, i, h), op.phase(1, j, w)}))
		}
	}
	return code
}

// phaseInstr is the product of one phase: rests are where its elements begin, along H and W.
func phaseInstr(u *unit, op foldedProduct, rests [2]int, phases [2]phase) Instr {
	pixels, kernels, to := u.ins[0], u.ins[1], u.outs[0].acc.strides
	images, inner, n := u.shape[0], pixels.shape[3], u.shape[3]
	// The kernels' strides along their places, their outputs and their inputs.
	out, in := kernels.strides[0], kernels.strides[1]
	if !op.turned {
		out, in = in, out
	}
	place := n * out
	p := &loops{n: n, m: []int{images, phases[0].length, phases[1].length}, k: []int{phases[0].taps, phases[1].taps, inner}, bN: out,
		a: pixels.base.offset + pixels.offset, b: kernels.base.offset + kernels.offset, out: u.outs[0].offset,
		aM: pixels.strides[:3], aK: []int{0, 0, pixels.strides[3]},
		bK:   []int{phases[0].every * op.Kernel[1] * place, phases[1].every * place, in},
		outM: []int{to[0], op.Stride[0] * to[1], op.Stride[1] * to[2]},
	}
	width := [2]int{op.Kernel[1], 1} // places from one tap to the next along each dimension
	for d, ph := range phases {
		p.a += (ph.first + op.before[d]) * pixels.strides[1+d]
		p.aK[d] = -ph.back * pixels.strides[1+d]
		p.b += ph.tap * width[d] * place
		p.out += rests[d] * to[1+d]
	}
	for _, e := range u.epilogueIns() {
		v := View{e.base.offset + e.offset, slices.Clone(e.strides)}
		for d := range 2 {
			v.Offset += rests[d] * v.Strides[1+d]
			v.Strides[1+d] *= op.Stride[d]
		}
		p.in = append(p.in, v)
	}
	return p.instr(u)
}

// foldInstrs add windows up one place of the kernel after another.
func foldInstrs(u *unit, op graph.FoldOp) []Instr {
	in, out := u.ins[0], u.outs[0]
	code := []Instr{zeros(out)}
	for k := range op.Kernel[0] {
		for l := range op.Kernel[1] {
			if m := foldPlace(in, out, op, [2]int{k, l}); m != nil {
				code = append(code, m)
			}
		}
	}
	return code
}

// foldPlace adds what one place of the kernel has in all windows, or is nil where all of it falls into the pad.
func foldPlace(in operand, out *value, op graph.FoldOp, place [2]int) Instr {
	from, to := in.base.offset+in.offset, out.offset
	dims := []int{in.shape[0], 0, 0, in.shape[5]}
	source, target := []int{in.strides[0], 0, 0, in.strides[5]}, slices.Clone(out.acc.strides)
	for d := range 2 {
		stride, shift := op.Stride[d], place[d]*op.Dilation[d]-op.Pad[d]
		first := max(0, (stride-1-shift)/stride) // the first window whose place lies in the array,
		end := min(in.shape[1+d], (out.shape[1+d]-1-shift)/stride+1)
		if out.shape[1+d]-1-shift < 0 || first >= end {
			return nil
		}
		dims[1+d], source[1+d] = end-first, in.strides[1+d]
		from += first*in.strides[1+d] + place[d]*in.strides[3+d]
		to += (first*stride + shift) * target[1+d]
		target[1+d] *= stride
	}
	dims, s := Loop(dims, [][]int{source, target}, 1)
	sum := View{to, s[1]}
	return &Map{Dims: dims, In: []View{sum, {from, s[0]}}, Out: []View{sum}, Code: sumCode()}
}
