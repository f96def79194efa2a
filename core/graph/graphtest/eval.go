// Package graphtest evaluates graphs in float64, node by node and without any of the compiler's machinery: the oracle that
// gradients and programs are held against.
package graphtest

import (
	"fmt"
	"math"

	"ganvas/core/graph"
	"ganvas/core/random"
)

// Vars are the values of variables by name.
type Vars map[string][]float64

// Eval returns the values of the nodes, given the variables.
func Eval(vars Vars, nodes ...*graph.Node) [][]float64 {
	e := evaluator{vars, map[*graph.Node][]float64{}}
	for _, n := range graph.Sorted(nodes...) {
		e.at[n] = e.eval(n)
	}
	out := make([][]float64, len(nodes))
	for i, n := range nodes {
		out[i] = e.at[n]
	}
	return out
}

type evaluator struct {
	vars Vars
	at   map[*graph.Node][]float64
}

func (e *evaluator) eval(n *graph.Node) []float64 {
	args := n.Args()
	x := make([][]float64, len(args))
	for i, a := range args {
		x[i] = e.at[a]
	}
	out := make([]float64, n.Shape().Len())
	switch op := n.Op().(type) {
	case graph.ConstantOp:
		for i := range out {
			out[i] = float64(op.Values[i])
		}
	case graph.VariableOp:
		v, ok := e.vars[op.Name]
		if !ok || len(v) != len(out) {
			panic(fmt.Sprintf("graphtest: variable %s has %d values, wants %d", op.Name, len(v), len(out)))
		}
		copy(out, v)
	case graph.ElementwiseOp:
		a := make([]float64, len(x))
		for i := range out {
			for k := range x {
				a[k] = x[k][i]
			}
			out[i] = op.Fn.Exact(a...)
		}
	case graph.UniformOp:
		uniform(out, x[0], x[1], random.Stream(op.Stream))
	case graph.StopOp, graph.ReshapeOp:
		copy(out, x[0])
	case graph.MatMulOp:
		matmul(out, x[0], x[1], n, op)
	case graph.GatherOp:
		cols := n.Shape()[1]
		for i, r := range x[1] {
			copy(out[i*cols:(i+1)*cols], x[0][row(r, args[0].Shape()[0])*cols:])
		}
	case graph.ScatterOp:
		cols := n.Shape()[1]
		for i, r := range x[1] {
			at := row(r, n.Shape()[0]) * cols
			for c := range cols {
				out[at+c] += x[0][i*cols+c]
			}
		}
	default:
		e.move(out, x, n)
	}
	return out
}

// move evaluates the operations that send every element of the result to elements of the arguments or the reverse.
func (e *evaluator) move(out []float64, x [][]float64, n *graph.Node) {
	args, shape := n.Args(), n.Shape()
	switch op := n.Op().(type) {
	case graph.BroadcastOp:
		from := args[0].Shape()
		each(shape, func(i int, at []int) {
			src := make([]int, len(from))
			for d := range from {
				src[d] = min(at[len(at)-len(from)+d], from[d]-1)
			}
			out[i] = x[0][flat(from, src)]
		})
	case graph.TransposeOp:
		each(shape, func(i int, at []int) {
			src := make([]int, len(at))
			for d, p := range op.Perm {
				src[p] = at[d]
			}
			out[i] = x[0][flat(args[0].Shape(), src)]
		})
	case graph.SliceOp:
		each(shape, func(i int, at []int) { out[i] = x[0][flat(args[0].Shape(), plus(at, op.Start))] })
	case graph.PadOp:
		each(args[0].Shape(), func(i int, at []int) { out[flat(shape, plus(at, op.Start))] = x[0][i] })
	case graph.ConcatOp:
		start := make([]int, len(shape))
		for k, a := range args {
			each(a.Shape(), func(i int, at []int) { out[flat(shape, plus(at, start))] = x[k][i] })
			start[op.Axis] += a.Shape()[op.Axis]
		}
	case graph.SumOp:
		each(args[0].Shape(), func(i int, at []int) { out[flat(shape, without(at, op.Axes))] += x[0][i] })
	case graph.MaxOp:
		for i := range out {
			out[i] = math.Inf(-1)
		}
		each(args[0].Shape(), func(i int, at []int) {
			j := flat(shape, without(at, op.Axes))
			out[j] = math.Max(out[j], x[0][i])
		})
	default:
		panic(fmt.Sprintf("graphtest: cannot evaluate %v", n))
	}
}

func matmul(out, a, b []float64, n *graph.Node, op graph.MatMulOp) {
	as, bs := n.Args()[0].Shape(), n.Args()[1].Shape()
	k := as[1]
	if op.TransA {
		k = as[0]
	}
	get := func(v []float64, s graph.Shape, transposed bool, i, j int) float64 {
		if transposed {
			i, j = j, i
		}
		return v[i*s[1]+j]
	}
	each(n.Shape(), func(i int, at []int) {
		for l := range k {
			out[i] += get(a, as, op.TransA, at[0], l) * get(b, bs, op.TransB, l, at[1])
		}
	})
}

func uniform(out, seed, count []float64, stream uint32) {
	key := [2]uint32{uint32(seed[0]) + 65536*uint32(seed[1]), stream}
	for i := range out {
		block := uint32(i/16*4 + i%4)
		words := random.Philox(key, [4]uint32{block, uint32(count[0]), uint32(count[1]), 0})
		out[i] = float64(words[i%16/4]>>8) / (1 << 24)
	}
}

func row(r float64, rows int) int { return max(0, min(rows-1, int(r))) }

func each(s graph.Shape, f func(i int, at []int)) {
	at := make([]int, len(s))
	for i := range s.Len() {
		f(i, at)
		for d := len(s) - 1; d >= 0; d-- {
			if at[d]++; at[d] < s[d] {
				break
			}
			at[d] = 0
		}
	}
}

func flat(s graph.Shape, at []int) int {
	i := 0
	for d, n := range s {
		i = i*n + at[d]
	}
	return i
}

func plus(a, b []int) []int {
	out := make([]int, len(a))
	for i := range a {
		out[i] = a[i] + b[i]
	}
	return out
}

func without(at, axes []int) []int {
	var out []int
	for d, i := range at {
		if !contains(axes, d) {
			out = append(out, i)
		}
	}
	return out
}

func contains(axes []int, d int) bool {
	for _, a := range axes {
		if a == d {
			return true
		}
	}
	return false
}
