// Package simd writes a plan.Program as one WebAssembly module of SIMD128 code, in plain Go, at run time.
//
// The module needs nothing: it imports nothing, holds the arena in its own memory, and carries the Program's Data. It
// exports
//
//	memory       the arena; float32 number i lies at byte 4*i, little-endian, so a slot lies at byte Address(slot.Offset)
//	run_<i>      (times i32): runs entry i of the Program the given number of times
//
// Memory has a fixed size, a little more than the arena: views of it never detach. A module for two threads (ForTwo) imports
// it instead. The code uses no relaxed SIMD; every result has the bits that core/kernel gives, but for the sign and payload
// of NaNs, which WebAssembly leaves open.
//
// How the code is laid out: each instruction of the Program becomes one function, specialised to its shapes and strides;
// each procedure a function that calls those; each entry a loop that calls procedures. Engines compile again, with
// optimisation, functions that are called often, but do not replace a function while it runs, so hot loops must not live
// where they are entered only once. Products of one shape share a function, to which their addresses are passed, and so
// do all Randoms: the code of a whole step of a small network then stays in the nearest cache.
//
// The files: module.go lays out memory and functions; lanes.go translates scalar.Code; map.go, reduce.go, matmul.go (with
// sum.go, wide.go, tall.go, dot.go, epilogue.go and pack.go), random.go and gather.go write one kind of instruction each; mapplan.go,
// tile.go and packing.go decide how, apart from the writing; threads.go and handover.go have two threads share the work;
// pointer.go and view.go are what loops walk with; package wasm is the assembler.
package simd

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strconv"

	"ganvas/core/plan"
	"ganvas/core/simd/wasm"
)

// MemoryName is the export that holds the arena.
const MemoryName = "memory"

// EntryName returns the name of the exported function that runs entry i.
func EntryName(i int) string { return "run_" + strconv.Itoa(i) }

// Address returns the byte at which the arena's float32 number offset lies.
func Address(offset int) int { return 4 * offset }

const (
	poolSize = 1024 // constants that the pool can hold
	// slack is how many bytes loads may reach past the last array: partial vectors are loaded whole.
	slack     = 64
	maxMemory = 1 << 31
)

// writer writes one Program.
type writer struct {
	mod       wasm.Module
	pool      map[uint32]int // constant to its address
	poolBase  int            // bytes
	constants []byte
	scratch   int // the address of scratch space, which instructions use one after another
	taken     int // bytes of it that what is being written needs
	end       int // of what instructions have needed so far
	shared    map[string]sharedFunc
	two       *twoThreads // where the module is for two threads
}

// sharedFunc is a function that several instructions call, and the bytes of scratch space that it needs.
type sharedFunc struct{ index, taken int }

// Module returns p as a WebAssembly module. It fails where an instruction reaches outside the arena, or has a shape that
// package plan does not allow.
func Module(p *plan.Program) ([]byte, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	w := newWriter(p.Size)
	w.program(p)
	w.data(&w.mod, p)
	var err error
	if w.mod.Pages, err = w.pages(); err != nil {
		return nil, err
	}
	return w.mod.Bytes(), nil
}

// program writes all code of p.
func (w *writer) program(p *plan.Program) {
	procedures := make([]int, len(p.Procedures))
	for i, proc := range p.Procedures {
		procedures[i] = w.procedure(proc)
	}
	for i, e := range p.Entries {
		w.mod.Export(EntryName(i), w.entry(e, procedures))
	}
}

// data has a module fill memory with the Program's Data and with the constants of the code that has been written.
func (w *writer) data(mod *wasm.Module, p *plan.Program) {
	for _, d := range p.Data {
		mod.Data(Address(d.Offset), floatBytes(d.Values))
	}
	mod.Data(w.poolBase, w.constants)
}

func newWriter(size int) *writer {
	base := align(Address(size) + slack)
	return &writer{
		mod:      wasm.Module{Memory: MemoryName},
		pool:     map[uint32]int{},
		shared:   map[string]sharedFunc{},
		poolBase: base,
		scratch:  align(base + 4*poolSize + slack),
	}
}

// align rounds an address up to a cache line.
func align(address int) int { return (address + 63) &^ 63 }

// pages is the size of memory.
func (w *writer) pages() (int, error) {
	end := max(w.end, w.scratch) + slack
	if end > maxMemory {
		return 0, fmt.Errorf("simd: the program needs %d bytes of memory, more than %d", end, maxMemory)
	}
	return (end + wasm.PageSize - 1) / wasm.PageSize, nil
}

// reserve makes sure that scratch space holds n bytes, and returns its address.
func (w *writer) reserve(n int) int {
	w.taken = max(w.taken, n)
	w.end = max(w.end, w.scratch+n)
	return w.scratch
}

// constant pushes a v128 of four equal lanes. It comes from memory, where it takes one short instruction; engines build
// v128.const from several.
func (w *writer) constant(f *wasm.Func, bits uint32) {
	if _, ok := w.pool[bits]; !ok {
		if len(w.pool) == poolSize {
			f.Const(bits)
			return
		}
		w.pool[bits] = w.poolBase + len(w.constants)
		w.constants = binary.LittleEndian.AppendUint32(w.constants, bits)
	}
	f.Int(0)
	f.Mem(wasm.V128Load32Splat, w.pool[bits])
}

// procedure writes a function that runs proc, and returns its index.
func (w *writer) procedure(proc plan.Procedure) int {
	f := wasm.NewFunc()
	for _, in := range proc.Code {
		if !w.share(f, in) {
			w.instr(f, in)
		}
	}
	return w.mod.Add(f)
}

// call writes a function of its own, and the call of it into f.
func (w *writer) call(f *wasm.Func, write func(g *wasm.Func)) {
	g := wasm.NewFunc()
	write(g)
	if g.Len() > 0 {
		f.Call(w.mod.Add(g))
	}
}

// callShared writes a function of i32 parameters, unless one of the same key has been written, and the call of it, with
// the given arguments, into f.
func (w *writer) callShared(f *wasm.Func, key string, args []int, write func(g *wasm.Func)) {
	key = w.two.key(key, w.scratch)
	s, ok := w.shared[key]
	if !ok {
		before := w.taken
		w.taken = 0
		g := wasm.NewFunc(slices.Repeat([]wasm.Type{wasm.I32}, len(args))...)
		write(g)
		s = sharedFunc{w.mod.Add(g), w.taken}
		w.taken, w.shared[key] = before, s
	}
	w.taken = max(w.taken, s.taken)
	for _, a := range args {
		f.Int(a)
	}
	f.Call(s.index)
}

// entry writes a function that runs the procedures of e its parameter's number of times, and returns its index.
func (w *writer) entry(e plan.Entry, procedures []int) int {
	f := wasm.NewFunc(wasm.I32)
	times := f.Param(0)
	f.Block(func() {
		f.Get(times)
		f.Int(1)
		f.Op(wasm.I32LtS)
		f.Leave()
		f.Loop(func() {
			for _, c := range e.Calls {
				f.Call(procedures[c])
			}
			f.Get(times)
			f.Int(-1)
			f.Op(wasm.I32Add)
			f.Tee(times)
			f.Again()
		})
	})
	return w.mod.Add(f)
}

// instr writes the call of one instruction into f, and the function that it calls.
func (w *writer) instr(f *wasm.Func, in plan.Instr) {
	switch in := in.(type) {
	case *plan.Map:
		w.call(f, func(g *wasm.Func) { w.mapping(g, in) })
	case *plan.Reduce:
		w.call(f, func(g *wasm.Func) { w.reduce(g, in) })
	case *plan.MatMul:
		w.matmul(f, in)
	case *plan.Random:
		w.random(f, in)
	case *plan.Gather:
		w.call(f, func(g *wasm.Func) { w.gather(g, in) })
	case *plan.Scatter:
		w.call(f, func(g *wasm.Func) { w.scatter(g, in) })
	}
}

func floatBytes(values []float32) []byte {
	b := make([]byte, 0, 4*len(values))
	for _, v := range values {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	return b
}
