package simd_test

import (
	"math"
	"slices"

	"ganvas/core/plan"
	"ganvas/core/scalar"
)

// naive runs instructions on an arena as the doc comments of package plan state them, one element after another.
type naive []float32

func (a naive) instr(in plan.Instr) {
	switch in := in.(type) {
	case *plan.Map:
		a.mapping(in)
	case *plan.Reduce:
		a.reduce(in)
	case *plan.MatMul:
		a.matmul(in)
	case *plan.Random:
		a.random(in)
	case *plan.Gather:
		for i := range in.Count {
			row := a.row(in.Index+i, in.Rows)
			if in.Bytes {
				for c := range in.Cols {
					at := row*in.Cols + c
					a[in.Out+i*in.Cols+c] = float32(math.Float32bits(a[in.Table+at/4]) >> (8 * (at % 4)) & 255)
				}
				continue
			}
			copy(a[in.Out+i*in.Cols:][:in.Cols], a[in.Table+row*in.Cols:][:in.Cols])
		}
	case *plan.Scatter:
		clear(a[in.Out:][:in.Rows*in.Cols])
		for i := range in.Count {
			row := a.row(in.Index+i, in.Rows)
			for c := range in.Cols {
				a[in.Out+row*in.Cols+c] += a[in.Src+i*in.Cols+c]
			}
		}
	}
}

func (a naive) row(at, rows int) int {
	x := float64(a[at])
	if x != x {
		x = 0
	}
	return int(max(0, min(x, float64(rows-1))))
}

// index is number i over dims, the last innermost.
func index(dims []int, i int) []int {
	out := make([]int, len(dims))
	for d := len(dims) - 1; d >= 0; d-- {
		out[d], i = i%dims[d], i/dims[d]
	}
	return out
}

func at(v plan.View, index ...int) int {
	o := v.Offset
	for d, i := range index {
		o += i * v.Strides[d]
	}
	return o
}

func (a naive) eval(c scalar.Code, args ...float32) []float32 {
	bits := make([]uint32, len(args))
	for i, x := range args {
		bits[i] = math.Float32bits(x)
	}
	var out []float32
	for _, r := range scalar.Eval(c, bits...) {
		out = append(out, math.Float32frombits(r))
	}
	return out
}

func (a naive) mapping(m *plan.Map) {
	n := 1
	for _, d := range m.Dims {
		n *= d
	}
	for i := range n {
		index := index(m.Dims, i)
		args := make([]float32, len(m.In))
		for k, v := range m.In {
			args[k] = a[at(v, index...)]
		}
		for k, x := range a.eval(m.Code, args...) {
			a[at(m.Out[k], index...)] = x
		}
	}
}

func (a naive) reduce(m *plan.Reduce) {
	start := float32(0)
	combine := func(acc, x float32) float32 { return acc + x }
	if m.Op == plan.Max {
		start = float32(math.Inf(-1))
		combine = func(acc, x float32) float32 {
			if acc < x {
				return x
			}
			return acc
		}
	}
	for o := range m.Dims[0] {
		for i := range m.Dims[2] {
			lane := [4]float32{start, start, start, start}
			for r := range m.Dims[1] {
				args := make([]float32, len(m.In))
				for k, v := range m.In {
					args[k] = a[at(v, o, r, i)]
				}
				l := 0
				if m.Dims[2] == 1 {
					l = r % 4
				}
				lane[l] = combine(lane[l], a.eval(m.Code, args...)[0])
			}
			out := lane[0]
			if m.Dims[2] == 1 {
				out = combine(combine(lane[0], lane[2]), combine(lane[1], lane[3]))
			}
			a[m.Out+o*m.Dims[2]+i] = out
		}
	}
}

func (a naive) matmul(m *plan.MatMul) {
	for i := range m.Rows() {
		row := index(m.M, i)
		for j := range m.N {
			var sum float32
			for k := range m.Steps() {
				step := index(m.K, k)
				product := float32(a[at(m.A, slices.Concat(row, step)...)] * a[at(m.B, append(step, j)...)])
				if k == 0 {
					sum = product
				} else {
					sum += product
				}
			}
			here := append(slices.Clone(row), j)
			if e := m.Epilogue; e != nil {
				args := []float32{sum}
				for _, v := range e.In {
					args = append(args, a[at(v, here...)])
				}
				sum = a.eval(e.Code, args...)[0]
			}
			a[at(m.Out, here...)] = sum
		}
	}
}

func (a naive) random(r *plan.Random) {
	word := func(at int) uint32 { return uint32(a[at]) }
	key := [2]uint32{word(r.Seed) + word(r.Seed+1)<<16, r.Stream}
	for i := range r.Len {
		g, w, l := i/16, i%16/4, i%4
		x := philox(key, [4]uint32{uint32(4*g + l), word(r.Count), word(r.Count + 1), 0})
		a[r.Out+i] = float32(x[w]>>8) / (1 << 24)
	}
}

// philox is Philox4x32-10 as its authors state it.
func philox(key [2]uint32, c [4]uint32) [4]uint32 {
	for range 10 {
		p0, p1 := uint64(c[0])*0xd2511f53, uint64(c[2])*0xcd9e8d57
		c = [4]uint32{uint32(p1>>32) ^ c[1] ^ key[0], uint32(p1), uint32(p0>>32) ^ c[3] ^ key[1], uint32(p0)}
		key[0] += 0x9e3779b9
		key[1] += 0xbb67ae85
	}
	return c
}
