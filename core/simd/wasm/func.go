package wasm

import "encoding/binary"

// Type is the type of a value.
type Type byte

// The types of values that Ganvas uses.
const (
	I32  Type = 0x7f
	V128 Type = 0x7b
)

// Local names a parameter or a local variable of a Func.
type Local uint32

// Func writes the body of one function: each method appends an instruction. The zero Func takes no parameters;
// no function here returns a value.
type Func struct {
	params []Type
	locals []Type
	body   []byte
	free   [2][]Local // of I32, and of V128

	// Room that most functions have enough of, so that one takes one piece of memory.
	room struct {
		body   [256]byte
		locals [16]Type
		free   [2][8]Local
	}
}

// NewFunc starts a function with the given parameters, which are its first locals.
func NewFunc(params ...Type) *Func {
	f := &Func{params: params}
	f.body, f.locals = f.room.body[:0], f.room.locals[:0]
	for k := range f.free {
		f.free[k] = f.room.free[k][:0]
	}
	return f
}

// kind is the type's place in Func.free.
func (t Type) kind() int {
	if t == I32 {
		return 0
	}
	return 1
}

// Param returns parameter i.
func (f *Func) Param(i int) Local { return Local(i) }

// Local returns a local variable that nothing else uses. It is zero at the function's start only if no Release came
// before: set it before reading it.
func (f *Func) Local(t Type) Local {
	free := &f.free[t.kind()]
	if n := len(*free); n > 0 {
		l := (*free)[n-1]
		*free = (*free)[:n-1]
		return l
	}
	f.locals = append(f.locals, t)
	return Local(len(f.params) + len(f.locals) - 1)
}

// Release gives locals back to Local.
func (f *Func) Release(t Type, ls ...Local) {
	free := &f.free[t.kind()]
	*free = append(*free, ls...)
}

// Len returns the number of bytes written so far.
func (f *Func) Len() int { return len(f.body) }

// Op appends an instruction that has no immediates.
func (f *Func) Op(o Op) { f.body = o.append(f.body) }

func (f *Func) opUint(o Op, x uint64) {
	f.body = appendUint(o.append(f.body), x)
}

// Get pushes a local.
func (f *Func) Get(l Local) { f.opUint(LocalGet, uint64(l)) }

// Set pops a local.
func (f *Func) Set(l Local) { f.opUint(LocalSet, uint64(l)) }

// Tee copies the top of the stack to a local.
func (f *Func) Tee(l Local) { f.opUint(LocalTee, uint64(l)) }

// Int pushes an i32.
func (f *Func) Int(x int) {
	f.Op(I32Const)
	f.body = appendInt(f.body, int64(int32(x)))
}

// Const pushes a v128 of four equal lanes with the given bits.
func (f *Func) Const(bits uint32) { f.Consts([4]uint32{bits, bits, bits, bits}) }

// Consts pushes a v128 of four lanes.
func (f *Func) Consts(lanes [4]uint32) {
	f.Op(V128Const)
	for _, x := range lanes {
		f.body = binary.LittleEndian.AppendUint32(f.body, x)
	}
}

// Mem appends a load or a store; offset, in bytes, is added to the address on the stack. The alignment is given as
// a byte, since it is a hint that no engine uses and floats are aligned only to 4.
func (f *Func) Mem(o Op, offset int) {
	f.Op(o)
	f.body = append(f.body, 0)
	f.body = appendUint(f.body, uint64(uint32(offset)))
}

// Atomic appends an atomic instruction, whose address must be a multiple of 4.
func (f *Func) Atomic(o Op, offset int) {
	f.Op(o)
	f.body = append(f.body, 2)
	f.body = appendUint(f.body, uint64(uint32(offset)))
}

// Forever pushes the i64 that MemoryAtomicWait32 takes for a time without end.
func (f *Func) Forever() {
	f.Op(I64Const)
	f.body = appendInt(f.body, -1)
}

// MemLane appends a load or a store of one lane.
func (f *Func) MemLane(o Op, offset, lane int) {
	f.Mem(o, offset)
	f.body = append(f.body, byte(lane))
}

// Shuffle replaces two v128s, a below b, by four 32-bit lanes of them: 0 to 3 are a's, 4 to 7 b's.
func (f *Func) Shuffle(lanes ...int) {
	f.Op(I8x16Shuffle)
	for _, l := range lanes {
		f.body = append(f.body, byte(4*l), byte(4*l+1), byte(4*l+2), byte(4*l+3))
	}
}

// Fill pops a length, a byte and an address, and fills memory.
func (f *Func) Fill() {
	f.Op(MemoryFill)
	f.body = append(f.body, 0)
}

// Call calls function i of the module.
func (f *Func) Call(i int) { f.opUint(Call, uint64(i)) }

// CallTable pops an index into the module's table, and calls the function there, which has no parameters.
func (f *Func) CallTable() {
	f.opUint(CallIndirect, 0) // the type: Module.typeIndices
	f.body = append(f.body, 0)
}

const noResult = 0x40 // the type of a block that leaves nothing

// Loop writes a loop; Again inside it, outside any further block, goes back to its start.
func (f *Func) Loop(body func()) { f.structured(Loop, body) }

// Block writes a block; Leave inside it, outside any further block, goes to its end.
func (f *Func) Block(body func()) { f.structured(Block, body) }

func (f *Func) structured(o Op, body func()) {
	f.Op(o)
	f.body = append(f.body, noResult)
	body()
	f.Op(End)
}

// Again pops an i32 and, where it is not zero, goes back to the start of the innermost Loop.
func (f *Func) Again() { f.opUint(BrIf, 0) }

// Leave pops an i32 and, where it is not zero, goes to the end of the innermost Block.
func (f *Func) Leave() { f.opUint(BrIf, 0) }

// Go leaves some structures and goes to the end of the next Block around them, or to the start of the next Loop.
func (f *Func) Go(structures int) { f.opUint(Br, uint64(structures)) }

// GoIf pops an i32 and, where it is not zero, does what Go does.
func (f *Func) GoIf(structures int) { f.opUint(BrIf, uint64(structures)) }

// Add adds a constant to an i32 local.
func (f *Func) Add(l Local, x int) {
	if x == 0 {
		return
	}
	f.Get(l)
	f.Int(x)
	f.Op(I32Add)
	f.Set(l)
}

// Repeat writes body n times over: as a loop that counts down a fresh local, or bare where n is 1.
func (f *Func) Repeat(n int, body func()) {
	switch {
	case n <= 0:
		return
	case n == 1:
		body()
		return
	}
	count := f.Local(I32)
	f.Int(n)
	f.Set(count)
	f.Loop(func() {
		body()
		f.Get(count)
		f.Int(-1)
		f.Op(I32Add)
		f.Tee(count)
		f.Again()
	})
	f.Release(I32, count)
}

// appendCode appends the function as the code section holds it: its length, its locals in runs of one type, and its body.
func (f *Func) appendCode(b []byte) []byte {
	var room [64]byte
	head := room[:0]
	runs := 0
	for i := 0; i < len(f.locals); {
		n := 1
		for i+n < len(f.locals) && f.locals[i+n] == f.locals[i] {
			n++
		}
		head = append(appendUint(head, uint64(n)), byte(f.locals[i]))
		i += n
		runs++
	}
	var count [8]byte
	first := appendUint(count[:0], uint64(runs))
	b = appendUint(b, uint64(len(first)+len(head)+len(f.body)+1))
	b = append(append(b, first...), head...)
	return End.append(append(b, f.body...))
}
