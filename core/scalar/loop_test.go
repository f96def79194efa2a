package scalar

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// anyCode draws a code over all operations. Shifts and constants are drawn too; results may be arguments, constants, the same
// value twice.
func anyCode(t *rapid.T) Code {
	b := NewBuilder(rapid.IntRange(0, 4).Draw(t, "args"))
	var values []Ref
	for i := 0; i < b.code.Args; i++ {
		values = append(values, b.Arg(i))
	}
	values = append(values, b.Const(rapid.Float32().Draw(t, "const")), b.Const(1))
	value := rapid.Custom(func(t *rapid.T) Ref { return rapid.SampledFrom(values).Draw(t, "value") })
	for n := rapid.IntRange(0, 24).Draw(t, "length"); n > 0; n-- {
		in := Instr{Op: rapid.SampledFrom(drawn).Draw(t, "op")}
		if in.Op == Shl || in.Op == Shr || in.Op == Sar {
			in.Imm = rapid.Uint32Range(0, 31).Draw(t, "shift")
		}
		for k, r := range [...]*Ref{&in.A, &in.B, &in.C} {
			if k < in.Op.Operands() {
				*r = value.Draw(t, "operand")
			}
		}
		values = append(values, b.Emit(in))
	}
	return b.Code(rapid.SliceOfN(value, 1, 4).Draw(t, "results")...)
}

// drawn are the operations that anyCode draws: products and sums more often, since loops fold them.
var drawn = func() []Op {
	ops := []Op{Mul, Mul, Mul, Mul, Add, Add, Add, Sub, Sub, Sub}
	for o := Add; o <= ToFloat; o++ {
		ops = append(ops, o)
	}
	return ops
}()

// lanes are floats worth trying.
var lanes = rapid.OneOf(rapid.Float32Range(-10, 10), rapid.Float32(),
	rapid.SampledFrom([]float32{0, float32(math.Copysign(0, -1)), 1, -1, float32(math.Inf(1)), float32(math.Inf(-1)), 1 << 31, -1 << 31,
		math.MaxFloat32, math.SmallestNonzeroFloat32}))

// TestLoopIsEval runs random codes both ways on the same lanes, with results written over arguments, and demands the same bits
// wherever no NaN arose: which NaN arises is open, and the operations on bits could tell.
func TestLoopIsEval(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		code := anyCode(t)
		if err := code.Check(); err != nil {
			t.Fatal(err)
		}
		n := rapid.SampledFrom([]int{0, 1, 2, 3, 17, 255, Block}).Draw(t, "n")
		in, out := make([][]float32, code.Args), make([][]float32, len(code.Results))
		for k := range in {
			in[k] = make([]float32, n)
			few := rapid.SliceOfN(lanes, 1, 7).Draw(t, "in")
			for i := range in[k] {
				in[k][i] = few[i%len(few)]
			}
		}
		want := make([][]uint32, n)
		for i := range want {
			args := make([]uint32, code.Args)
			for k := range args {
				args[k] = Bits(in[k])[i]
			}
			if !makesNaN(code, args) {
				want[i] = Eval(code, args...)
			}
		}
		inPlace := rapid.Bool().Draw(t, "in place")
		for k := range out {
			if out[k] = make([]float32, n); inPlace && k < len(in) {
				out[k] = in[k]
			}
		}
		loop := NewLoop(code)
		loop.Run(n, in, out)
		for i, w := range want {
			for k := range w {
				if got := Bits(out[k])[i]; got != w[k] {
					t.Fatalf("lane %d, result %d is %x, want %x\n%v", i, k, got, w[k], code)
				}
			}
		}
	})
}

// makesNaN says whether an operation of c gives a NaN as a float.
func makesNaN(c Code, args []uint32) bool {
	for i := range c.Instrs {
		c.Results = append(c.Results[:0:0], Ref(i))
		switch c.Instrs[i].Op {
		case Add, Sub, Mul, Div, Sqrt, Floor:
			if x := math.Float32frombits(Eval(c, args...)[0]); x != x {
				return true
			}
		}
	}
	return false
}

// TestSelectKeepsMasks: a mask is a NaN as a float, and selections, extremes and signs must move it whole.
func TestSelectKeepsMasks(t *testing.T) {
	const mask, signalling = 0xffffffff, 0x7f800001
	b := NewBuilder(2)
	x, y := b.Arg(0), b.Arg(1)
	code := b.Code(b.Do(Select, x, y, x), b.Do(Min, y, x), b.Do(Max, x, y), b.Do(Neg, x), b.Do(Abs, y), x, y)
	in := [][]float32{make([]float32, 1), make([]float32, 1)}
	Bits(in[0])[0], Bits(in[1])[0] = mask, signalling
	out := make([][]float32, len(code.Results))
	for k := range out {
		out[k] = make([]float32, 1)
	}
	NewLoop(code).Run(1, in, out)
	for k, want := range []uint32{signalling, signalling, mask, mask &^ signBit, signalling, mask, signalling} {
		if got := Bits(out[k])[0]; got != want {
			t.Errorf("result %d is %x, want %x", k, got, want)
		}
	}
}

// TestApply holds each operation to values worked out by hand, at the points where implementations differ.
func TestApply(t *testing.T) {
	f := math.Float32bits
	negZero := f(float32(math.Copysign(0, -1)))
	nan, inf := f(float32(math.NaN())), f(float32(math.Inf(1)))
	for _, c := range []struct {
		op           Op
		imm, a, b, c uint32
		want         uint32
	}{
		{op: Min, a: f(0), b: negZero, want: f(0)}, {op: Min, a: negZero, b: f(0), want: negZero},
		{op: Max, a: f(0), b: negZero, want: f(0)}, {op: Min, a: f(1), b: nan, want: f(1)}, {op: Min, a: nan, b: f(1), want: nan},
		{op: Max, a: f(1), b: nan, want: f(1)}, {op: Max, a: nan, b: f(1), want: nan}, {op: Max, a: f(1), b: inf, want: inf},
		{op: Floor, a: f(-0.5), want: f(-1)}, {op: Floor, a: negZero, want: negZero}, {op: Floor, a: inf, want: inf},
		{op: Floor, a: f(1 << 23), want: f(1 << 23)},
		{op: Sqrt, a: f(2), want: 0x3fb504f3}, {op: Sqrt, a: negZero, want: negZero},
		{op: Lt, a: nan, b: nan, want: 0}, {op: Le, a: f(0), b: negZero, want: ones}, {op: Eq, a: nan, b: nan, want: 0},
		{op: Select, a: 0xff00, b: 0x1234, c: 0xabcd, want: 0x12cd},
		{op: AndNot, a: 0xff, b: 0x0f, want: 0xf0}, {op: IAdd, a: ones, b: 2, want: 1}, {op: ISub, a: 0, b: 1, want: ones},
		{op: Sar, imm: 31, a: signBit, want: ones}, {op: Shr, imm: 31, a: signBit, want: 1}, {op: Shl, imm: 31, a: 3, want: signBit},
		{op: ToInt, a: nan, want: 0}, {op: ToInt, a: inf, want: math.MaxInt32}, {op: ToInt, a: f(1 << 31), want: math.MaxInt32},
		{op: ToInt, a: f(-1 << 31), want: signBit}, {op: ToInt, a: f(-3e9), want: signBit}, {op: ToInt, a: f(-1.9), want: ones},
		{op: ToFloat, a: ones, want: f(-1)}, {op: ToFloat, a: 1<<24 + 1, want: f(1 << 24)}, {op: ToFloat, a: 1<<24 + 3, want: f(1<<24 + 4)},
	} {
		if got := Apply(c.op, c.imm, c.a, c.b, c.c); got != c.want {
			t.Errorf("%v %d %x %x %x = %x, want %x", c.op, c.imm, c.a, c.b, c.c, got, c.want)
		}
	}
}

// TestCheck gives Check one fault at a time.
func TestCheck(t *testing.T) {
	for name, c := range map[string]Code{
		"unknown operation": {Instrs: []Instr{{Op: ToFloat + 1}}},
		"later operand":     {Instrs: []Instr{{Op: Neg, A: 0}}},
		"negative operand":  {Instrs: []Instr{{Op: Const}, {Op: Neg, A: -1}}},
		"missing argument":  {Args: 1, Instrs: []Instr{{Op: Arg, Imm: 1}}},
		"wide shift":        {Instrs: []Instr{{Op: Const}, {Op: Shl, Imm: 32}}},
		"missing result":    {Instrs: []Instr{{Op: Const}}, Results: []Ref{1}},
	} {
		if c.Check() == nil {
			t.Errorf("%s passes", name)
		}
	}
}

// TestRunAllocatesNothing: a machine runs loops millions of times.
func TestRunAllocatesNothing(t *testing.T) {
	l := NewLoop(Tanh.Code())
	x := [][]float32{make([]float32, Block)}
	if n := testing.AllocsPerRun(100, func() { l.Run(Block, x, x) }); n != 0 {
		t.Errorf("%v allocations a run", n)
	}
}

func BenchmarkLoop(b *testing.B) {
	for _, f := range All {
		b.Run(f.Name, func(b *testing.B) {
			l := NewLoop(f.Code())
			in, out := [][]float32{make([]float32, Block)}, [][]float32{make([]float32, Block)}
			for i := range in[0] {
				in[0][i] = float32(i) / 64
			}
			for b.Loop() {
				l.Run(Block, in, out)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/Block, "ns/lane")
			b.ReportMetric(float64(len(l.at)), "blocks")
		})
	}
}
