// Package anatomy is what a network makes of one sample, stage by stage and number by number: where each stage's numbers lie, and which numbers
// of the stage before, times which weights, have made one of them.
//
// It computes no network: a machine does, with a pass that lets itself be watched (Watch). A stage's numbers are row-major, as a sample lies.
package anatomy

import "ganvas/core/graph"

// Part is an array among others that lie one after another.
type Part struct {
	At    int // its first number
	Shape []int
}

// Len is how many numbers the part has.
func (p Part) Len() int {
	if p.Shape == nil {
		return 0
	}
	return graph.Shape(p.Shape).Len()
}

// In is the part of all numbers.
func (p Part) In(all []float32) []float32 { return all[p.At : p.At+p.Len()] }

// Index are the coordinates of element i of an array of this shape.
func Index(shape []int, i int) []int {
	out := make([]int, len(shape))
	for d := len(shape) - 1; d >= 0; d-- {
		out[d] = i % shape[d]
		i /= shape[d]
	}
	return out
}

// At is the element of an array of this shape that has these coordinates.
func At(shape []int, index ...int) (i int) {
	for d, n := range shape {
		i = i*n + index[d]
	}
	return i
}
