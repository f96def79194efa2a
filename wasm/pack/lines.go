//go:build !js

package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// A program of Go's knows the file and the line of each of its instructions, for what it prints when it ends in a panic. That takes
// as much to download as all lessons do, and a reader of the page has no use for it; so it is left out. A panic still prints the names of
// its functions. Where another version of Go lays its tables out in another way, the program is shipped as it is.
//
// The tables lie in the data section, in the format of the Go linker's pclntab since Go 1.20 (runtime/symtab.go, internal/abi/symtab.go):
// every function has the offsets of its tables of files and of lines, where 0 stands for none. These are set to 0, and the tables that
// nothing else shares are filled with zeros, which compress to nothing. Nothing moves.

// withoutLines returns a program without its files and line numbers.
func withoutLines(program []byte) ([]byte, error) {
	out := bytes.Clone(program)
	segments, err := dataSegments(out)
	if err != nil {
		return nil, err
	}
	m := memoryOf(segments)
	if err := m.dropLines(); err != nil {
		return nil, err
	}
	for _, s := range segments {
		copy(s.bytes, m[s.at:])
	}
	return out, nil
}

// segment is a part of memory as a program's file has it.
type segment struct {
	at    int
	bytes []byte // within the file
}

var errProgram = errors.New("this is no WebAssembly program that Go has linked")

// errMoved says that a program's tables are not laid out as they have been since Go 1.20.
var errMoved = fmt.Errorf("%w with tables of functions as Go 1.20 has them", errProgram)

// dataSegments finds the data of a program.
func dataSegments(program []byte) ([]segment, error) {
	const sectionData, i32Const, end = 11, 0x41, 0x0b
	r := &reader{rest: program}
	if !bytes.Equal(r.take(8), []byte("\x00asm\x01\x00\x00\x00")) {
		return nil, errProgram
	}
	for len(r.rest) > 0 && !r.short {
		id := r.byte()
		section := &reader{rest: r.take(r.number())}
		if id != sectionData {
			continue
		}
		segments := make([]segment, section.number())
		for i := range segments {
			memory, op := section.number(), section.byte()
			at := section.number() // addresses are below 2^31, and positive numbers are written alike, signed or not
			if memory != 0 || op != i32Const || section.byte() != end {
				return nil, errProgram
			}
			segments[i] = segment{at, section.take(section.number())}
		}
		if section.short {
			return nil, errProgram
		}
		return segments, nil
	}
	return nil, errProgram
}

// reader takes what a file has one after another.
type reader struct {
	rest  []byte
	short bool // more was asked for than there is
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.rest, r.short = nil, true
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

// number is an unsigned LEB128.
func (r *reader) number() int {
	x, n := binary.Uvarint(r.rest)
	r.take(n)
	if n <= 0 || x > 1<<31 {
		r.rest, r.short = nil, true
		return 0
	}
	return int(x)
}

// memory is a program's memory when it starts.
type memory []byte

func memoryOf(segments []segment) memory {
	n := 0
	for _, s := range segments {
		n = max(n, s.at+len(s.bytes))
	}
	m := make(memory, n)
	for _, s := range segments {
		copy(m[s.at:], s.bytes)
	}
	return m
}

func (m memory) uint32(at int) int { return int(binary.LittleEndian.Uint32(m[at:])) }

// funcTables are where things lie in memory.
type funcTables struct {
	count int // of functions
	table int // pctab: the tables that functions share
	funcs int // pclntab: for each function, eight bytes that end in where it lies behind here
}

// The header of a pclntab: this, and then eight bytes each for the number of functions, that of files, where the text starts, and where
// the names, the compilation units, the files' names, pctab and the functions lie behind the header.
var pclnHeader = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// findTables finds the tables of all functions.
func (m memory) findTables() (funcTables, error) {
	const count, pctab, funcs, length = 8, 56, 64, 72
	for at := 0; ; at++ {
		i := bytes.Index(m[at:], pclnHeader)
		if i < 0 || at+i+length > len(m) {
			return funcTables{}, errMoved
		}
		at += i
		t := funcTables{m.uint32(at + count), at + m.uint32(at+pctab), at + m.uint32(at+funcs)}
		if t.count > 0 && at < t.table && t.table < t.funcs && t.funcs+8*t.count < len(m) {
			return t, nil
		}
	}
}

// Where the parts of a function's record lie in it.
const (
	funcStack  = 16 // the table of the stack's depth
	funcFile   = 20 // the table of files
	funcLine   = 24 // the table of lines
	funcOthers = 28 // how many other tables there are,
	funcRest   = 44 // which lie here
)

// dropLines forgets the files and lines of all functions.
func (m memory) dropLines() error {
	t, err := m.findTables()
	if err != nil {
		return err
	}
	kept, dropped := map[int]bool{0: true}, map[int]bool{}
	for i := range t.count {
		f := t.funcs + m.uint32(t.funcs+8*i+4)
		if f+funcRest > len(m) || f+funcRest+4*m.uint32(f+funcOthers) > len(m) {
			return fmt.Errorf("%w: function %d lies outside it", errMoved, i)
		}
		kept[m.uint32(f+funcStack)] = true
		for k := range m.uint32(f + funcOthers) {
			kept[m.uint32(f+funcRest+4*k)] = true
		}
		dropped[m.uint32(f+funcFile)], dropped[m.uint32(f+funcLine)] = true, true
		clear(m[f+funcFile : f+funcLine+4])
	}
	for at := range dropped {
		if !kept[at] && !m.clearTable(t.table+at) {
			return fmt.Errorf("%w: a table of lines does not end in it", errMoved)
		}
	}
	return nil
}

// clearTable fills a table with zeros: pairs of LEB128s, of which the first is 0 in none but the first pair, and a 0 at the end. Not ok
// where the program ends before the table does.
func (m memory) clearTable(at int) (ok bool) {
	for first := true; at < len(m); first = false {
		if m[at] == 0 && !first {
			return true
		}
		for range 2 {
			for at < len(m)-1 && m[at]&0x80 != 0 {
				m[at] = 0
				at++
			}
			if at < len(m) {
				m[at] = 0
				at++
			}
		}
	}
	return false
}
