package graph

import "fmt"

// ConstantOp is an array whose values are known.
type ConstantOp struct{ Values []float32 }

// String names the operation; constants are told apart by their values.
func (ConstantOp) String() string { return "constant" }

func (ConstantOp) back(n, g *Node) []*Node { return nil }

// Scalar returns the constant v of empty shape.
func Scalar(v float32) *Node {
	both := &struct { // in one piece of memory
		Node
		value [1]float32
	}{Node{shape: Shape{}}, [1]float32{v}}
	both.op = ConstantOp{both.value[:]}
	return &both.Node
}

// Const returns a constant array; the values must not be changed afterwards.
func Const(shape Shape, values []float32) *Node {
	if len(values) != shape.Len() {
		panic(&ShapeError{Op: "constant", Shapes: []Shape{shape}, Why: fmt.Sprintf("got %d values", len(values))})
	}
	return &Node{op: ConstantOp{values}, shape: shape}
}

// Iota returns 0, 1, ..., n-1.
func Iota(n int) *Node {
	v := make([]float32, n)
	for i := range v {
		v[i] = float32(i)
	}
	return Const(Shape{n}, v)
}

// VariableOp is a named array that keeps its value between runs.
type VariableOp struct {
	Name string
	// Bytes says that its elements are whole numbers from 0 to 255, kept in a byte each. Only Gather reads such a table.
	Bytes bool
}

// String names the operation and the variable.
func (v VariableOp) String() string { return "variable " + v.Name }

func (VariableOp) back(n, g *Node) []*Node { return nil }

// Variable returns the variable of that name. Two nodes of one name are the same variable and must have the same shape.
func Variable(name string, shape ...int) *Node {
	return leaf(VariableOp{Name: name}, shape)
}

// ByteTable returns the variable of that name whose elements take a byte each: a table of images, say, in a quarter of the memory
// that float32s take. Gather, which alone reads it, gives its elements as float32s from 0 to 255.
func ByteTable(name string, rows, cols int) *Node {
	return leaf(VariableOp{Name: name, Bytes: true}, Shape{rows, cols})
}

// leaf is a node of no arguments.
func leaf(op Op, shape Shape) *Node {
	shape.check(op, nil)
	return &Node{op: op, shape: shape}
}

// refuseBytes panics where an operation would read a table of bytes.
func refuseBytes(op Op, args []*Node) {
	for i, a := range args {
		if v, ok := a.op.(VariableOp); ok && v.Bytes {
			if _, gather := op.(GatherOp); !gather || i > 0 {
				fault(op.String(), "only a gather reads "+v.Name+", a table of bytes", args...)
			}
		}
	}
}

// Key is what random numbers are keyed by beside their stream: two variables, each of shape [2], as plan.Random reads
// them. The seed's halves are whole numbers below 65536, the count's below 2^24.
type Key struct{ Seed, Count *Node }

// Next returns the count that follows k's: the low part plus one, carrying into the high part at 2^24.
func (k Key) Next() *Node {
	lo := Add(Slice(k.Count, []int{0}, []int{1}), Scalar(1))
	hi := Slice(k.Count, []int{1}, []int{2})
	full := Less(Scalar(1<<24-1), lo)
	return Concat(0, Mul(lo, Sub(Scalar(1), full)), Add(hi, full))
}

// UniformOp is an array of random numbers in [0, 1).
type UniformOp struct{ Stream string }

// String names the operation and its stream.
func (u UniformOp) String() string { return "uniform " + u.Stream }

func (UniformOp) back(n, g *Node) []*Node { return nil }

// Uniform returns independent numbers, uniform in [0, 1) in steps of 2^-24: a pure function of the key, the stream's name
// and the element's index. Nodes of equal key, stream and shape are equal.
func Uniform(k Key, stream string, shape ...int) *Node {
	for _, v := range []*Node{k.Seed, k.Count} {
		if !sameShape(v.shape, Shape{2}) {
			fault("uniform", "seed and count have shape [2]", k.Seed, k.Count)
		}
	}
	return newNode(UniformOp{stream}, Shape(shape), k.Seed, k.Count)
}

// Normal returns independent standard normal numbers by the polar angle and radius of Box and Muller, from two uniform
// streams named after this one.
func Normal(k Key, stream string, shape ...int) *Node {
	// 1-u lies in (0, 1], where the logarithm is finite.
	radius := Sqrt(Mul(Scalar(-2), Log(Sub(Scalar(1), Uniform(k, stream+".radius", shape...)))))
	angle := Mul(Scalar(6.2831855), Uniform(k, stream+".angle", shape...))
	return Mul(radius, Cos(angle))
}
