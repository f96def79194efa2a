package simd_test

import (
	"fmt"
	"math"
	"testing"

	"ganvas/core/plan"
	"ganvas/core/scalar"
)

func TestMapOps(t *testing.T) {
	b := newBench()
	special := b.set(0, float32(math.Copysign(0, -1)), 1, -1, 0.5, -0.5, 1.5, -2.5, float32(math.Inf(1)), float32(math.Inf(-1)),
		float32(math.NaN()), math.MaxFloat32, 1e-45, -1e-40, 3e9, -3e9, 2147483648, 8388609.5, 1e9)
	n := 19
	for op := scalar.Add; op <= scalar.ToFloat; op++ {
		for shift := range n {
			args := op.Operands()
			m := &plan.Map{Dims: []int{n}, Code: code(args, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref {
				if op == scalar.Shl || op == scalar.Shr || op == scalar.Sar {
					return []scalar.Ref{b.Shift(op, a[0], shift)}
				}
				return []scalar.Ref{b.Do(op, a...)}
			})}
			table := b.array(2 * n)
			copy(b.arena[table:], b.arena[special:special+n])
			copy(b.arena[table+n:], b.arena[special:special+n])
			for k := range args {
				m.In = append(m.In, plan.View{Offset: table + k*shift%n, Strides: []int{1}})
			}
			m.Out = []plan.View{b.view(m.Dims, 1)}
			b.do(fmt.Sprint(op, shift), m)
		}
	}
	b.check(t)
}

func TestMapFunctions(t *testing.T) {
	b := newBench()
	for _, fn := range scalar.All {
		n := 55
		m := &plan.Map{Dims: []int{n}, Out: []plan.View{b.view([]int{n}, 1)}}
		for range fn.Arity {
			m.In = append(m.In, b.view([]int{n}, 1))
		}
		m.Code = code(fn.Arity, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref { return []scalar.Ref{fn.Write(b, a)} })
		b.do(fn.Name, m)
	}
	b.check(t)
}

func TestMapSizes(t *testing.T) {
	for _, n := range append(sizes, 0) {
		b := newBench()
		for _, c := range []scalar.Code{copying, affine, twins, tanh} {
			for s := range 3 {
				dims := []int{n}
				m := &plan.Map{Dims: dims, Code: c}
				for k := range c.Args {
					m.In = append(m.In, b.view(dims, (s+k)%3))
				}
				for range c.Results {
					m.Out = append(m.Out, b.view(dims, 1+s%2))
				}
				b.do(fmt.Sprintf("n=%d stride %d", n, s), m)
				inPlace := *m
				inPlace.Out = nil
				for k := range c.Results {
					inPlace.In = append([]plan.View(nil), m.In...)
					inPlace.In[k] = m.Out[k]
					inPlace.Out = append(inPlace.Out, m.Out[k])
				}
				b.do(fmt.Sprintf("in place n=%d stride %d", n, s), &inPlace)
			}
		}
		b.check(t)
	}
}

func TestMapViews(t *testing.T) {
	for _, rows := range []int{1, 2, 3, 5, 8} {
		b := newBench()
		for _, cols := range []int{1, 2, 3, 4, 5, 7, 8, 17, 40} {
			dims := []int{rows, cols}
			views := [][]int{{cols, 1}, {0, 1}, {1, 0}, {0, 0}, {1, rows}, {2 * cols, 2}, {cols + 3, 1}}
			for i := range views {
				for j := range views {
					for _, out := range [][]int{{cols, 1}, {cols + 1, 1}, {2 * cols, 2}, {1, rows}} {
						if (i+j)%3 != 0 && out[1] != 1 {
							continue
						}
						b.do(fmt.Sprintf("%v %v %v %v", dims, views[i], views[j], out), &plan.Map{
							Dims: dims, Code: affine, In: []plan.View{b.view(dims, views[i]...), b.view(dims, views[j]...)},
							Out: []plan.View{b.view(dims, out...)},
						})
					}
				}
			}
		}
		b.check(t)
	}
}

func TestMapDims(t *testing.T) {
	b := newBench()
	for range 300 {
		dims := make([]int, 1+b.rng.IntN(4))
		for d := range dims {
			dims[d] = 1 + b.rng.IntN(6)
		}
		var views []plan.View
		for k := range 4 {
			s := make([]int, len(dims))
			place := 1
			for _, d := range b.rng.Perm(len(dims)) {
				s[d] = place
				place *= dims[d]
				if k < 2 && b.rng.IntN(3) == 0 {
					s[d] = 0
				}
			}
			views = append(views, b.view(dims, s...))
		}
		b.do(fmt.Sprint(dims), &plan.Map{Dims: dims, Code: twins, In: views[:2], Out: views[2:]})
	}
	b.check(t)
}
