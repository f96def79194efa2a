package plan

import (
	"slices"

	"ganvas/core/graph"
)

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
