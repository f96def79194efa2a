package kerneltest

import (
	"fmt"
	"math"

	"ganvas/core/plan"
	"ganvas/core/random"
	"ganvas/core/scalar"
)

// Bench is where a program is put together: arrays are laid out with guards between them, whose number of words varies so that
// arrays begin at all alignments.
type Bench struct {
	name   string
	slots  []plan.Slot
	arena  []float32
	code   []plan.Instr
	source *random.Source
}

// NewBench starts a program.
func NewBench(name string) *Bench {
	b := &Bench{name: name, source: random.New(1, name)}
	b.guard()
	return b
}

// guard appends between one and seven words that no instruction may touch.
func (b *Bench) guard() {
	for range 1 + b.source.IntN(7) {
		b.arena = append(b.arena, -12345.678)
	}
}

// Put appends an array and returns its offset.
func (b *Bench) Put(values ...float32) int {
	at := len(b.arena)
	b.slots = append(b.slots, plan.Slot{
		Name: fmt.Sprintf("%d: before instruction %d", len(b.slots), len(b.code)), Shape: []int{len(values)}, Offset: at, Len: len(values),
	})
	b.arena = append(b.arena, values...)
	b.guard()
	return at
}

// Space appends an array of n elements that an instruction is to overwrite.
func (b *Bench) Space(n int) int {
	values := make([]float32, n)
	for i := range values {
		values[i] = 4242
	}
	return b.Put(values...)
}

// Normal appends an array of n standard normal numbers.
func (b *Bench) Normal(n int) int {
	values := make([]float32, n)
	for i := range values {
		values[i] = b.source.Normal()
	}
	return b.Put(values...)
}

// Bytes appends a table of n random bytes.
func (b *Bench) Bytes(n int) int {
	bytes := make([]byte, n)
	for i := range bytes {
		bytes[i] = byte(b.source.IntN(256))
	}
	return b.Put(plan.Pack(bytes)...)
}

// Wild appends an array of n floats from all over: of any magnitude, infinities, NaNs, denormals, zeros of both signs.
func (b *Bench) Wild(n int) int {
	values := make([]float32, n)
	for i := range values {
		switch b.source.IntN(3) {
		case 0:
			values[i] = special[b.source.IntN(len(special))]
		case 1:
			values[i] = 20 * b.source.Normal()
		default:
			values[i] = math.Float32frombits(b.source.Uint32())
		}
	}
	return b.Put(values...)
}

var special = []float32{
	0, float32(math.Copysign(0, -1)), 1, -1, 0.5, 2, -87, 88.7, 89, -104, 1 << 23, 1<<24 + 2, -1 << 31, 1 << 31, 1 << 22 * math.Pi,
	float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.NaN()), math.MaxFloat32, -math.MaxFloat32,
	math.SmallestNonzeroFloat32, -math.SmallestNonzeroFloat32, 0x1p-126, 0x1p-127,
}

// Do appends an instruction.
func (b *Bench) Do(in plan.Instr) { b.code = append(b.code, in) }

// Case finishes the program: one entry runs all instructions.
func (b *Bench) Case() Case {
	all := plan.Slot{Name: "arena", Shape: []int{len(b.arena)}, Len: len(b.arena)}
	return Case{b.name, &plan.Program{
		Size:       len(b.arena),
		Slots:      append([]plan.Slot{all}, b.slots...),
		Procedures: []plan.Procedure{{Name: "all", Code: b.code}},
		Entries:    []plan.Entry{{Name: "all", Calls: []int{0}}},
	}, b.arena}
}

// Code writes a code of the given number of arguments.
func Code(args int, write func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref) scalar.Code {
	b := scalar.NewBuilder(args)
	a := make([]scalar.Ref, args)
	for i := range a {
		a[i] = b.Arg(i)
	}
	return b.Code(write(b, a)...)
}

// Op is the code of one operation.
func Op(op scalar.Op) scalar.Code {
	return Code(op.Operands(), func(b *scalar.Builder, a []scalar.Ref) []scalar.Ref { return []scalar.Ref{b.Do(op, a...)} })
}

// Identity is the code that returns its argument.
func Identity() scalar.Code {
	return Code(1, func(_ *scalar.Builder, a []scalar.Ref) []scalar.Ref { return a })
}

// Dense is the row-major view of an array from an offset on.
func Dense(offset int, dims ...int) plan.View {
	v := plan.View{Offset: offset, Strides: make([]int, len(dims))}
	stride := 1
	for d := len(dims) - 1; d >= 0; d-- {
		v.Strides[d] = stride
		stride *= dims[d]
	}
	return v
}

// At is a view with the given strides.
func At(offset int, strides ...int) plan.View { return plan.View{Offset: offset, Strides: strides} }

// Sizes are lengths about the widths and block lengths of machines.
var Sizes = []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 33, 55, 79, 255, 256, 257, 600}
