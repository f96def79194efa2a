// Package wasm writes WebAssembly modules: a small assembler of the instructions that Ganvas uses.
//
// A Module holds functions, a table of some of them, one memory that it exports or imports, and data. A Func is written instruction by instruction, in the
// order of the stack machine. Nothing is checked here: engines validate.
package wasm

import "slices"

// PageSize is the unit of a memory's size, in bytes.
const PageSize = 1 << 16

// Module is a module in the making.
type Module struct {
	Memory  string // the name under which memory is exported, or imported
	Pages   int    // the size of memory, fixed
	From    string // the module that memory is imported from, or empty
	Shared  bool   // memory is shared between threads
	funcs   []*Func
	table   []int
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

// Enter puts function fn, which has no parameters, into the table, and returns its place there.
func (m *Module) Enter(fn int) int {
	m.table = append(m.table, fn)
	return len(m.table) - 1
}

// Export exports function fn under a name.
func (m *Module) Export(name string, fn int) { m.exports = append(m.exports, export{name, fn}) }

// Data writes bytes into memory at the module's instantiation.
func (m *Module) Data(offset int, bytes []byte) { m.data = append(m.data, segment{offset, bytes}) }

// Sections of a module, in the order that they must have.
const (
	sectionType    = 1
	sectionImport  = 2
	sectionFunc    = 3
	sectionTable   = 4
	sectionMemory  = 5
	sectionExport  = 7
	sectionElement = 9
	sectionCode    = 10
	sectionData    = 11
)

const (
	exportFunc   = 0
	exportMemory = 2

	limitsMaximum = 1 // a maximum is given
	limitsShared  = 3 // and the memory is shared between threads
	funcRef       = 0x70
)

// Bytes returns the module in WebAssembly's binary format.
func (m *Module) Bytes() []byte {
	b := append(make([]byte, 0, m.room()), "\x00asm\x01\x00\x00\x00"...)
	indices := m.typeIndices()
	b = appendSection(b, sectionType, len(m.types), func(b []byte, i int) []byte { return append(b, m.types[i]...) })
	b = appendSection(b, sectionImport, min(len(m.From), 1), func(b []byte, _ int) []byte {
		b = appendSized(appendSized(b, []byte(m.From)), []byte(m.Memory))
		return m.appendLimits(append(b, exportMemory))
	})
	b = appendSection(b, sectionFunc, len(m.funcs), func(b []byte, i int) []byte { return appendUint(b, uint64(indices[i])) })
	b = appendSection(b, sectionTable, min(len(m.table), 1), func(b []byte, _ int) []byte {
		return appendUint(append(b, funcRef, 0), uint64(len(m.table))) // no maximum
	})
	exports := len(m.exports)
	if m.From == "" {
		b = appendSection(b, sectionMemory, 1, func(b []byte, _ int) []byte { return m.appendLimits(b) })
		exports++
	}
	b = appendSection(b, sectionExport, exports, m.appendExport)
	b = appendSection(b, sectionElement, min(len(m.table), 1), m.appendTable)
	b = appendSection(b, sectionCode, len(m.funcs), func(b []byte, i int) []byte { return m.funcs[i].appendCode(b) })
	return appendSection(b, sectionData, len(m.data), m.appendData)
}

func (m *Module) appendLimits(b []byte) []byte {
	kind := byte(limitsMaximum)
	if m.Shared {
		kind = limitsShared
	}
	b = appendUint(append(b, kind), uint64(m.Pages))
	return appendUint(b, uint64(m.Pages))
}

// appendTable fills the table, from its first place on.
func (m *Module) appendTable(b []byte, _ int) []byte {
	b = append(b, 0) // active, in table 0
	at := NewFunc()
	at.Int(0)
	at.Op(End)
	b = appendUint(append(b, at.body...), uint64(len(m.table)))
	for _, fn := range m.table {
		b = appendUint(b, uint64(fn))
	}
	return b
}

// typeIndices fills the table of signatures and returns each function's. The first is that of the functions in the table, where there is one.
func (m *Module) typeIndices() []int {
	m.types = nil
	if len(m.table) > 0 {
		m.types = []string{"\x60\x00\x00"}
	}
	out := make([]int, len(m.funcs))
	var sig []byte
	for i, f := range m.funcs {
		sig = append(sig[:0], 0x60, byte(len(f.params)))
		for _, t := range f.params {
			sig = append(sig, byte(t))
		}
		sig = append(sig, 0)
		out[i] = slices.Index(m.types, string(sig)) // there are few
		if out[i] < 0 {
			out[i] = len(m.types)
			m.types = append(m.types, string(sig))
		}
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
	// How long it is is known at the end; a length may be written in more bytes than it needs.
	b = append(b, id, 0x80, 0x80, 0x80, 0x80, 0)
	start := len(b)
	b = appendUint(b, uint64(n))
	for i := range n {
		b = item(b, i)
	}
	length := b[start-5 : start]
	for i, rest := 0, len(b)-start; i < len(length); i, rest = i+1, rest>>7 {
		length[i] |= byte(rest & 0x7f)
	}
	return b
}

// room is at least about as many bytes as the module takes.
func (m *Module) room() int {
	n := 1024
	for _, f := range m.funcs {
		n += len(f.body) + 32
	}
	for _, d := range m.data {
		n += len(d.bytes) + 16
	}
	return n
}
