package simd_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"ganvas/core/plan"
	"ganvas/core/scalar"
	"ganvas/core/simd/native"
)

// sizes are those at which loops go wrong: below, at and above a vector, an unrolled block, and more.
var sizes = []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 33, 55, 79, 256}

// bench collects instructions over one arena, and then compares a machine with the naive one, bit by bit, on all of it:
// guard words lie between the arrays.
type bench struct {
	arena []float32
	code  []plan.Instr
	names []string
	rng   *rand.Rand
}

func newBench() *bench { return &bench{rng: rand.New(rand.NewPCG(1, 2))} }

// guard is a NaN that no operation makes.
var guard = math.Float32frombits(0x7fabcdef)

func (b *bench) guards() {
	for range 1 + b.rng.IntN(4) {
		b.arena = append(b.arena, guard)
	}
}

// array places n random numbers, among them both zeros and some that are large or small, and returns where.
func (b *bench) array(n int) int {
	b.guards()
	at := len(b.arena)
	for range n {
		x := float32(b.rng.NormFloat64())
		switch b.rng.IntN(12) {
		case 0:
			x = 0
		case 1:
			x = float32(math.Copysign(0, -1))
		case 2:
			x *= 1000
		}
		b.arena = append(b.arena, x)
	}
	b.guards()
	return at
}

// set places given numbers.
func (b *bench) set(xs ...float32) int {
	at := b.array(len(xs))
	copy(b.arena[at:], xs)
	return at
}

func (b *bench) do(name string, in plan.Instr) {
	b.code = append(b.code, in)
	b.names = append(b.names, name)
}

func (b *bench) check(t *testing.T) {
	t.Helper()
	p := &plan.Program{
		Size:  len(b.arena),
		Slots: []plan.Slot{{Name: "arena", Shape: []int{len(b.arena)}, Len: len(b.arena)}},
		Data:  []plan.Data{{Values: b.arena}},
	}
	for i, in := range b.code {
		p.Procedures = append(p.Procedures, plan.Procedure{Name: b.names[i], Code: []plan.Instr{in}})
		p.Entries = append(p.Entries, plan.Entry{Name: b.names[i], Calls: []int{i}})
	}
	m, err := native.New(p)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	want, got := naive(b.arena), make([]float32, len(b.arena))
	for i, in := range b.code {
		want.instr(in)
		if err := m.Run(i, 1); err != nil {
			t.Fatalf("%s: %v", b.names[i], err)
		}
		m.Read(0, got)
		for k := range got {
			if !same(got[k], want[k]) {
				t.Fatalf("%s: %+v\narena[%d] = %v (%#x), want %v (%#x)", b.names[i], in, k, got[k], math.Float32bits(got[k]), want[k], math.Float32bits(want[k]))
			}
		}
	}
}

// same compares bits, but holds all NaNs to be equal: WebAssembly leaves their bits open.
func same(a, b float32) bool {
	return math.Float32bits(a) == math.Float32bits(b) || a != a && b != b
}

// dense returns the strides of a row-major array.
func dense(dims ...int) []int {
	s := make([]int, len(dims))
	n := 1
	for d := len(dims) - 1; d >= 0; d-- {
		s[d] = n
		n *= dims[d]
	}
	return s
}

// view places an array of random numbers under strides.
func (b *bench) view(dims []int, strides ...int) plan.View {
	n := 1
	for d := range dims {
		n += (dims[d] - 1) * strides[d]
	}
	return plan.View{Offset: b.array(n), Strides: strides}
}

// code of one function, args to one result.
func code(args int, write func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref) scalar.Code {
	b := scalar.NewBuilder(args)
	refs := make([]scalar.Ref, args)
	for i := range refs {
		refs[i] = b.Arg(i)
	}
	return b.Code(write(b, refs)...)
}

var (
	copying = code(1, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref { return a })
	// affine is (a0 + a1) * 3 - a0 / a1
	affine = code(2, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref {
		sum := b.Do(scalar.Mul, b.Do(scalar.Add, a[0], a[1]), b.Const(3))
		return []scalar.Ref{b.Do(scalar.Sub, sum, b.Do(scalar.Div, a[0], a[1]))}
	})
	// twins gives a0*a1 and a0-a1*a1
	twins = code(2, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref {
		return []scalar.Ref{b.Do(scalar.Mul, a[0], a[1]), b.Do(scalar.Sub, a[0], b.Do(scalar.Mul, a[1], a[1]))}
	})
	tanh = code(1, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref { return []scalar.Ref{scalar.Tanh.Write(b, a)} })
	// biasTanh is tanh(a0 + a1)
	biasTanh = code(2, func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref {
		return []scalar.Ref{scalar.Tanh.Write(b, []scalar.Ref{b.Do(scalar.Add, a[0], a[1])})}
	})
)
