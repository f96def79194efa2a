package plan

import (
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
	b.uses = users(b)
	for _, g := range groups(b) {
		b.units = append(b.units, loopOf(b, g))
	}
	for _, v := range b.values {
		if v.elementwise() != nil || v.isView() {
			continue
		}
		switch v.op.(type) {
		case graph.ConstantOp, graph.VariableOp:
			continue
		}
		u := &unit{op: v.op, outs: []*value{v}, shape: v.shape}
		for _, a := range v.args {
			u.ins = append(u.ins, operand{a.acc, a.shape})
		}
		if axes, _ := reductionOf(v.op); axes != nil {
			u.shape = v.args[0].shape
			u.code = identity()
		}
		v.unit = u
		b.units = append(b.units, u)
	}
}

func identity() scalar.Code {
	b := scalar.NewBuilder(1)
	return b.Code(b.Arg(0))
}

// users maps every value to the values that have it as an argument.
func users(b *body) map[*value][]*value {
	m := map[*value][]*value{}
	for _, v := range b.values {
		for _, a := range v.args {
			m[a] = append(m[a], v)
		}
	}
	return m
}

// loopOf writes the code of a group.
func loopOf(b *body, group []*value) *unit {
	u := &unit{shape: group[0].shape}
	in := map[*value]bool{}
	for _, v := range group {
		in[v] = true
		v.unit = u
	}
	// Arguments first: their number has to be known before the code is begun.
	arg := map[*value]int{}
	for _, v := range group {
		for _, a := range v.args {
			if _, known := arg[a]; known || in[a] || a.stray() {
				continue
			}
			arg[a] = u.operand(a)
		}
	}
	code := scalar.NewBuilder(len(u.ins))
	ref := map[*value]scalar.Ref{}
	get := func(a *value) scalar.Ref {
		if r, ok := ref[a]; ok {
			return r
		}
		if x, ok := a.splat(); ok {
			return code.Const(x)
		}
		return code.Arg(arg[a])
	}
	for _, v := range group {
		args := make([]scalar.Ref, len(v.args))
		for i, a := range v.args {
			args[i] = get(a)
		}
		ref[v] = v.elementwise().Fn.Write(code, args)
	}
	var results []scalar.Ref
	for _, v := range group {
		if b.escapes(v, in) {
			u.outs = append(u.outs, v)
			results = append(results, ref[v])
		}
	}
	u.code = code.Code(results...)
	return u
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

// escapes says whether a value is wanted outside its group: by an update or by another value.
func (b *body) escapes(v *value, group map[*value]bool) bool {
	for _, u := range b.updates {
		if u.value == v {
			return true
		}
	}
	for _, w := range b.uses[v] {
		if !group[w] {
			return true
		}
	}
	return false
}
