// Package plan turns graphs into programs: straight-line procedures over one arena of float32s, with every array placed.
//
// A Program is what machines run. core/kernel runs it in plain Go and is the reference; core/simd writes it as a WebAssembly
// module. This file is the whole contract between the passes above and the machines below.
//
// Conventions: the arena is one array of float32; offsets, lengths and strides count float32s, not bytes. Arrays are
// row-major. A machine must give the bits that core/kernel gives: the doc comment of each instruction states the order
// of its sums.
package plan

import "ganvas/core/scalar"

// Program is a set of procedures over one arena.
type Program struct {
	Size       int         // float32s in the arena
	Slots      []Slot      // the named, persistent arrays
	Data       []Data      // constants, written once before the first run
	Procedures []Procedure // in the order of their definition
	Entries    []Entry     // what Run can run
}

// Slot is a named array that keeps its value between runs: a parameter, a state, an input or an output.
type Slot struct {
	Name   string
	Shape  []int
	Offset int
	Len    int
	// Bytes says that an element is a byte: four lie in each of the slot's Len float32s, as Pack lays them out.
	Bytes bool
}

// Data is a constant array at a place in the arena.
type Data struct {
	Offset int
	Values []float32
}

// Procedure is straight-line code that runs from its first instruction to its last.
type Procedure struct {
	Name string
	Code []Instr
}

// Entry runs the procedures Calls, in order, each an index into Program.Procedures; one pass is one time of Machine.Run.
type Entry struct {
	Name  string
	Calls []int
	// Pieces are entries that run one after another come to one pass of this one, where it is cut: see Cut.
	Pieces []int
}

// Slot returns the index of the named slot, or -1.
func (p *Program) Slot(name string) int {
	for i, s := range p.Slots {
		if s.Name == name {
			return i
		}
	}
	return -1
}

// Entry returns the index of the named entry, or -1.
func (p *Program) Entry(name string) int {
	for i, e := range p.Entries {
		if e.Name == name {
			return i
		}
	}
	return -1
}

// Machine holds an arena and runs one Program on it. Slots and entries are named by their index in the Program.
// A new machine's arena is zero but for the Program's Data.
type Machine interface {
	// Write copies src into a slot; len(src) must be the slot's Len.
	Write(slot int, src []float32)
	// Read copies a slot into dst; len(dst) must be the slot's Len.
	Read(slot int, dst []float32)
	// Run runs an entry the given number of times.
	Run(entry, times int) error
	// Close frees what the machine holds outside Go's heap.
	Close() error
}

// View is an array in the arena as a loop sees it: where it starts, and how far apart its elements lie along each
// of the loop's dimensions. A stride of 0 repeats an element; views of one instruction may overlap, but no instruction
// writes an element that another of its views reads at a different loop index.
type View struct {
	Offset  int
	Strides []int // one for each of the loop's Dims
}

// Instr is one of Map, Reduce, MatMul, Random, Gather and Scatter.
type Instr interface{ instr() }

// Map computes element-wise: for every index over Dims (at least one, the last innermost), it reads one element from each
// of In, runs Code on them, and stores result i to Out[i].
//
// Passes collapse dimensions where every view allows, so most loops have one. An output's innermost stride is at least 1.
type Map struct {
	Dims []int
	In   []View
	Out  []View
	Code scalar.Code
}

// Reduction is how Reduce combines elements.
type Reduction uint8

// The reductions.
const (
	Sum Reduction = iota // starts from +0
	Max                  // starts from -Inf, combines as scalar.Max(acc, x)
)

// Reduce combines elements along the middle of three dimensions: Dims is [outer, reduced, inner], and
// out[o, i] = reduction over r of Code(in[o, r, i]). Code has one result. Out is dense: [outer, inner].
//
// The order, where inner > 1: r = 0, 1, 2, ... one after another. Where inner == 1: in four lanes, lane l taking r = l, l+4,
// l+8, ... in order, each from the reduction's start; then (lane 0 with lane 2) with (lane 1 with lane 3).
type Reduce struct {
	Dims [3]int
	Op   Reduction
	In   []View // three strides each
	Out  int    // offset
	Code scalar.Code
}

// MatMul is out[m, n] = sum over k of a[m, k] * b[k, n]. Rows m and steps k are indices over several dimensions, the last
// innermost: so a convolution's windows are read where they lie. A's strides are along M and then K, B's along K and then N,
// Out's along M and then N. A's along K may be negative. Of B's along the last dimension of K and along N at least one is 1 (or its
// dimension is 1). Out's along N is 1; Out overlaps neither factor, and its rows not each other.
// The order: each element of out adds its products one after another, in k's order, starting from the first product;
// every product is rounded before it is added.
type MatMul struct {
	M, K []int // at least one dimension each
	N    int
	A, B View
	Out  View
	// Epilogue, where it is not nil, is run on every element of the product before it is stored: argument 0 is the product,
	// argument 1+i is Epilogue.In[i] at (m, n); its one result is stored in its place. Epilogue.Dims is M and then N, and its
	// Out is empty.
	Epilogue *Map
}

// Product is the MatMul of two matrices, a's strides along (m, k) and b's along (k, n), whose result is dense.
func Product(m, n, k int, a, b View, out int) *MatMul {
	return &MatMul{M: []int{m}, N: n, K: []int{k}, A: a, B: b, Out: View{out, []int{n, 1}}}
}

// Rows is how many rows the product has.
func (m *MatMul) Rows() int { return length(m.M) }

// Steps is how many products each of its elements is the sum of.
func (m *MatMul) Steps() int { return length(m.K) }

// Multiplications is how many the whole takes.
func (m *MatMul) Multiplications() int { return m.Rows() * m.N * m.Steps() }

// length is the number of indices over dimensions.
func length(dims []int) int {
	n := 1
	for _, d := range dims {
		n *= d
	}
	return n
}

// Random fills Out with Len uniform numbers in [0, 1): element i is the top 24 bits of a word of Philox4x32-10, times 2^-24.
// The words of four blocks are interleaved so that four lanes make them without shuffling: with g = i/16, w = i%16/4 and
// l = i%4, element i is word w of block 4g+l. The block's counter is (4g+l, count[0], count[1], 0) and its key
// (seed[0] + 65536*seed[1], Stream), where seed and count are two float32s each, whole numbers below 65536 and 2^24.
type Random struct {
	Out, Len    int
	Seed, Count int // offsets
	Stream      uint32
}

// Gather copies rows: out[i, :] = table[index[i], :] for i < Count. An index is a float32, rounded towards zero and clamped
// to [0, Rows). Where Bytes is set, the table's elements are bytes, from the first of the float32 at Table on, and each is made a
// float32.
type Gather struct {
	Bytes             bool
	Table, Rows, Cols int
	Index, Count      int
	Out               int
}

// Scatter adds rows: out [Rows, Cols] starts at zero, and out[index[i], :] += src[i, :] for i = 0, 1, ..., Count-1 in order, the
// index read as Gather does.
type Scatter struct {
	Src, Count int
	Index      int
	Out        int
	Rows, Cols int
}

func (*Map) instr()     {}
func (*Reduce) instr()  {}
func (*MatMul) instr()  {}
func (*Random) instr()  {}
func (*Gather) instr()  {}
func (*Scatter) instr() {}
