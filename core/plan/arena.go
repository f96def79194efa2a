package plan

import (
	"fmt"
	"slices"

	"ganvas/core/graph"
)

// align is the number of float32s that every array's offset is a multiple of: one SIMD vector.
const align = 4

func aligned(n int) int { return (n + align - 1) / align * align }

// arena lays out what persists between runs: slots first, then constants.
type arena struct {
	slots map[string]int // index by name
	list  []Slot
	data  []Data
	size  int
}

// slot returns the index of a variable's slot, adding it where it is new.
func (a *arena) slot(op graph.VariableOp, shape graph.Shape) (int, error) {
	if i, ok := a.slots[op.Name]; ok {
		s := a.list[i]
		if !slices.Equal(s.Shape, shape) {
			return 0, fmt.Errorf("variable %s has shape %v here and %v elsewhere", op.Name, shape, s.Shape)
		}
		if s.Bytes != op.Bytes {
			return 0, fmt.Errorf("variable %s is a table of bytes in one place and of float32s in another", op.Name)
		}
		return i, nil
	}
	a.slots[op.Name] = len(a.list)
	s := Slot{Name: op.Name, Shape: slices.Clone(shape), Len: shape.Len(), Bytes: op.Bytes}
	if s.Bytes {
		s.Len = words(s.Len)
	}
	a.list = append(a.list, s)
	return len(a.list) - 1, nil
}

// reserve gives a variable its slot before any procedure has it.
func (a *arena) reserve(v *graph.Node) error {
	op, ok := v.Op().(graph.VariableOp)
	if !ok {
		return fmt.Errorf("plan: a slot is of a variable, not of %T", v.Op())
	}
	_, err := a.slot(op, v.Shape())
	return err
}

// locate notes in a variable's value where its slot is.
func (a *arena) locate(v *value) (err error) {
	if op, ok := v.op.(graph.VariableOp); ok {
		v.slot, err = a.slot(op, v.shape)
	}
	return err
}

// fix gives the slots their places, once all are known.
func (a *arena) fix() {
	for i := range a.list {
		a.list[i].Offset = a.size
		a.size += aligned(a.list[i].Len)
	}
}

// constant places an array of constants, once for equal arrays, and returns its offset.
func (a *arena) constant(values []float32) int {
	for _, d := range a.data {
		if sameBits(d.Values, values) {
			return d.Offset
		}
	}
	at := a.size
	a.data = append(a.data, Data{at, values})
	a.size += aligned(len(values))
	return at
}
