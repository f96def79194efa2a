// Package exact computes graphs in float64, one node after another: the oracle of tests for what graphs mean.
//
// It takes no part in training, and shares nothing with the compiler; formulas of the step-through take their numbers from it (core/stepping). Every
// operation is written here a second time, as its
// definition says, with indices counted out.
package exact

import (
	"fmt"

	"ganvas/core/graph"
)

// Env gives the values of leaves: variables by "variable NAME", random numbers by "uniform STREAM".
type Env map[string][]float64

// Eval returns the values of the nodes, row-major. It panics where env lacks a leaf or gives one of another length.
func (env Env) Eval(nodes ...*graph.Node) [][]float64 {
	at := map[*graph.Node][]float64{}
	for _, n := range graph.Sorted(nodes...) {
		args := make([][]float64, len(n.Args()))
		for i, a := range n.Args() {
			args[i] = at[a]
		}
		at[n] = env.node(n, args)
	}
	out := make([][]float64, len(nodes))
	for i, n := range nodes {
		out[i] = at[n]
	}
	return out
}

// Scalar returns the value of a node of one element.
func (env Env) Scalar(n *graph.Node) float64 { return env.Eval(n)[0][0] }

func (env Env) node(n *graph.Node, x [][]float64) []float64 {
	out := make([]float64, n.Shape().Len())
	switch op := n.Op().(type) {
	case graph.ConstantOp:
		for i, v := range op.Values {
			out[i] = float64(v)
		}
	case graph.VariableOp, graph.UniformOp:
		v, ok := env[op.String()]
		if !ok || len(v) != len(out) {
			panic(fmt.Sprintf("exact: %v has %d values, not %d", n, len(v), len(out)))
		}
		copy(out, v)
	case graph.StopOp, graph.ReshapeOp:
		copy(out, x[0])
	case graph.ElementwiseOp:
		elementwise(op, x, out)
	case graph.SumOp, graph.MaxOp:
		reduce(n, x[0], out)
	case graph.MatMulOp:
		matmul(n, op, x[0], x[1], out)
	case graph.GatherOp:
		cols := n.Shape()[1]
		for i := range n.Shape()[0] {
			copy(out[i*cols:(i+1)*cols], x[0][row(x[1][i], n.Args()[0].Shape()[0])*cols:])
		}
	case graph.ScatterOp:
		cols := n.Shape()[1]
		for i := range n.Args()[0].Shape()[0] {
			for c := range cols {
				out[row(x[1][i], n.Shape()[0])*cols+c] += x[0][i*cols+c]
			}
		}
	case graph.UnfoldOp:
		windows(op.Window, n.Shape(), n.Args()[0].Shape(), func(window, array int) { out[window] = x[0][array] })
	case graph.FoldOp:
		windows(op.Window, n.Args()[0].Shape(), n.Shape(), func(window, array int) { out[array] += x[0][window] })
	case graph.ConcatOp:
		start := make([]int, len(n.Shape()))
		for k, a := range n.Args() {
			move(a.Shape(), n.Shape(), start, x[k], out)
			start[op.Axis] += a.Shape()[op.Axis]
		}
	case graph.PadOp:
		move(n.Args()[0].Shape(), n.Shape(), op.Start, x[0], out)
	default:
		pick(n, x[0], out)
	}
	return out
}

func elementwise(op graph.ElementwiseOp, x [][]float64, out []float64) {
	args := make([]float64, len(x))
	for i := range out {
		for k := range x {
			args[k] = x[k][i]
		}
		out[i] = op.Fn.Exact(args...)
	}
}

func matmul(n *graph.Node, op graph.MatMulOp, a, b, out []float64) {
	rows, cols := n.Shape()[0], n.Shape()[1]
	inner := len(a) / rows
	for i := range rows {
		for j := range cols {
			for k := range inner {
				p, q := i*inner+k, k*cols+j
				if op.TransA {
					p = k*rows + i
				}
				if op.TransB {
					q = j*inner + k
				}
				out[i*cols+j] += a[p] * b[q]
			}
		}
	}
}

// row reads a row number as Gather does: towards zero, and clamped.
func row(x float64, rows int) int { return max(0, min(int(x), rows-1)) }
