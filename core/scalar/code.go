// Package scalar is the arithmetic of one 32-bit lane: straight-line code over the operations that WebAssembly's SIMD128
// has, and the element-wise functions (exp, log, tanh, ...) written in it.
//
// Every element-wise function of Ganvas is defined here once, as code. The reference machine interprets that code, the
// SIMD writer translates it instruction by instruction, and both therefore give the same bits. Nothing here knows about
// arrays: a Code maps the lanes of its arguments to the lanes of its results.
//
// A lane is 32 bits: a float32, an int32, or a mask (all ones or all zeros). Float operations round once, to nearest
// even; none is fused with another.
package scalar

import (
	"fmt"
	"math"
	"strings"
)

// Op is one operation on 32-bit lanes.
type Op uint8

// The operations. Each is one SIMD128 instruction, or very nearly so.
const (
	Arg   Op = iota // argument number Imm
	Const           // the lane whose bits are Imm

	Add  // a + b
	Sub  // a - b
	Mul  // a * b
	Div  // a / b
	Min  // b < a ? b : a, the order of SIMD128's pmin
	Max  // a < b ? b : a, the order of SIMD128's pmax
	Neg  // a with its sign bit flipped
	Abs  // a with its sign bit cleared
	Sqrt // correctly rounded square root
	// Floor rounds to the integer at or below.
	Floor

	Lt // mask: a < b
	Le // mask: a <= b
	Eq // mask: a == b
	// Select is (b and a) or (c and not a), bit by bit: where the mask a is set, b, elsewhere c.
	Select

	And    // bits of a and b
	Or     // bits of a or b
	Xor    // bits of a xor b
	AndNot // bits of a and not b

	IAdd    // a + b on int32, wrapping
	ISub    // a - b on int32, wrapping
	Shl     // a << Imm
	Shr     // a >> Imm, unsigned
	Sar     // a >> Imm, keeping the sign
	ToInt   // float32 to int32, towards zero, saturating, NaN to 0
	ToFloat // int32 to float32
)

var opNames = [...]string{
	Arg: "arg", Const: "const", Add: "add", Sub: "sub", Mul: "mul", Div: "div", Min: "min", Max: "max", Neg: "neg",
	Abs: "abs", Sqrt: "sqrt", Floor: "floor", Lt: "lt", Le: "le", Eq: "eq", Select: "select", And: "and", Or: "or",
	Xor: "xor", AndNot: "andnot", IAdd: "iadd", ISub: "isub", Shl: "shl", Shr: "shr", Sar: "sar", ToInt: "toint",
	ToFloat: "tofloat",
}

// String returns the operation's name as listings print it.
func (o Op) String() string { return opNames[o] }

// Operands returns how many of an instruction's operands A, B and C the operation reads.
func (o Op) Operands() int {
	switch o {
	case Arg, Const:
		return 0
	case Neg, Abs, Sqrt, Floor, Shl, Shr, Sar, ToInt, ToFloat:
		return 1
	case Select:
		return 3
	}
	return 2
}

// Ref names a value in a Code: the index of the instruction that computes it.
type Ref int32

// Instr is one instruction. Operands refer to earlier instructions of the same Code.
type Instr struct {
	Op      Op
	A, B, C Ref
	Imm     uint32
}

// Code is straight-line code: instruction i defines value i, and Results lists the values it returns.
// The zero Code returns nothing.
type Code struct {
	Args    int // number of arguments
	Instrs  []Instr
	Results []Ref
}

// String lists the code, one instruction a line.
func (c Code) String() string {
	var s strings.Builder
	for i, in := range c.Instrs {
		fmt.Fprintf(&s, "%%%d = %s\n", i, in)
	}
	fmt.Fprintf(&s, "return %v\n", c.Results)
	return s.String()
}

// String prints the instruction without the value that it defines.
func (in Instr) String() string {
	s := in.Op.String()
	for k, r := range [...]Ref{in.A, in.B, in.C} {
		if k < in.Op.Operands() {
			s += fmt.Sprintf(" %%%d", r)
		}
	}
	switch in.Op {
	case Const:
		s += fmt.Sprintf(" %v", math.Float32frombits(in.Imm))
	case Arg, Shl, Shr, Sar:
		s += fmt.Sprintf(" %d", in.Imm)
	}
	return s
}

// Builder writes a Code. Equal instructions are written once.
type Builder struct {
	code  Code
	table []int32 // of long codes, by hash: 1 and the instruction's number, or 0; its length is a power of two, at least twice theirs
}

// short is how many instructions are looked through one by one for an equal one.
const short = 12

// NewBuilder starts a Code of the given number of arguments.
func NewBuilder(args int) *Builder {
	return &Builder{code: Code{Args: args}}
}

// Emit appends an instruction, unless an equal one is already there, and returns its value.
func (b *Builder) Emit(in Instr) Ref {
	n := len(b.code.Instrs)
	if n < short {
		for i := range b.code.Instrs {
			if b.code.Instrs[i] == in {
				return Ref(i)
			}
		}
		if n == 0 {
			b.code.Instrs = make([]Instr, 0, short)
		}
		b.code.Instrs = append(b.code.Instrs, in)
		return Ref(n)
	}
	if 2*n >= len(b.table) {
		b.grow()
	}
	at := b.find(in)
	if r := b.table[at]; r != 0 {
		return Ref(r - 1)
	}
	b.table[at] = int32(n + 1)
	b.code.Instrs = append(b.code.Instrs, in)
	return Ref(n)
}

// find returns where in the table an instruction is, or belongs.
func (b *Builder) find(in Instr) uint32 {
	mask := uint32(len(b.table) - 1)
	at := in.hash() & mask
	for b.table[at] != 0 && b.code.Instrs[b.table[at]-1] != in {
		at = (at + 1) & mask
	}
	return at
}

// grow doubles the table.
func (b *Builder) grow() {
	b.table = make([]int32, max(64, 2*len(b.table)))
	for i, in := range b.code.Instrs {
		b.table[b.find(in)] = int32(i + 1)
	}
}

// hash mixes an instruction's fields: equal instructions have equal hashes.
func (in Instr) hash() uint32 {
	h := uint32(in.Op)
	for _, x := range [...]uint32{uint32(in.A), uint32(in.B), uint32(in.C), in.Imm} {
		h = (h ^ x) * 0x9E3779B1
		h ^= h >> 15
	}
	return h
}

// Code finishes the code with the given results. The builder must not be used afterwards.
func (b *Builder) Code(results ...Ref) Code {
	b.code.Results = results
	return b.code
}

// Arg returns argument i.
func (b *Builder) Arg(i int) Ref { return b.Emit(Instr{Op: Arg, Imm: uint32(i)}) }

// Const returns the constant x.
func (b *Builder) Const(x float32) Ref { return b.Bits(math.Float32bits(x)) }

// Bits returns the constant with the given bits.
func (b *Builder) Bits(x uint32) Ref { return b.Emit(Instr{Op: Const, Imm: x}) }

// Do applies an operation to its operands.
func (b *Builder) Do(op Op, args ...Ref) Ref {
	if len(args) != op.Operands() {
		panic(fmt.Sprintf("scalar: %v takes %d operands, got %d", op, op.Operands(), len(args)))
	}
	in := Instr{Op: op}
	for k, a := range args {
		*[...]*Ref{&in.A, &in.B, &in.C}[k] = a
	}
	return b.Emit(in)
}

// Shift applies Shl, Shr or Sar by n bits.
func (b *Builder) Shift(op Op, a Ref, n int) Ref { return b.Emit(Instr{Op: op, A: a, Imm: uint32(n)}) }

// Inline copies c into b with its arguments replaced, and returns c's results as values of b.
func (b *Builder) Inline(c Code, args ...Ref) []Ref {
	at := make([]Ref, len(c.Instrs))
	for i, in := range c.Instrs {
		if in.Op == Arg {
			at[i] = args[in.Imm]
			continue
		}
		for k, r := range [...]*Ref{&in.A, &in.B, &in.C} {
			if k < in.Op.Operands() {
				*r = at[*r]
			}
		}
		at[i] = b.Emit(in)
	}
	out := make([]Ref, len(c.Results))
	for i, r := range c.Results {
		out[i] = at[r]
	}
	return out
}

// Fn is an element-wise function in the catalogue: its name and its definition in lane operations.
type Fn struct {
	Name  string
	Arity int
	// Write appends the function's code to b and returns its result.
	Write func(b *Builder, args []Ref) Ref
	// Exact is the function in float64, the oracle of tests; it plays no part in any run.
	Exact func(args ...float64) float64
	// ULP is the greatest error in units in the last place, over the arguments that Domain describes, which a test
	// holds it to: 0.5 is correctly rounded. Zero means that it is not stated.
	ULP float64
	// Abs is an absolute error that is allowed whatever the ULP: near a zero that is not a float32, the result's ulp
	// says nothing about the code.
	Abs float64
	// Lo and Hi bound the arguments for which ULP holds.
	Lo, Hi float32
}
