// Package nn is what players are made of: parameters by name, layers, nonlinearities and initialisers.
//
// A layer is a value with fields and a call that adds nodes to the graph. Activations are row-major, one sample a row:
// [batch, features], or [batch, H, W, C] for images. A Stack is any chain of Layers, each of which says
// beforehand what it makes of a sample's shape and what that takes; a Network is one as players have it, with activations, normalisation and
// what looks at classes and minibatches; an MLP is a Network of fully connected layers alone.
package nn

import (
	"ganvas/core/graph"
	"ganvas/core/random"
)

// Fill writes a variable's first values, drawing from a stream that is named after the variable.
type Fill func(r *random.Source, values []float32)

// Variable is a variable of the graph and where its values start.
type Variable struct {
	Name string      // the slot's name, "g/0/weight"
	Path string      // the name within its scope, which also names the stream of its first values
	Node *graph.Node // of the variable's shape
	Fill Fill
}

// Scope hands out variables by path, in the order of their first use: the parameters of a network, or the states of an
// optimiser. Asking for a path again gives the same node.
type Scope struct {
	prefix string
	vars   []Variable
	index  map[string]int
}

// NewScope returns an empty scope. Its variables' names are prefix/path.
func NewScope(prefix string) *Scope { return &Scope{prefix: prefix, index: map[string]int{}} }

// Variable returns the variable at a path, new with these first values and this shape where there is none yet.
func (s *Scope) Variable(path string, fill Fill, shape ...int) *graph.Node {
	if i, ok := s.index[path]; ok {
		n := s.vars[i].Node
		if !sameShape(n.Shape(), shape) {
			panic(&graph.ShapeError{Path: s.prefix + "/" + path, Op: "variable", Shapes: []graph.Shape{n.Shape(), shape}, Why: "it has the first shape already"})
		}
		return n
	}
	name := s.Name(path)
	n := graph.Variable(name, shape...)
	s.index[path] = len(s.vars)
	s.vars = append(s.vars, Variable{Name: name, Path: path, Node: n, Fill: fill})
	return n
}

// Name is the name of the variable at a path.
func (s *Scope) Name(path string) string { return s.prefix + "/" + path }

// Variables lists what the scope has handed out. It must not be changed.
func (s *Scope) Variables() []Variable { return s.vars }

// Nodes lists the variables' nodes.
func (s *Scope) Nodes() []*graph.Node {
	out := make([]*graph.Node, len(s.vars))
	for i, v := range s.vars {
		out[i] = v.Node
	}
	return out
}

// Constant fills with one number.
func Constant(x float32) Fill {
	return func(_ *random.Source, values []float32) {
		for i := range values {
			values[i] = x
		}
	}
}

func sameShape(a, b graph.Shape) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
