package simd_test

import (
	"fmt"
	"testing"

	"ganvas/core/plan"
)

func TestReduce(t *testing.T) {
	for _, n := range []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 17, 33} {
		b := newBench()
		for _, outer := range []int{1, 2, 5, 8} {
			for _, inner := range []int{1, 2, 3, 4, 17, 39} {
				dims := [3]int{outer, n, inner}
				for _, op := range []plan.Reduction{plan.Sum, plan.Max} {
					views := []plan.View{b.view(dims[:], dense(dims[:]...)...), b.view(dims[:], 1, outer, outer*n), b.view(dims[:], 0, 0, 1), b.view(dims[:], 1, 0, 0), b.view(dims[:], 0, 0, 0)}
					for i := range views {
						b.do(fmt.Sprint(dims, op, i), &plan.Reduce{Dims: dims, Op: op, In: []plan.View{views[0], views[i]}, Out: b.array(outer * inner), Code: affine})
						b.do(fmt.Sprint(dims, op, i, "plain"), &plan.Reduce{Dims: dims, Op: op, In: []plan.View{views[i]}, Out: b.array(outer * inner), Code: copying})
					}
				}
				if n > 17 && inner > 17 {
					break
				}
			}
		}
		b.check(t)
	}
}
