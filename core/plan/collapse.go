package plan

import (
	"slices"

	"ganvas/core/graph"
)

func equalInts(a, b []int) bool { return slices.Equal(a, b) }

// Collapse merges neighbouring dimensions that every operand walks with one stride, and drops those of length 1. It returns the
// dimensions that are left, none for a single element, and each operand's strides along them.
func Collapse(shape []int, strides [][]int) (dims []int, out [][]int) {
	// All that comes out lies in one piece of memory, with room for one dimension where none is left.
	length := max(1, len(shape))
	room := make([]int, length*(1+len(strides)))
	out = make([][]int, len(strides))
	dims = room[:0:length]
	for i := range out {
		room = room[length:]
		out[i] = room[:0:length]
	}
	for d, n := range shape {
		if n == 1 {
			continue
		}
		if len(dims) > 0 && follows(strides, out, d, n) {
			dims[len(dims)-1] *= n
			for i := range out {
				out[i][len(dims)-1] = strides[i][d]
			}
			continue
		}
		dims = append(dims, n)
		for i := range out {
			out[i] = append(out[i], strides[i][d])
		}
	}
	return dims, out
}

// Loop is Collapse for a loop, which has a dimension even where there is one element: then of length 1, which all operands walk with
// the given stride.
func Loop(shape []int, strides [][]int, stride int) (dims []int, out [][]int) {
	dims, out = Collapse(shape, strides)
	if len(dims) == 0 {
		dims = append(dims, 1)
		for i := range out {
			out[i] = append(out[i], stride)
		}
	}
	return dims, out
}

// follows says whether dimension d, of length n, continues the last of the merged ones for every operand.
func follows(strides, merged [][]int, d, n int) bool {
	for i := range strides {
		if last := merged[i][len(merged[i])-1]; last != strides[i][d]*n {
			return false
		}
	}
	return true
}

// threefold collapses a reduction's loop into [outer, reduced, inner], with three strides for each operand, if that is possible.
func threefold(shape graph.Shape, axes []int, ins []operand) (dims [3]int, strides [][]int, ok bool) {
	// Cut the shape into what lies before the axes, the axes, and what lies behind.
	first, last := axes[0], axes[len(axes)-1]+1
	strides = make([][]int, len(ins))
	room, part := make([]int, 3*len(ins)), make([][]int, len(ins))
	for k := range ins {
		strides[k], room = carve(room, 3)
	}
	for i, cut := range [3][2]int{{0, first}, {first, last}, {last, len(shape)}} {
		for k, in := range ins {
			part[k] = in.strides[cut[0]:cut[1]]
		}
		d, s := Loop(shape[cut[0]:cut[1]], part, 0)
		if len(d) > 1 {
			return dims, nil, false
		}
		dims[i] = d[0]
		for k := range ins {
			strides[k][i] = s[k][0]
		}
	}
	return dims, strides, true
}
