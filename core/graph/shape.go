package graph

import (
	"fmt"
	"slices"
	"strconv"
)

// BroadcastOp repeats an array along dimensions where it has length 1, and along new leading ones.
type BroadcastOp struct{}

// String names the operation.
func (BroadcastOp) String() string { return "broadcast" }

func (BroadcastOp) back(n, g *Node) []*Node {
	x := n.args[0]
	lead := len(n.shape) - len(x.shape)
	var axes []int
	for i, d := range n.shape {
		if i < lead || x.shape[i-lead] != d {
			axes = append(axes, i)
		}
	}
	return []*Node{Reshape(Sum(g, axes...), x.shape...)}
}

func broadcastShapes(op string, a, b Shape) Shape {
	if len(b) == 0 || sameShape(a, b) {
		return a
	}
	long, short := a, b
	if len(long) < len(short) {
		long, short = short, long
	}
	out := slices.Clone(long)
	for i, d := range short {
		j := i + len(long) - len(short)
		switch {
		case d == out[j] || d == 1:
		case out[j] == 1:
			out[j] = d
		default:
			panic(&ShapeError{Op: op, Shapes: []Shape{a, b}, Why: "lengths differ and neither is 1"})
		}
	}
	return out
}

// Broadcast repeats x to the given shape, as NumPy does: dimensions are matched from the last, and a length of 1 stretches.
func Broadcast(x *Node, shape Shape) *Node {
	if sameShape(x.shape, shape) {
		return x
	}
	if len(x.shape) > 0 && !sameShape(broadcastShapes("broadcast", x.shape, shape), shape) {
		panic(&ShapeError{Op: "broadcast", Shapes: []Shape{x.shape, shape}, Why: "the first does not stretch to the second"})
	}
	if b, ok := x.op.(BroadcastOp); ok {
		x = b.source(x)
	}
	return newNode(BroadcastOp{}, shape, x)
}

// source returns what a chain of broadcasts starts from.
func (BroadcastOp) source(n *Node) *Node { return n.args[0] }

// ReshapeOp gives the same elements, in the same order, another shape.
type ReshapeOp struct{}

// String names the operation.
func (ReshapeOp) String() string { return "reshape" }

func (ReshapeOp) back(n, g *Node) []*Node { return []*Node{Reshape(g, n.args[0].shape...)} }

// Reshape gives x another shape of as many elements; one length may be -1, which stands for whatever is left.
func Reshape(x *Node, shape ...int) *Node {
	s := Shape(slices.Clone(shape))
	if i := slices.Index(s, -1); i >= 0 {
		s[i] = 1
		if rest := s.Len(); rest > 0 {
			s[i] = x.shape.Len() / rest
		}
	}
	if s.Len() != x.shape.Len() {
		panic(&ShapeError{Op: "reshape", Shapes: []Shape{x.shape, s}, Why: "they have different numbers of elements"})
	}
	if sameShape(x.shape, s) {
		return x
	}
	if _, ok := x.op.(ReshapeOp); ok {
		x = x.args[0]
	}
	return newNode(ReshapeOp{}, s, x)
}

// TransposeOp permutes dimensions: dimension i of the result is dimension Perm[i] of the argument.
type TransposeOp struct{ Perm []int }

// String names the operation and the permutation.
func (t TransposeOp) String() string { return named("transpose", t.Perm) }

func (t TransposeOp) back(n, g *Node) []*Node {
	inverse := make([]int, len(t.Perm))
	for i, p := range t.Perm {
		inverse[p] = i
	}
	return []*Node{Transpose(g, inverse...)}
}

// Transpose permutes dimensions: dimension i of the result is dimension perm[i] of x. Without perm it reverses them.
func Transpose(x *Node, perm ...int) *Node {
	if len(perm) == 0 {
		for i := len(x.shape) - 1; i >= 0; i-- {
			perm = append(perm, i)
		}
	}
	seen, shape := make([]bool, len(x.shape)), make(Shape, len(x.shape))
	if len(perm) != len(x.shape) {
		fault("transpose", fmt.Sprintf("%v is no permutation of its dimensions", perm), x)
	}
	for i, p := range perm {
		if p < 0 || p >= len(seen) || seen[p] {
			fault("transpose", fmt.Sprintf("%v is no permutation of its dimensions", perm), x)
		}
		seen[p], shape[i] = true, x.shape[p]
	}
	return newNode(TransposeOp{perm}, shape, x)
}

// ConcatOp joins arrays along an axis.
type ConcatOp struct{ Axis int }

// String names the operation and the axis.
func (c ConcatOp) String() string { return "concat " + strconv.Itoa(c.Axis) }

func (c ConcatOp) back(n, g *Node) []*Node {
	var out []*Node
	at := 0
	for _, a := range n.args {
		start, end := make([]int, len(n.shape)), slices.Clone(n.shape)
		start[c.Axis], end[c.Axis] = at, at+a.shape[c.Axis]
		at = end[c.Axis]
		out = append(out, Slice(g, start, end))
	}
	return out
}

// Concat joins arrays along an axis, in which alone they may differ.
func Concat(axis int, xs ...*Node) *Node {
	if len(xs) == 0 || axis < 0 || axis >= len(xs[0].shape) {
		fault("concat", fmt.Sprintf("there is no axis %d", axis), xs...)
	}
	shape := slices.Clone(xs[0].shape)
	for _, x := range xs[1:] {
		if len(x.shape) != len(shape) {
			fault("concat", "they have different numbers of dimensions", xs...)
		}
		shape[axis] += x.shape[axis]
	}
	for _, x := range xs {
		for i, d := range x.shape {
			if i != axis && d != shape[i] {
				fault("concat", fmt.Sprintf("they differ in another dimension than %d", axis), xs...)
			}
		}
	}
	if len(xs) == 1 {
		return xs[0]
	}
	return newNode(ConcatOp{axis}, shape, xs...)
}

// SliceOp takes the elements from Start (inclusive) to Start plus the result's shape.
type SliceOp struct{ Start []int }

// String names the operation and where it starts.
func (s SliceOp) String() string { return named("slice", s.Start) }

func (s SliceOp) back(n, g *Node) []*Node { return []*Node{Pad(g, s.Start, n.args[0].shape)} }

// Slice returns the block of x from start (inclusive) to end (exclusive), one number of each for every dimension.
func Slice(x *Node, start, end []int) *Node {
	shape := make(Shape, len(x.shape))
	if len(start) != len(shape) || len(end) != len(shape) {
		fault("slice", "start and end need a number for every dimension", x)
	}
	for i := range shape {
		if start[i] < 0 || end[i] > x.shape[i] || start[i] > end[i] {
			fault("slice", fmt.Sprintf("%v to %v does not lie in it", start, end), x)
		}
		shape[i] = end[i] - start[i]
	}
	if sameShape(shape, x.shape) {
		return x
	}
	return newNode(SliceOp{slices.Clone(start)}, shape, x)
}

// PadOp puts an array into a larger one of zeros, from Start.
type PadOp struct{ Start []int }

// String names the operation and where the array starts.
func (p PadOp) String() string { return named("pad", p.Start) }

func (p PadOp) back(n, g *Node) []*Node {
	end := slices.Clone(p.Start)
	for i, d := range n.args[0].shape {
		end[i] += d
	}
	return []*Node{Slice(g, p.Start, end)}
}

// Pad returns zeros of the given shape with x in them from start: Slice's transpose.
func Pad(x *Node, start []int, shape Shape) *Node {
	if len(start) != len(x.shape) || len(shape) != len(x.shape) {
		fault("pad", "start and shape need a number for every dimension", x)
	}
	for i, d := range x.shape {
		if start[i] < 0 || start[i]+d > shape[i] {
			fault("pad", fmt.Sprintf("it does not fit into %v from %v", shape, start), x)
		}
	}
	if sameShape(shape, x.shape) {
		return x
	}
	return newNode(PadOp{slices.Clone(start)}, shape, x)
}
