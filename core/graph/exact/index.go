package exact

import (
	"math"
	"slices"

	"ganvas/core/graph"
)

// each calls f with every index of a shape, in row-major order, and its number.
func each(shape graph.Shape, f func(index []int, i int)) {
	index := make([]int, len(shape))
	for i := range shape.Len() {
		rest := i
		for d := len(shape) - 1; d >= 0; d-- {
			index[d], rest = rest%shape[d], rest/shape[d]
		}
		f(index, i)
	}
}

// number is the place of an index in an array of this shape.
func number(shape graph.Shape, index []int) int {
	i := 0
	for d, n := range shape {
		i = i*n + index[d]
	}
	return i
}

// move copies an array into a larger one from start.
func move(from, to graph.Shape, start []int, x, out []float64) {
	at := make([]int, len(to))
	each(from, func(index []int, i int) {
		for d := range at {
			at[d] = start[d] + index[d]
		}
		out[number(to, at)] = x[i]
	})
}

// pick computes the operations whose every element is one of the argument's.
func pick(n *graph.Node, x, out []float64) {
	shape := n.Args()[0].Shape()
	at := make([]int, len(shape))
	each(n.Shape(), func(index []int, i int) {
		switch op := n.Op().(type) {
		case graph.BroadcastOp:
			for d := range at {
				at[d] = min(index[d+len(index)-len(at)], shape[d]-1)
			}
		case graph.TransposeOp:
			for d, p := range op.Perm {
				at[p] = index[d]
			}
		case graph.SliceOp:
			for d := range at {
				at[d] = op.Start[d] + index[d]
			}
		default:
			panic("exact: " + n.String())
		}
		out[i] = x[number(shape, at)]
	})
}

func reduce(n *graph.Node, x, out []float64) {
	var axes []int
	combine := func(a, b float64) float64 { return a + b }
	switch op := n.Op().(type) {
	case graph.SumOp:
		axes = op.Axes
	case graph.MaxOp:
		axes, combine = op.Axes, math.Max
		for i := range out {
			out[i] = math.Inf(-1)
		}
	}
	each(n.Args()[0].Shape(), func(index []int, i int) {
		var kept []int
		for d, v := range index {
			if !slices.Contains(axes, d) {
				kept = append(kept, v)
			}
		}
		o := number(n.Shape(), kept)
		out[o] = combine(out[o], x[i])
	})
}

// windows calls f for every element of windows [n, i, j, k, l, c] that lies in the array, with its number and that of the array's
// element: row stride*i + dilation*k - pad, and column likewise.
func windows(w graph.Window, shape, array graph.Shape, f func(window, array int)) {
	each(shape, func(at []int, i int) {
		row := w.Stride[0]*at[1] + w.Dilation[0]*at[3] - w.Pad[0]
		col := w.Stride[1]*at[2] + w.Dilation[1]*at[4] - w.Pad[1]
		if row >= 0 && row < array[1] && col >= 0 && col < array[2] {
			f(i, number(array, []int{at[0], row, col, at[5]}))
		}
	})
}
