package simd

import (
	"ganvas/core/scalar"
	"ganvas/core/simd/wasm"
)

// lanes translates a scalar.Code for four lanes at a time, instruction by instruction.
//
// A value that is used once stays on the stack; others go to locals, which are given back after their last use.
type lanes struct {
	w    *writer
	f    *wasm.Func
	code scalar.Code
	arg  func(i int) // pushes argument i
	at   []laneValue // by the values' numbers
}

// laneValue is what is known of a value while the code is written.
type laneValue struct {
	uses  int        // still to come
	local wasm.Local // what holds it,
	fixed bool       // as it was computed before, outside the loop,
	set   bool       // or between its uses
}

func newLanes(w *writer, f *wasm.Func, code scalar.Code) *lanes {
	return &lanes{w: w, f: f, code: code, at: make([]laneValue, len(code.Instrs))}
}

// begin makes ready for pushing each of roots once.
func (l *lanes) begin(roots []scalar.Ref) {
	for i := range l.at {
		l.at[i].uses = 0
	}
	for _, r := range roots {
		l.count(r)
	}
}

// count notes one use of r, and at the first, the uses of what r is computed from.
func (l *lanes) count(r scalar.Ref) {
	v := &l.at[r]
	v.uses++
	if v.fixed || v.uses > 1 {
		return
	}
	in := &l.code.Instrs[r]
	for k := range in.Op.Operands() {
		l.count(argument(in, k))
	}
}

// argument returns operand k of in.
func argument(in *scalar.Instr, k int) scalar.Ref { return [...]scalar.Ref{in.A, in.B, in.C}[k] }

// push pushes value r.
func (l *lanes) push(r scalar.Ref) {
	v := &l.at[r]
	v.uses--
	if v.fixed {
		l.f.Get(v.local)
		return
	}
	if v.set {
		l.f.Get(v.local)
		if v.uses == 0 {
			v.set = false
			l.f.Release(wasm.V128, v.local)
		}
		return
	}
	l.compute(&l.code.Instrs[r])
	if v.uses > 0 {
		v.local, v.set = l.f.Local(wasm.V128), true
		l.f.Tee(v.local)
	}
}

// results pushes each result and calls store after it; where there are several, all are computed before the first is
// stored, because outputs may lie where inputs do.
func (l *lanes) results(address func(k int), store func(k int)) {
	roots := l.code.Results
	l.begin(roots)
	if len(roots) == 1 {
		address(0)
		l.push(roots[0])
		store(0)
		return
	}
	values := make([]wasm.Local, len(roots))
	for k, r := range roots {
		l.push(r)
		values[k] = l.f.Local(wasm.V128)
		l.f.Set(values[k])
	}
	for k, x := range values {
		address(k)
		l.f.Get(x)
		store(k)
	}
	l.f.Release(wasm.V128, values...)
}

// hoist computes the values of the given level that later levels use, once, into locals, and returns them.
func (l *lanes) hoist(levels []int, level int) []scalar.Ref {
	roots := l.frontier(levels, level)
	if len(roots) == 0 {
		return nil
	}
	l.begin(roots)
	values := make([]wasm.Local, len(roots))
	for k, r := range roots {
		l.push(r)
		values[k] = l.f.Local(wasm.V128)
		l.f.Set(values[k])
	}
	for k, r := range roots {
		l.at[r].local, l.at[r].fixed = values[k], true
	}
	return roots
}

// drop forgets hoisted values.
func (l *lanes) drop(refs []scalar.Ref) {
	for _, r := range refs {
		l.f.Release(wasm.V128, l.at[r].local)
		l.at[r].fixed = false
	}
}

// frontier returns the values of a level that are results, or operands of values of higher levels.
func (l *lanes) frontier(levels []int, level int) []scalar.Ref {
	type mark struct{ needed, wanted bool }
	marks := make([]mark, len(levels))
	for _, r := range l.code.Results {
		marks[r] = mark{true, levels[r] == level}
	}
	wanted := 0
	for i := len(levels) - 1; i >= 0; i-- { // readers before what they read
		if !marks[i].needed {
			continue
		}
		if marks[i].wanted {
			wanted++
		}
		in := &l.code.Instrs[i]
		for k := range in.Op.Operands() {
			m := &marks[argument(in, k)]
			m.needed = true
			m.wanted = m.wanted || levels[argument(in, k)] == level && levels[i] > level
		}
	}
	if wanted == 0 {
		return nil
	}
	out := make([]scalar.Ref, 0, wanted)
	for r := range marks {
		if marks[r].wanted {
			out = append(out, scalar.Ref(r))
		}
	}
	return out
}

// levelsOf returns the level of every value of c: a constant's is 0, an argument's is given, any other's is the
// greatest of its operands.
func levelsOf(c scalar.Code, arg func(i int) int) []int {
	levels := make([]int, len(c.Instrs))
	for i := range c.Instrs {
		in := &c.Instrs[i]
		if in.Op == scalar.Arg {
			levels[i] = arg(int(in.Imm))
		}
		for k := range in.Op.Operands() {
			levels[i] = max(levels[i], levels[argument(in, k)])
		}
	}
	return levels
}

// direct is the instruction of SIMD128 for each operation that is just one, on operands in order.
var direct = [...]wasm.Op{
	scalar.Add: wasm.F32x4Add, scalar.Sub: wasm.F32x4Sub, scalar.Mul: wasm.F32x4Mul, scalar.Div: wasm.F32x4Div,
	scalar.Min: wasm.F32x4Pmin, scalar.Max: wasm.F32x4Pmax, scalar.Neg: wasm.F32x4Neg, scalar.Abs: wasm.F32x4Abs,
	scalar.Sqrt: wasm.F32x4Sqrt, scalar.Floor: wasm.F32x4Floor,
	scalar.Lt: wasm.F32x4Lt, scalar.Le: wasm.F32x4Le, scalar.Eq: wasm.F32x4Eq,
	scalar.And: wasm.V128And, scalar.Or: wasm.V128Or, scalar.Xor: wasm.V128Xor, scalar.AndNot: wasm.V128AndNot,
	scalar.IAdd: wasm.I32x4Add, scalar.ISub: wasm.I32x4Sub,
	scalar.Shl: wasm.I32x4Shl, scalar.Shr: wasm.I32x4ShrU, scalar.Sar: wasm.I32x4ShrS,
	scalar.ToInt: wasm.I32x4TruncSatF32x4S, scalar.ToFloat: wasm.F32x4ConvertI32x4S,
}

// compute pushes the value of one instruction.
func (l *lanes) compute(in *scalar.Instr) {
	switch in.Op {
	case scalar.Arg:
		l.arg(int(in.Imm))
	case scalar.Const:
		l.w.constant(l.f, in.Imm)
	case scalar.Select:
		l.push(in.B)
		l.push(in.C)
		l.push(in.A)
		l.f.Op(wasm.V128Bitselect)
	default:
		for k := range in.Op.Operands() {
			l.push(argument(in, k))
		}
		if in.Op == scalar.Shl || in.Op == scalar.Shr || in.Op == scalar.Sar {
			l.f.Int(int(in.Imm))
		}
		l.f.Op(direct[in.Op])
	}
}
