package plan

import (
	"fmt"

	"ganvas/core/graph"
	"ganvas/core/random"
	"ganvas/core/scalar"
)

func isVariable(v *value) bool {
	_, ok := v.op.(graph.VariableOp)
	return ok
}

// constantValues returns the values of a constant that needs an array, or nil.
func constantValues(v *value) []float32 {
	if c, ok := v.op.(graph.ConstantOp); ok && len(c.Values) > 1 {
		return c.Values
	}
	return nil
}

// emit writes the units as instructions, and behind them copies of the values that could not be computed in their slots.
func emit(b *body) {
	for _, u := range b.units {
		b.code = appendInstrs(b.code, u)
	}
	for _, u := range b.updates {
		if u.direct {
			continue
		}
		slot := b.arena.list[u.slot]
		b.code = append(b.code, &Map{
			Dims: []int{slot.Len},
			In:   []View{{u.value.offset, []int{1}}},
			Out:  []View{{slot.Offset, []int{1}}},
			Code: identity(),
		})
	}
}

// appendInstrs appends the instructions of a unit.
func appendInstrs(code []Instr, u *unit) []Instr {
	if u.loop() {
		return append(code, loopInstr(u))
	}
	out := u.outs[0]
	at := func(i int) int { return u.ins[i].base.offset + u.ins[i].offset }
	switch op := u.op.(type) {
	case graph.SumOp:
		return append(code, reduceInstr(u, Sum, op.Axes))
	case graph.MaxOp:
		return append(code, reduceInstr(u, Max, op.Axes))
	case graph.MatMulOp:
		return append(code, productInstr(u, op))
	case foldedProduct:
		return append(code, phaseInstrs(u, op)...)
	case graph.FoldOp:
		return append(code, foldInstrs(u, op)...)
	case graph.UniformOp:
		return append(code, &Random{Out: out.offset, Len: out.shape.Len(), Seed: at(0), Count: at(1), Stream: random.Stream(op.Stream)})
	case graph.GatherOp:
		table, index := u.ins[0].shape, u.ins[1].shape
		from, _ := u.ins[0].base.op.(graph.VariableOp)
		return append(code, &Gather{Bytes: from.Bytes, Table: at(0), Rows: table[0], Cols: table[1], Index: at(1), Count: index[0], Out: out.offset})
	case graph.ScatterOp:
		return append(code, &Scatter{Src: at(0), Count: u.ins[0].shape[0], Index: at(1), Out: out.offset, Rows: out.shape[0], Cols: out.shape[1]})
	case graph.ConcatOp:
		return append(code, joinInstrs(u, op.Axis)...)
	case graph.PadOp:
		return append(code, zeros(out), copyInstr(u.ins[0], out, op.Start))
	}
	panic(fmt.Sprintf("plan: no instruction for %v", u.op))
}

// zeros fills an array.
func zeros(v *value) Instr {
	b := scalar.NewBuilder(0)
	return &Map{Dims: []int{v.shape.Len()}, Out: []View{{v.offset, []int{1}}}, Code: b.Code(b.Const(0))}
}

// sumCode adds two numbers.
func sumCode() scalar.Code {
	b := scalar.NewBuilder(2)
	return b.Code(b.Do(scalar.Add, b.Arg(0), b.Arg(1)))
}

func loopInstr(u *unit) Instr {
	strides := make([][]int, 0, len(u.ins)+1)
	for _, in := range u.ins {
		strides = append(strides, in.strides)
	}
	dims, s := Loop(u.shape, append(strides, u.outs[0].acc.strides), 1)
	m := &Map{Dims: dims, Code: u.code, In: make([]View, 0, len(u.ins)), Out: make([]View, 0, len(u.outs))}
	for i, in := range u.ins {
		m.In = append(m.In, View{in.base.offset + in.offset, s[i]})
	}
	for _, v := range u.outs {
		m.Out = append(m.Out, View{v.offset, s[len(u.ins)]})
	}
	return m
}

func reduceInstr(u *unit, op Reduction, axes []int) Instr {
	dims, strides, ok := threefold(u.shape, axes, u.ins)
	if !ok {
		panic("plan: a reduction's operand was not copied")
	}
	r := &Reduce{Dims: dims, Op: op, Out: u.outs[0].offset, Code: u.code, In: make([]View, 0, len(u.ins))}
	for i, in := range u.ins {
		r.In = append(r.In, View{in.base.offset + in.offset, strides[i]})
	}
	return r
}

// joinInstrs copies a Concat's arguments to their places one after another.
func joinInstrs(u *unit, axis int) []Instr {
	var code []Instr
	start := make([]int, len(u.shape))
	for _, in := range u.ins {
		code = append(code, copyInstr(in, u.outs[0], start))
		start[axis] += in.shape[axis]
	}
	return code
}

// copyInstr copies an operand into the block of out that begins at start.
func copyInstr(in operand, out *value, start []int) Instr {
	to := out.acc.strides
	offset := out.offset
	for i, s := range start {
		offset += s * to[i]
	}
	dims, s := Loop(in.shape, [][]int{in.strides, to}, 1)
	m := &Map{Dims: dims, In: []View{{in.base.offset + in.offset, s[0]}}, Out: []View{{offset, s[1]}}, Code: identity()}
	if x, ok := in.base.splat(); ok {
		b := scalar.NewBuilder(0)
		m.In, m.Code = nil, b.Code(b.Const(x))
	}
	return m
}

// shift moves the temporaries of a procedure's code to where they begin.
func shift(code []Instr, to int) {
	move := func(at *int) {
		if *at >= tempBase {
			*at += to - tempBase
		}
	}
	views := func(vs []View) {
		for i := range vs {
			move(&vs[i].Offset)
		}
	}
	for _, in := range code {
		switch in := in.(type) {
		case *Map:
			views(in.In)
			views(in.Out)
		case *Reduce:
			views(in.In)
			move(&in.Out)
		case *MatMul:
			move(&in.A.Offset)
			move(&in.B.Offset)
			move(&in.Out.Offset)
			if in.Epilogue != nil {
				views(in.Epilogue.In)
			}
		case *Random:
			move(&in.Out)
			move(&in.Seed)
			move(&in.Count)
		case *Gather:
			move(&in.Table)
			move(&in.Index)
			move(&in.Out)
		case *Scatter:
			move(&in.Src)
			move(&in.Index)
			move(&in.Out)
		}
	}
}
