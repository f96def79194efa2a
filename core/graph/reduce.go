package graph

import (
	"fmt"
	"slices"
)

// SumOp adds along axes, which it removes.
type SumOp struct{ Axes []int }

// String names the operation and the axes.
func (s SumOp) String() string { return named("sum", s.Axes) }

func (s SumOp) back(n, g *Node) []*Node { return []*Node{keep(g, n.args[0].shape, s.Axes)} }

// MaxOp takes the greatest along axes, which it removes.
type MaxOp struct{ Axes []int }

// String names the operation and the axes.
func (m MaxOp) String() string { return named("max", m.Axes) }

// Elements that share the maximum share its gradient.
func (m MaxOp) back(n, g *Node) []*Node {
	x := n.args[0]
	top := Equal(x, keep(n, x.shape, m.Axes))
	share := Div(g, Sum(top, m.Axes...))
	return []*Node{Mul(top, keep(share, x.shape, m.Axes))}
}

// keep stretches a reduced array back over the axes that were removed from shape.
func keep(reduced *Node, shape Shape, axes []int) *Node {
	s := slices.Clone(shape)
	for _, a := range axes {
		s[a] = 1
	}
	return Broadcast(Reshape(reduced, s...), shape)
}

// reduceShape returns the sorted axes, all of them where none is given, and the shape without them.
func reduceShape(op string, x *Node, axes []int) ([]int, Shape) {
	removed := make([]bool, len(x.shape))
	for _, a := range axes {
		if a < 0 || a >= len(removed) || removed[a] {
			fault(op, fmt.Sprintf("%v are not axes of it", slices.Clone(axes)), x) // so that axes itself need not outlive the call
		}
		removed[a] = true
	}
	sorted, shape := make([]int, 0, len(removed)), make(Shape, 0, len(removed))
	for i, d := range x.shape {
		if removed[i] || len(axes) == 0 {
			sorted = append(sorted, i)
		} else {
			shape = append(shape, d)
		}
	}
	return sorted, shape
}

// Sum adds along the given axes and removes them; without axes, along all.
func Sum(x *Node, axes ...int) *Node {
	axes, shape := reduceShape("sum", x, axes)
	if shape.Len() == x.shape.Len() {
		return Reshape(x, shape...)
	}
	return newNode(SumOp{axes}, shape, x)
}

// Mean is Sum divided by the number of elements that were added.
func Mean(x *Node, axes ...int) *Node {
	s := Sum(x, axes...)
	n := x.shape.Len() / max(1, s.shape.Len())
	return Mul(s, Scalar(1/float32(n)))
}

// MaxOver takes the greatest along the given axes and removes them; without axes, along all.
func MaxOver(x *Node, axes ...int) *Node {
	axes, shape := reduceShape("max", x, axes)
	if shape.Len() == x.shape.Len() {
		return Reshape(x, shape...)
	}
	return newNode(MaxOp{axes}, shape, x)
}
