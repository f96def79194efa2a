package simd_test

import (
	"fmt"
	"testing"

	"ganvas/core/plan"
	"ganvas/core/scalar"
)

func TestMatMul(t *testing.T) {
	for _, m := range []int{1, 2, 3, 4, 5, 7, 8, 9, 18} {
		b := newBench()
		for _, n := range []int{1, 2, 3, 4, 5, 8, 9, 14, 17, 33} {
			for _, k := range []int{1, 3, 4, 5, 8, 17, 19} {
				for variant := range 4 {
					in := plan.Product(m, n, k, plan.View{}, plan.View{}, b.array(m*n))
					in.A, in.B = b.view([]int{m, k}, k, 1), b.view([]int{k, n}, n, 1)
					if variant&1 != 0 {
						in.A = b.view([]int{m, k}, 1, m)
					}
					if variant&2 != 0 {
						in.B = b.view([]int{k, n}, 1, k)
					}
					b.do(fmt.Sprint(m, n, k, variant), in)
				}
			}
		}
		b.check(t)
	}
}

func TestMatMulLarge(t *testing.T) {
	b := newBench()
	for _, s := range [][3]int{{64, 96, 64}, {67, 101, 65}, {66, 130, 70}, {3, 131, 130}} {
		m, n, k := s[0], s[1], s[2]
		for variant := range 4 {
			in := plan.Product(m, n, k, b.view([]int{m, k}, k+1, 1), b.view([]int{k, n}, n+2, 1), b.array(m*n))
			if variant&1 != 0 {
				in.A = b.view([]int{m, k}, 1, m)
			}
			if variant&2 != 0 {
				in.B = b.view([]int{k, n}, 1, k)
			}
			b.do(fmt.Sprint(s, variant), in)
		}
	}
	b.check(t)
}

// TestMatMulCrowded: rows so far apart that operands are copied to panels, with all sorts of rests.
func TestMatMulCrowded(t *testing.T) {
	for _, s := range [][4]int{{36, 32, 64, 128}, {37, 33, 65, 128}, {70, 34, 67, 256}, {39, 61, 130, 64}, {33, 5, 130, 512}, {2, 130, 33, 1024}, {5, 35, 18, 1024}} {
		b := newBench()
		m, n, k, stride := s[0], s[1], s[2], s[3]
		for variant := range 4 {
			in := plan.Product(m, n, k, b.view([]int{m, k}, k, 1), b.view([]int{k, n}, 1, k), b.array(m*n))
			if variant&1 != 0 {
				in.A = b.view([]int{m, k}, 1, stride)
			}
			if variant&2 != 0 {
				in.B = b.view([]int{k, n}, stride, 1)
			}
			in.Epilogue = &plan.Map{Dims: []int{m, n}, In: []plan.View{b.view([]int{m, n}, 1, 0)}, Code: affine}
			b.do(fmt.Sprint(s, variant), in)
		}
		b.check(t)
	}
}

func TestMatMulEpilogue(t *testing.T) {
	for _, m := range []int{1, 2, 4, 7, 8, 13} {
		b := newBench()
		for _, n := range []int{1, 2, 3, 4, 5, 8, 11} {
			for _, k := range []int{1, 8, 19} {
				dims := []int{m, n}
				for i, s := range [][]int{{0, 1}, {1, 0}, {0, 0}, {n, 1}, {1, m}} {
					in := plan.Product(m, n, k, b.view([]int{m, k}, k, 1), b.view([]int{k, n}, n, 1), b.array(m*n))
					for _, c := range []scalar.Code{affine, biasTanh} {
						other := *in
						other.Epilogue = &plan.Map{Dims: dims, In: []plan.View{b.view(dims, s...)}, Code: c}
						b.do(fmt.Sprint(m, n, k, s), &other)
					}
					if i == 3 {
						for _, c := range []scalar.Code{affine, biasTanh} {
							same := *in
							same.Epilogue = &plan.Map{Dims: dims, In: []plan.View{{Offset: in.Out.Offset, Strides: s}}, Code: c}
							b.do(fmt.Sprint("in place ", m, n, k), &same)
						}
					}
				}
			}
		}
		b.check(t)
	}
}
