package wasm

import (
	"encoding/binary"
	"fmt"
	"strings"
)

// names are the instructions' names in WebAssembly's text format.
var names = map[Op]string{
	Block: "block", Loop: "loop", End: "end", Br: "br", BrIf: "br_if", Return: "return", Call: "call", CallIndirect: "call_indirect",
	Drop: "drop", Select: "select",
	LocalGet: "local.get", LocalSet: "local.set", LocalTee: "local.tee",
	F32Load: "f32.load", I32Const: "i32.const", I32LtS: "i32.lt_s", I32GtS: "i32.gt_s", I32Add: "i32.add", I32Mul: "i32.mul",
	I64Const: "i64.const", I32Eqz: "i32.eqz", I32Eq: "i32.eq", I32Ne: "i32.ne", I32Sub: "i32.sub", I32And: "i32.and", I32ShrU: "i32.shr_u",
	I32TruncSatF32S: "i32.trunc_sat_f32_s", MemoryFill: "memory.fill",

	V128Load: "v128.load", V128Load32Splat: "v128.load32_splat", V128Load64Splat: "v128.load64_splat", V128Store: "v128.store",
	V128Const: "v128.const", I8x16Shuffle: "i8x16.shuffle", I32x4Splat: "i32x4.splat",
	F32x4Eq: "f32x4.eq", F32x4Lt: "f32x4.lt", F32x4Le: "f32x4.le",
	V128And: "v128.and", V128AndNot: "v128.andnot", V128Or: "v128.or", V128Xor: "v128.xor", V128Bitselect: "v128.bitselect",
	V128Load32Lane: "v128.load32_lane", V128Store32Lane: "v128.store32_lane", V128Store64Lane: "v128.store64_lane",
	V128Load32Zero: "v128.load32_zero", V128Load64Zero: "v128.load64_zero",
	I16x8ExtendLowI8x16U: "i16x8.extend_low_i8x16_u", I32x4ExtendLowI16x8U: "i32x4.extend_low_i16x8_u",
	F32x4Floor: "f32x4.floor", I32x4Shl: "i32x4.shl", I32x4ShrS: "i32x4.shr_s", I32x4ShrU: "i32x4.shr_u",
	I32x4Add: "i32x4.add", I32x4Sub: "i32x4.sub",
	I64x2ExtmulLowU: "i64x2.extmul_low_i32x4_u", I64x2ExtmulHighU: "i64x2.extmul_high_i32x4_u",
	F32x4Abs: "f32x4.abs", F32x4Neg: "f32x4.neg", F32x4Sqrt: "f32x4.sqrt", F32x4Add: "f32x4.add", F32x4Sub: "f32x4.sub",
	F32x4Mul: "f32x4.mul", F32x4Div: "f32x4.div", F32x4Pmin: "f32x4.pmin", F32x4Pmax: "f32x4.pmax",
	I32x4TruncSatF32x4S: "i32x4.trunc_sat_f32x4_s", F32x4ConvertI32x4S: "f32x4.convert_i32x4_s",

	MemoryAtomicNotify: "memory.atomic.notify", MemoryAtomicWait32: "memory.atomic.wait32", I32AtomicLoad: "i32.atomic.load",
	I32AtomicStore: "i32.atomic.store", I32AtomicRmwAdd: "i32.atomic.rmw.add", I32AtomicRmwCmpxchg: "i32.atomic.rmw.cmpxchg",
}

// String returns the instruction's name.
func (o Op) String() string {
	if s, ok := names[o]; ok {
		return s
	}
	return fmt.Sprintf("op(%#x)", uint32(o))
}

// String lists the function's instructions, one a line, blocks indented, immediates as WebAssembly's text format has them.
func (f *Func) String() string {
	var s strings.Builder
	r := reader{f.body}
	depth := 0
	for len(r.b) > 0 {
		o := r.op()
		if o == End {
			depth--
		}
		fmt.Fprintf(&s, "%s%v%s\n", strings.Repeat("  ", depth), o, r.immediates(o))
		if o == Block || o == Loop {
			depth++
		}
	}
	return s.String()
}

// reader reads what the methods of Func have written.
type reader struct{ b []byte }

func (r *reader) byte() byte {
	x := r.b[0]
	r.b = r.b[1:]
	return x
}

func (r *reader) uint() uint64 {
	x, n := binary.Uvarint(r.b) // the same as LEB128
	r.b = r.b[n:]
	return x
}

func (r *reader) int() int64 {
	var x int64
	for shift := 0; ; shift += 7 {
		b := r.byte()
		x |= int64(b&0x7f) << shift
		if b&0x80 == 0 {
			return x << (57 - shift) >> (57 - shift)
		}
	}
}

func (r *reader) op() Op {
	o := Op(r.byte())
	if o >= 0xfc {
		return o<<8 | Op(r.uint())
	}
	return o
}

// immediates reads what follows an instruction.
func (r *reader) immediates(o Op) string {
	switch o {
	case Block, Loop, MemoryFill:
		r.byte()
	case CallIndirect:
		return fmt.Sprintf(" %d %d", r.uint(), r.byte())
	case Br, BrIf, Call, LocalGet, LocalSet, LocalTee:
		return fmt.Sprintf(" %d", r.uint())
	case I32Const, I64Const:
		return fmt.Sprintf(" %d", r.int())
	case V128Const:
		return r.lanes()
	case I8x16Shuffle:
		return r.shuffle()
	case V128Load32Lane, V128Store32Lane, V128Store64Lane:
		return fmt.Sprintf("%s %d", r.memory(), r.byte())
	case F32Load, V128Load, V128Load32Splat, V128Load64Splat, V128Load32Zero, V128Load64Zero, V128Store,
		MemoryAtomicNotify, MemoryAtomicWait32, I32AtomicLoad, I32AtomicStore, I32AtomicRmwAdd, I32AtomicRmwCmpxchg:
		return r.memory()
	}
	return ""
}

func (r *reader) memory() string {
	r.uint() // the alignment
	return fmt.Sprintf(" offset=%d", r.uint())
}

func (r *reader) lanes() string {
	s := " i32x4"
	for range 4 {
		s += fmt.Sprintf(" %#x", binary.LittleEndian.Uint32(r.b))
		r.b = r.b[4:]
	}
	return s
}

// shuffle reads a shuffle of 32-bit lanes.
func (r *reader) shuffle() string {
	s := ""
	for range 4 {
		s += fmt.Sprintf(" %d", r.b[0]/4)
		r.b = r.b[4:]
	}
	return s
}
