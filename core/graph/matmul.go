package graph

import "fmt"

// MatMulOp is the matrix product of two matrices, each transposed first where its flag says so.
type MatMulOp struct{ TransA, TransB bool }

// String names the operation and its transposes.
func (m MatMulOp) String() string {
	name := "matmul"
	if m.TransA {
		name += " Aᵀ"
	}
	if m.TransB {
		name += " Bᵀ"
	}
	return name
}

func (m MatMulOp) back(n, g *Node) []*Node {
	a, b := n.args[0], n.args[1]
	var da, db *Node
	if m.TransA {
		da = MatMul(b, g, m.TransB, true)
	} else {
		da = MatMul(g, b, false, !m.TransB)
	}
	if m.TransB {
		db = MatMul(g, a, true, m.TransA)
	} else {
		db = MatMul(a, g, !m.TransA, false)
	}
	return []*Node{da, db}
}

// MatMul returns the product of two matrices, each transposed first where its flag says so.
func MatMul(a, b *Node, transA, transB bool) *Node {
	op := MatMulOp{transA, transB}
	if len(a.shape) != 2 || len(b.shape) != 2 {
		fault(op.String(), "both must be matrices", a, b)
	}
	m, k := turn(a.shape, transA)
	k2, n := turn(b.shape, transB)
	if k != k2 {
		fault(op.String(), fmt.Sprintf("the inner lengths are %d and %d", k, k2), a, b)
	}
	if k == 1 {
		// An outer product is element-wise, and fuses.
		return Mul(Broadcast(Reshape(a, m, 1), Shape{m, n}), Broadcast(Reshape(b, 1, n), Shape{m, n}))
	}
	return newNode(op, Shape{m, n}, a, b)
}

func turn(s Shape, transposed bool) (rows, cols int) {
	if transposed {
		return s[1], s[0]
	}
	return s[0], s[1]
}
