package instance

import (
	"fmt"
	"syscall/js"
	"unsafe"

	"ganvas/core/plan"
	"ganvas/core/simd"
)

var (
	webAssembly = js.Global().Get("WebAssembly")
	uint8Array  = js.Global().Get("Uint8Array")
)

// HasSIMD reports whether the browser runs WebAssembly's SIMD128.
func HasSIMD() bool {
	probe := uint8Array.New(len(simdProbe))
	js.CopyBytesToJS(probe, simdProbe)
	return webAssembly.Call("validate", probe).Bool()
}

// machine is a plan.Machine whose arena is the memory of a WebAssembly instance.
type machine struct {
	program *plan.Program
	buffer  js.Value   // of the instance's memory, which has a fixed size: views of it never detach
	slots   []js.Value // a Uint8Array over each slot, made when first used
	entries []js.Value // the function of each entry
}

// Instantiate runs a module that core/simd wrote for p. It compiles before it returns, which only a Worker may do.
func Instantiate(module []byte, p *plan.Program) (m plan.Machine, err error) {
	defer caught(&err, "the browser refuses the training step's module")
	exports := webAssembly.Get("Instance").New(compile(module)).Get("exports")
	return newMachine(p, exports, exports.Get(simd.MemoryName)), nil
}

func compile(module []byte) js.Value {
	code := uint8Array.New(len(module))
	js.CopyBytesToJS(code, module)
	return webAssembly.Get("Module").New(code)
}

// newMachine is a machine of an instance's exports and its memory.
func newMachine(p *plan.Program, exports, memory js.Value) *machine {
	k := &machine{program: p, buffer: memory.Get("buffer"), slots: make([]js.Value, len(p.Slots))}
	for i := range p.Entries {
		k.entries = append(k.entries, exports.Get(simd.EntryName(i)))
	}
	return k
}

// caught turns a JavaScript exception into an error; any other panic goes on.
func caught(err *error, what string) {
	switch r := recover().(type) {
	case nil:
	case js.Error:
		*err = fmt.Errorf("%s: %s", what, r.Get("message").String())
	default:
		panic(r)
	}
}

// slot is the memory of a slot. Each call into JavaScript takes as long as thousands of instructions: one is made at a slot's first use.
func (m *machine) slot(i, length int) js.Value {
	s := m.program.Slots[i]
	if length != s.Len {
		panic(fmt.Sprintf("instance: slot %s holds %d numbers, not %d", s.Name, s.Len, length))
	}
	if m.slots[i].IsUndefined() {
		m.slots[i] = uint8Array.New(m.buffer, simd.Address(s.Offset), 4*s.Len)
	}
	return m.slots[i]
}

// Write implements plan.Machine: one copy, from Go's memory to the module's.
func (m *machine) Write(slot int, src []float32) {
	js.CopyBytesToJS(m.slot(slot, len(src)), bytesOf(src))
}

// Read implements plan.Machine: one copy, from the module's memory to Go's.
func (m *machine) Read(slot int, dst []float32) {
	js.CopyBytesToGo(bytesOf(dst), m.slot(slot, len(dst)))
}

// Run implements plan.Machine: one call of the module, however many times.
func (m *machine) Run(entry, times int) (err error) {
	defer caught(&err, "the training step has failed")
	m.entries[entry].Invoke(times)
	return nil
}

// Close implements plan.Machine: the module and its memory go with the last reference to them.
func (m *machine) Close() error {
	m.buffer, m.slots, m.entries = js.Undefined(), nil, nil
	return nil
}

// bytesOf is the memory of a slice as bytes, in the machine's order: WebAssembly's is little-endian.
func bytesOf(a []float32) []byte {
	if len(a) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(&a[0])), 4*len(a))
}
