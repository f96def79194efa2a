package graph

import "fmt"

// GatherOp picks rows of a matrix by their numbers.
type GatherOp struct{}

// String names the operation.
func (GatherOp) String() string { return "gather" }

func (GatherOp) back(n, g *Node) []*Node {
	return []*Node{Scatter(g, n.args[1], n.args[0].shape[0]), nil}
}

// ScatterOp adds rows into a matrix of zeros by their numbers.
type ScatterOp struct{}

// String names the operation.
func (ScatterOp) String() string { return "scatter" }

func (ScatterOp) back(n, g *Node) []*Node { return []*Node{Gather(g, n.args[1]), nil} }

// Gather returns the rows of table, a matrix or a ByteTable, that index, a vector of whole numbers, lists. Numbers outside the table are clamped.
func Gather(table, index *Node) *Node {
	if len(table.shape) != 2 || len(index.shape) != 1 {
		fault("gather", "it wants a matrix and a vector of row numbers", table, index)
	}
	shape := Shape{index.shape[0], table.shape[1]}
	return newNode(GatherOp{}, shape, table, index)
}

// Scatter returns a matrix of that many rows in which row index[i] has x's row i added to it, in order: Gather's transpose.
func Scatter(x, index *Node, rows int) *Node {
	if len(x.shape) != 2 || len(index.shape) != 1 || x.shape[0] != index.shape[0] {
		fault("scatter", fmt.Sprintf("it wants a matrix and a row number below %d for each of its rows", rows), x, index)
	}
	return newNode(ScatterOp{}, Shape{rows, x.shape[1]}, x, index)
}
