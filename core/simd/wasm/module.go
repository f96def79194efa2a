// Package wasm writes WebAssembly modules: a small assembler of the instructions that Ganvas uses.
//
// A Module holds functions, one memory that it exports, and data. A Func is written instruction by instruction, in the
// order of the stack machine. Nothing is checked here: engines validate.
package wasm

import "fmt"

// PageSize is the unit of a memory's size, in bytes.
const PageSize = 1 << 16

// Module is a module in the making.
type Module struct {
	Memory  string // the name under which memory is exported
	Pages   int    // the size of memory, fixed
	funcs   []*Func
	types   []string // signatures, as bytes
	exports []export
	data    []segment
}

type export struct {
	name string
	fn   int
}

type segment struct {
	offset int
	bytes  []byte
}

// Add adds a function and returns its index.
func (m *Module) Add(f *Func) int {
	m.funcs = append(m.funcs, f)
	return len(m.funcs) - 1
}

// Export exports function fn under a name.
func (m *Module) Export(name string, fn int) { m.exports = append(m.exports, export{name, fn}) }

// Data writes bytes into memory at the module's instantiation.
func (m *Module) Data(offset int, bytes []byte) { m.data = append(m.data, segment{offset, bytes}) }

// Sections of a module, in the order that they must have.
const (
	sectionType   = 1
	sectionFunc   = 3
	sectionMemory = 5
	sectionExport = 7
	sectionCode   = 10
	sectionData   = 11
)

const (
	exportFunc   = 0
	exportMemory = 2
)

// Bytes returns the module in WebAssembly's binary format.
func (m *Module) Bytes() []byte {
	b := []byte("\x00asm\x01\x00\x00\x00")
	indices := m.typeIndices()
	b = appendSection(b, sectionType, len(m.types), func(b []byte, i int) []byte { return append(b, m.types[i]...) })
	b = appendSection(b, sectionFunc, len(m.funcs), func(b []byte, i int) []byte { return appendUint(b, uint64(indices[i])) })
	b = appendSection(b, sectionMemory, 1, func(b []byte, _ int) []byte {
		b = append(b, 1) // a maximum is given
		b = appendUint(b, uint64(m.Pages))
		return appendUint(b, uint64(m.Pages))
	})
	b = appendSection(b, sectionExport, len(m.exports)+1, m.appendExport)
	b = appendSection(b, sectionCode, len(m.funcs), func(b []byte, i int) []byte { return appendSized(b, m.funcs[i].code()) })
	return appendSection(b, sectionData, len(m.data), m.appendData)
}

// typeIndices fills the table of signatures and returns each function's.
func (m *Module) typeIndices() []int {
	m.types = nil
	seen := map[string]int{}
	out := make([]int, len(m.funcs))
	for i, f := range m.funcs {
		sig := []byte{0x60, byte(len(f.params))}
		for _, t := range f.params {
			sig = append(sig, byte(t))
		}
		key := string(append(sig, 0))
		if _, ok := seen[key]; !ok {
			seen[key] = len(m.types)
			m.types = append(m.types, key)
		}
		out[i] = seen[key]
	}
	return out
}

func (m *Module) appendExport(b []byte, i int) []byte {
	if i == len(m.exports) {
		return append(appendSized(b, []byte(m.Memory)), exportMemory, 0)
	}
	e := m.exports[i]
	return appendUint(append(appendSized(b, []byte(e.name)), exportFunc), uint64(e.fn))
}

func (m *Module) appendData(b []byte, i int) []byte {
	at := NewFunc()
	at.Int(m.data[i].offset)
	at.Op(End)
	b = append(b, 0) // active, in memory 0
	b = append(b, at.body...)
	return appendSized(b, m.data[i].bytes)
}

// appendSection appends a section of n items, or nothing where there are none.
func appendSection(b []byte, id byte, n int, item func(b []byte, i int) []byte) []byte {
	if n == 0 {
		return b
	}
	body := appendUint(nil, uint64(n))
	for i := range n {
		body = item(body, i)
	}
	return appendSized(append(b, id), body)
}

// String counts what the module holds.
func (m *Module) String() string {
	return fmt.Sprintf("module of %d functions, %d pages, %d segments", len(m.funcs), m.Pages, len(m.data))
}
