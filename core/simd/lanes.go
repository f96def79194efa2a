package simd

import (
	"ganvas/core/scalar"
	"ganvas/core/simd/wasm"
)

// lanes translates a scalar.Code for four lanes at a time, instruction by instruction.
//
// A value that is used once stays on the stack; others go to locals, which are given back after their last use.
// Values in fixed were computed before, outside the loop.
type lanes struct {
	w     *writer
	f     *wasm.Func
	code  scalar.Code
	arg   func(i int) // pushes argument i
	fixed map[scalar.Ref]wasm.Local
	uses  []int // still to come, of each value
	temps []temp
}

// temp is the local that holds a value between its uses.
type temp struct {
	local wasm.Local
	set   bool
}

// begin makes ready for pushing each of roots once.
func (l *lanes) begin(roots []scalar.Ref) {
	if l.uses == nil {
		l.uses = make([]int, len(l.code.Instrs))
		l.temps = make([]temp, len(l.code.Instrs))
	}
	clear(l.uses)
	for _, r := range roots {
		l.count(r)
	}
}

// count notes one use of r, and at the first, the uses of what r is computed from.
func (l *lanes) count(r scalar.Ref) {
	l.uses[r]++
	if _, ok := l.fixed[r]; ok || l.uses[r] > 1 {
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
	l.uses[r]--
	if x, ok := l.fixed[r]; ok {
		l.f.Get(x)
		return
	}
	if t := &l.temps[r]; t.set {
		l.f.Get(t.local)
		if l.uses[r] == 0 {
			t.set = false
			l.f.Release(wasm.V128, t.local)
		}
		return
	}
	l.compute(&l.code.Instrs[r])
	if l.uses[r] > 0 {
		x := l.f.Local(wasm.V128)
		l.f.Tee(x)
		l.temps[r] = temp{x, true}
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

// hoist computes the values of the given level that later levels use, once, into fixed, and returns them.
func (l *lanes) hoist(levels []int, level int) []scalar.Ref {
	roots := l.frontier(levels, level)
	l.begin(roots)
	values := make([]wasm.Local, len(roots))
	for k, r := range roots {
		l.push(r)
		values[k] = l.f.Local(wasm.V128)
		l.f.Set(values[k])
	}
	for k, r := range roots {
		l.fixed[r] = values[k]
	}
	return roots
}

// drop forgets hoisted values.
func (l *lanes) drop(refs []scalar.Ref) {
	for _, r := range refs {
		l.f.Release(wasm.V128, l.fixed[r])
		delete(l.fixed, r)
	}
}

// frontier returns the values of a level that are results, or operands of values of higher levels.
func (l *lanes) frontier(levels []int, level int) []scalar.Ref {
	wanted := make([]bool, len(levels))
	var visit func(r scalar.Ref, above int)
	seen := make([]bool, len(levels))
	visit = func(r scalar.Ref, above int) {
		if levels[r] == level && above > level {
			wanted[r] = true
		}
		if seen[r] {
			return
		}
		seen[r] = true
		in := &l.code.Instrs[r]
		for k := range in.Op.Operands() {
			visit(argument(in, k), levels[r])
		}
	}
	for _, r := range l.code.Results {
		visit(r, level+1)
	}
	var out []scalar.Ref
	for r, want := range wanted {
		if want {
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
