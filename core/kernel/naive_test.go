package kernel_test

import (
	"math"
	"slices"

	"ganvas/core/plan"
	"ganvas/core/random"
	"ganvas/core/scalar"
)

// naive is a machine that does what the comments of plan's instructions say, one element at a time.
type naive struct {
	p *plan.Program
	m []float32
}

func newNaive(p *plan.Program) (plan.Machine, error) {
	n := &naive{p, make([]float32, p.Size)}
	for _, d := range p.Data {
		copy(n.m[d.Offset:], d.Values)
	}
	return n, nil
}

func (n *naive) Write(slot int, src []float32) { copy(n.m[n.p.Slots[slot].Offset:], src) }
func (n *naive) Read(slot int, dst []float32)  { copy(dst, n.m[n.p.Slots[slot].Offset:]) }
func (n *naive) Close() error                  { return nil }

func (n *naive) Run(entry, times int) error {
	for range times {
		for _, call := range n.p.Entries[entry].Calls {
			for _, in := range n.p.Procedures[call].Code {
				n.instr(in)
			}
		}
	}
	return nil
}

func (n *naive) instr(in plan.Instr) {
	switch in := in.(type) {
	case *plan.Map:
		each(in.Dims, func(index []int) { n.element(in, index) })
	case *plan.Reduce:
		for o := range in.Dims[0] {
			for i := range in.Dims[2] {
				n.m[in.Out+o*in.Dims[2]+i] = n.reduce(in, o, i)
			}
		}
	case *plan.MatMul:
		n.matmul(in)
	case *plan.Random:
		for i := range in.Len {
			g, w, l := i/16, i%16/4, i%4
			key := [2]uint32{uint32(n.m[in.Seed]) + 65536*uint32(n.m[in.Seed+1]), in.Stream}
			block := random.Philox(key, [4]uint32{uint32(4*g + l), uint32(n.m[in.Count]), uint32(n.m[in.Count+1]), 0})
			n.m[in.Out+i] = float32(float64(block[w]>>8) / (1 << 24))
		}
	case *plan.Gather:
		for i := range in.Count {
			for c := range in.Cols {
				from := clamped(n.m[in.Index+i], in.Rows)*in.Cols + c
				if in.Bytes {
					word := math.Float32bits(n.m[in.Table+from/4])
					n.m[in.Out+i*in.Cols+c] = float32([4]byte{byte(word), byte(word >> 8), byte(word >> 16), byte(word >> 24)}[from%4])
					continue
				}
				n.m[in.Out+i*in.Cols+c] = n.m[in.Table+from]
			}
		}
	case *plan.Scatter:
		for i := range in.Rows * in.Cols {
			n.m[in.Out+i] = 0
		}
		for i := range in.Count {
			for c := range in.Cols {
				n.m[in.Out+clamped(n.m[in.Index+i], in.Rows)*in.Cols+c] += n.m[in.Src+i*in.Cols+c]
			}
		}
	}
}

// each calls f for every index over dims, the last innermost.
func each(dims []int, f func(index []int)) {
	if len(dims) == 0 {
		f(nil)
		return
	}
	for i := range dims[0] {
		each(dims[1:], func(rest []int) { f(append([]int{i}, rest...)) })
	}
}

// at is the place of an element.
func at(v plan.View, index []int) int {
	place := v.Offset
	for d, i := range index {
		place += i * v.Strides[d]
	}
	return place
}

func (n *naive) eval(code scalar.Code, in []plan.View, index []int, first ...float32) []uint32 {
	var args []uint32
	for _, x := range first {
		args = append(args, math.Float32bits(x))
	}
	for _, v := range in {
		args = append(args, math.Float32bits(n.m[at(v, index)]))
	}
	return scalar.Eval(code, args...)
}

func (n *naive) element(in *plan.Map, index []int) {
	for k, bits := range n.eval(in.Code, in.In, index) {
		n.m[at(in.Out[k], index)] = math.Float32frombits(bits)
	}
}

func (n *naive) reduce(in *plan.Reduce, o, i int) float32 {
	x := func(r int) float32 { return math.Float32frombits(n.eval(in.Code, in.In, []int{o, r, i})[0]) }
	start, op := float32(0), scalar.Add
	if in.Op == plan.Max {
		start, op = float32(math.Inf(-1)), scalar.Max
	}
	both := func(a, b float32) float32 {
		return math.Float32frombits(scalar.Apply(op, 0, math.Float32bits(a), math.Float32bits(b), 0))
	}
	if in.Dims[2] > 1 {
		acc := start
		for r := range in.Dims[1] {
			acc = both(acc, x(r))
		}
		return acc
	}
	lane := [4]float32{start, start, start, start}
	for l := range lane {
		for r := l; r < in.Dims[1]; r += 4 {
			lane[l] = both(lane[l], x(r))
		}
	}
	return both(both(lane[0], lane[2]), both(lane[1], lane[3]))
}

func (n *naive) matmul(in *plan.MatMul) {
	each(append(slices.Clone(in.M), in.N), func(index []int) {
		row, c := index[:len(in.M)], index[len(in.M)]
		var sum float32
		first := true
		each(in.K, func(k []int) {
			product := n.m[at(in.A, slices.Concat(row, k))] * n.m[at(in.B, append(slices.Clone(k), c))]
			if first {
				sum, first = product, false
			} else {
				sum += float32(product)
			}
		})
		if e := in.Epilogue; e != nil {
			sum = math.Float32frombits(n.eval(e.Code, e.In, index, sum)[0])
		}
		n.m[at(in.Out, index)] = sum
	})
}

func clamped(x float32, rows int) int {
	if x != x {
		return 0
	}
	return int(math.Trunc(min(max(float64(x), 0), float64(rows-1))))
}
