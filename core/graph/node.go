// Package graph holds array programs that are not yet computed: float32 arrays of static shape as nodes of a graph.
//
// A node is an operation applied to other nodes; building one computes nothing. Grad adds nodes that compute a derivative, so a
// derivative is differentiated like anything else, to any order. Package plan turns a graph into a program that
// a machine runs.
//
// Conventions: arrays are row-major; a scalar has the empty shape. Element-wise functions of several arguments broadcast as NumPy
// does. Every operation has its home in one file, with its shape rule in the function that makes it and its gradient in its
// method back. A shape that does not fit panics with a *ShapeError, which Build turns into an error.
package graph

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Shape is the length of each dimension, the slowest first. It must not be changed after it was given to a node.
type Shape []int

// Len returns the number of elements.
func (s Shape) Len() int {
	n := 1
	for _, d := range s {
		n *= d
	}
	return n
}

// maxLength bounds the elements of an array, so that no length, offset or stride overflows.
const maxLength = 1 << 40

// check panics where a dimension is negative or the elements are too many.
func (s Shape) check(op Op, args []*Node) {
	n := 1
	for _, d := range s {
		if d < 0 || d > 0 && n > maxLength/d {
			shape := slices.Clone(s) // so that s itself need not outlive the call
			fault(op.String(), fmt.Sprintf("the result would have the shape %v, of more than %d elements, or of a negative length", shape, maxLength), args...)
		}
		n *= d
	}
}

// String prints the shape as [2 3].
func (s Shape) String() string { return fmt.Sprint([]int(s)) }

// Op is an operation with its attributes; its concrete type says which.
type Op interface {
	// String is the operation's name and attributes, which tell it from every other operation.
	String() string
	// back returns, for a node n of this operation and the gradient g of some scalar by n, that scalar's gradient by each
	// of n's arguments; nil stands for zero.
	back(n, g *Node) []*Node
}

// named is an operation's name with numbers behind it, as in "sum [0 1]": what fmt would write, in a fraction of the time.
func named(name string, numbers []int) string {
	b := append([]byte(name), " ["...)
	for i, n := range numbers {
		if i > 0 {
			b = append(b, ' ')
		}
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return string(append(b, ']'))
}

// Node is one array, not yet computed.
type Node struct {
	op    Op
	shape Shape
	args  []*Node
	place int
}

// Place is where the node stands in what Sorted has returned last of all that have it: passes keep what they find out about nodes in
// slices by it. So a graph is for one goroutine at a time.
func (n *Node) Place() int { return n.place }

// in says whether the node is one of nodes, which hold it at its place or not at all.
func (n *Node) in(nodes []*Node) bool { return n.place < len(nodes) && nodes[n.place] == n }

// newNode returns a node of some arguments, in one piece of memory where they are few.
func newNode(op Op, shape Shape, args ...*Node) *Node {
	refuseBytes(op, args)
	shape.check(op, args)
	if len(args) > 2 {
		return &Node{op: op, shape: shape, args: slices.Clone(args)}
	}
	both := &struct {
		Node
		room [2]*Node
	}{Node: Node{op: op, shape: shape}}
	both.args = append(both.room[:0], args...)
	return &both.Node
}

// Op returns the operation that computes the node.
func (n *Node) Op() Op { return n.op }

// Shape returns the node's shape, which must not be changed.
func (n *Node) Shape() Shape { return n.shape }

// Args returns the operation's arguments, which must not be changed.
func (n *Node) Args() []*Node { return n.args }

// String prints the operation, its arguments' shapes and the result's.
func (n *Node) String() string {
	parts := make([]string, len(n.args))
	for i, a := range n.args {
		parts[i] = a.shape.String()
	}
	return fmt.Sprintf("%v(%s) %v", n.op, strings.Join(parts, ", "), n.shape)
}

// ShapeError says that an operation cannot take arguments of these shapes.
type ShapeError struct {
	Path   string // the layer that was being built, such as "d/layer2", or empty
	Op     string
	Shapes []Shape
	Why    string
}

// Error says which operation, where, which shapes, and what it wants.
func (e *ShapeError) Error() string {
	at := ""
	if e.Path != "" {
		at = e.Path + ": "
	}
	return fmt.Sprintf("%s%s of shapes %v: %s", at, e.Op, e.Shapes, e.Why)
}

func fault(op string, why string, args ...*Node) {
	shapes := make([]Shape, len(args))
	for i, a := range args {
		shapes[i] = a.shape
	}
	panic(&ShapeError{Op: op, Shapes: shapes, Why: why})
}

// Build runs f, which builds nodes, and returns the *ShapeError that it panicked with, if it did.
func Build(f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(*ShapeError)
			if !ok {
				panic(r)
			}
			err = e
		}
	}()
	f()
	return nil
}

// Within, deferred while a layer is being built, prefixes the path of a ShapeError that passes with the layer's name.
func Within(name string) {
	r := recover()
	if r == nil {
		return
	}
	if e, ok := r.(*ShapeError); ok {
		e.Path = strings.TrimSuffix(name+"/"+e.Path, "/")
	}
	panic(r)
}

// Update stores a value in a variable when its procedure ends.
type Update struct{ Var, Value *Node }

// Procedure is a named set of updates. All values are computed from the variables as they are when it starts.
type Procedure struct {
	Name    string
	Updates []Update
}

// sameShape says whether two shapes are equal.
func sameShape(a, b Shape) bool { return slices.Equal(a, b) }
