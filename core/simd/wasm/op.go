package wasm

// Op is an instruction without its immediates: one byte, or a prefix byte and a number (prefix<<8 | number).
type Op uint32

// The instructions of control, of scalars, and of memory that Ganvas writes.
const (
	Block Op = 0x02
	Loop  Op = 0x03
	End   Op = 0x0b
	Br    Op = 0x0c
	BrIf  Op = 0x0d

	Return       Op = 0x0f
	Call         Op = 0x10
	CallIndirect Op = 0x11

	Drop     Op = 0x1a
	Select   Op = 0x1b
	LocalGet Op = 0x20
	LocalSet Op = 0x21
	LocalTee Op = 0x22

	F32Load Op = 0x2a

	I32Const Op = 0x41
	I64Const Op = 0x42
	I32Eqz   Op = 0x45
	I32Eq    Op = 0x46
	I32Ne    Op = 0x47
	I32LtS   Op = 0x48
	I32GtS   Op = 0x4a
	I32Add   Op = 0x6a
	I32Sub   Op = 0x6b
	I32Mul   Op = 0x6c
	I32And   Op = 0x71
	I32ShrU  Op = 0x76

	I32TruncSatF32S Op = 0xfc00
	MemoryFill      Op = 0xfc0b
)

// The instructions of SIMD128.
const (
	V128Load        Op = 0xfd00
	V128Load32Splat Op = 0xfd09
	V128Load64Splat Op = 0xfd0a
	V128Store       Op = 0xfd0b
	V128Const       Op = 0xfd0c
	I8x16Shuffle    Op = 0xfd0d
	I32x4Splat      Op = 0xfd11

	F32x4Eq Op = 0xfd41
	F32x4Lt Op = 0xfd43
	F32x4Le Op = 0xfd45

	V128And       Op = 0xfd4e
	V128AndNot    Op = 0xfd4f
	V128Or        Op = 0xfd50
	V128Xor       Op = 0xfd51
	V128Bitselect Op = 0xfd52

	I16x8ExtendLowI8x16U Op = 0xfd89
	I32x4ExtendLowI16x8U Op = 0xfda9

	V128Load32Lane  Op = 0xfd56
	V128Store32Lane Op = 0xfd5a
	V128Store64Lane Op = 0xfd5b
	V128Load32Zero  Op = 0xfd5c
	V128Load64Zero  Op = 0xfd5d

	F32x4Floor Op = 0xfd68

	I32x4Shl  Op = 0xfdab
	I32x4ShrS Op = 0xfdac
	I32x4ShrU Op = 0xfdad
	I32x4Add  Op = 0xfdae
	I32x4Sub  Op = 0xfdb1

	I64x2ExtmulLowU  Op = 0xfdde
	I64x2ExtmulHighU Op = 0xfddf

	F32x4Abs  Op = 0xfde0
	F32x4Neg  Op = 0xfde1
	F32x4Sqrt Op = 0xfde3
	F32x4Add  Op = 0xfde4
	F32x4Sub  Op = 0xfde5
	F32x4Mul  Op = 0xfde6
	F32x4Div  Op = 0xfde7
	F32x4Pmin Op = 0xfdea
	F32x4Pmax Op = 0xfdeb

	I32x4TruncSatF32x4S Op = 0xfdf8
	F32x4ConvertI32x4S  Op = 0xfdfa
)

// The instructions of threads.
const (
	MemoryAtomicNotify  Op = 0xfe00
	MemoryAtomicWait32  Op = 0xfe01
	I32AtomicLoad       Op = 0xfe10
	I32AtomicStore      Op = 0xfe17
	I32AtomicRmwAdd     Op = 0xfe1e
	I32AtomicRmwCmpxchg Op = 0xfe48
)

// append appends the instruction's bytes.
func (o Op) append(b []byte) []byte {
	if o < 0x100 {
		return append(b, byte(o))
	}
	if o&0xff < 0x80 {
		return append(b, byte(o>>8), byte(o))
	}
	return append(b, byte(o>>8), byte(o), 1) // the number as LEB128
}
