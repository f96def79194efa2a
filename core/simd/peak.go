package simd

import (
	"math"

	"ganvas/core/simd/wasm"
)

// PeakFlops is how many floating-point operations one time of PeakModule's run does.
const PeakFlops = peakPasses * peakUnroll * peakPairs * 4 * 2

const (
	// peakPairs are pairs of a running product and a running sum, all independent. With the operand that they share they
	// fill the 15 registers that engines leave on x86, and they are more than a latency of 3 cycles at two products and
	// two sums a cycle needs.
	peakPairs  = 7
	peakPasses = 1000
	peakUnroll = 4
)

// PeakModule returns a module that measures how fast an engine multiplies and adds: the bound that products are
// compared with. It exports
//
//	run (times i32)
//
// each time of which does PeakFlops operations on registers alone: x = x*c and y = y+c, in four lanes, for many x and y.
func PeakModule() []byte {
	mod := wasm.Module{Memory: MemoryName, Pages: 1}
	f := wasm.NewFunc()
	c := f.Local(wasm.V128)
	f.Const(math.Float32bits(-1))
	f.Set(c)
	x := make([]wasm.Local, 2*peakPairs)
	for i := range x {
		x[i] = f.Local(wasm.V128)
		f.Const(math.Float32bits(float32(i)))
		f.Set(x[i])
	}
	f.Repeat(peakPasses, func() {
		for range peakUnroll {
			for i, x := range x {
				f.Get(x)
				f.Get(c)
				f.Op([...]wasm.Op{wasm.F32x4Mul, wasm.F32x4Add}[i%2])
				f.Set(x)
			}
		}
	})
	for i, x := range x {
		f.Int(0)
		f.Get(x)
		f.Mem(wasm.V128Store, 16*i)
	}
	kernel := mod.Add(f)
	run := wasm.NewFunc(wasm.I32)
	times := run.Param(0)
	run.Loop(func() {
		run.Call(kernel)
		run.Get(times)
		run.Int(-1)
		run.Op(wasm.I32Add)
		run.Tee(times)
		run.Int(0)
		run.Op(wasm.I32GtS)
		run.Again()
	})
	mod.Export("run", mod.Add(run))
	return mod.Bytes()
}
