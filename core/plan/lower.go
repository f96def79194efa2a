package plan

import (
	"slices"

	"ganvas/core/graph"
	"ganvas/core/scalar"
)

// unit computes one or more values that own memory: a loop, a product, a reduction, ...
type unit struct {
	op   graph.Op // what it computes, for anything but a loop
	outs []*value
	ins  []operand
	// A loop: its shape and the code from ins to outs. For a Reduce the code is what it adds up; for a product its Epilogue,
	// whose argument 0 is the product.
	shape graph.Shape
	code  scalar.Code
	// A product's epilogue reads ins from here on; 0 for none.
	epilogue int

	gone   bool // another unit does its work; set by absorb
	sorted bool // it stands where it runs; used by order
	final  bool // what it computes is stored, and nobody but such units reads it; set by order
	index  int  // where it stands; set by place

	// Room that most units have enough of, so that one takes one piece of memory.
	room struct {
		outs [1]*value
		ins  [2]operand
	}
}

// newUnit returns a unit that has neither outs nor ins yet.
func newUnit(op graph.Op, shape graph.Shape) *unit {
	u := &unit{op: op, shape: shape}
	u.outs, u.ins = u.room.outs[:0], u.room.ins[:0]
	return u
}

// operand is an array as a unit reads it: along the dimensions of the unit's shape for a loop, along its own otherwise.
type operand struct {
	access
	shape graph.Shape
}

// loop says whether the unit is an element-wise loop.
func (u *unit) loop() bool { return u.op == nil }

// lower makes units of the values that own memory.
func lower(b *body) {
	noteUses(b)
	for _, g := range groups(b) {
		b.units = append(b.units, loopOf(g))
	}
	for _, v := range b.values {
		if v.alone() {
			b.units = append(b.units, unitOf(v))
		}
	}
}

// alone says whether the value has a unit of its own: it is not given, not computed in a loop, and shows no other's memory.
func (v *value) alone() bool {
	switch v.op.(type) {
	case graph.ElementwiseOp, graph.ConstantOp, graph.VariableOp:
		return false
	}
	return !v.isView()
}

// unitOf is the unit of a value that is alone.
func unitOf(v *value) *unit {
	u := newUnit(v.op, v.shape)
	u.outs = append(u.outs, v)
	for _, a := range v.args {
		u.ins = append(u.ins, operand{a.acc, a.shape})
	}
	if axes, _ := reductionOf(v.op); axes != nil {
		u.shape = v.args[0].shape
		u.code = identity()
	}
	v.unit = u
	return u
}

func identity() scalar.Code {
	b := scalar.NewBuilder(1)
	return b.Code(b.Arg(0))
}

// noteUses notes in every value what has it as an argument, and whether an update stores it.
func noteUses(b *body) {
	all := 0
	for _, v := range b.values {
		for _, a := range v.args {
			a.readers++
			all++
		}
	}
	room := make([]*value, all)
	for _, v := range b.values {
		for _, a := range v.args {
			if a.uses == nil {
				a.uses, room = carve(room, a.readers)
				a.uses = a.uses[:0]
			}
			a.uses = append(a.uses, v)
		}
	}
	for _, u := range b.updates {
		u.value.stored = true
	}
}

// loopOf writes the code of a group.
func loopOf(group []*value) *unit {
	u := newUnit(nil, group[0].shape)
	for _, v := range group {
		v.unit = u
	}
	// Arguments first: their number has to be known before the code is begun.
	for _, v := range group {
		for _, a := range v.args {
			if a.unit != u && !a.uniform() {
				u.operand(a)
			}
		}
	}
	code := scalar.NewBuilder(len(u.ins))
	args := make([]scalar.Ref, 0, 4) // as many as any function has
	for _, v := range group {
		args = args[:0]
		for _, a := range v.args {
			args = append(args, u.refTo(a, code))
		}
		v.ref = v.elementwise().Fn.Write(code, args)
	}
	var results []scalar.Ref
	for _, v := range group {
		if v.escapes() {
			u.outs = append(u.outs, v)
			results = append(results, v.ref)
		}
	}
	u.code = code.Code(results...)
	return u
}

// refTo is an argument in the code of the loop: what the loop computes, a number, or one of its operands.
func (u *unit) refTo(a *value, code *scalar.Builder) scalar.Ref {
	if a.unit == u {
		return a.ref
	}
	if x, ok := a.splat(); ok {
		return code.Const(x)
	}
	return code.Arg(u.operand(a))
}

// operand returns the number of the operand by which the loop reads a, which it adds where there is none yet.
func (u *unit) operand(a *value) int {
	for i, o := range u.ins {
		if o.base == a.acc.base && o.offset == a.acc.offset && equalInts(o.strides, a.acc.strides) {
			return i
		}
	}
	u.ins = append(u.ins, operand{a.acc, a.shape})
	return len(u.ins) - 1
}

// escapes says whether a value is wanted outside its loop: by an update or by another value.
func (v *value) escapes() bool {
	return v.stored || slices.ContainsFunc(v.uses, func(w *value) bool { return w.unit != v.unit })
}
