package wire

import (
	"encoding/binary"
	"math"
)

// The bytes of a Snapshot, all little-endian, every number at a multiple of four:
//
//	 0  magic    "GVS" and the version, 7
//	 4  uint32   length of the whole, this header included
//	 8  uint64   Step
//	16  uint32   Run
//	20  uint32   Pending
//	24  uint32   Trace.Stride
//	28  uint32   points of the trace
//	32  uint32   numbers of Arrays, of the trace's columns, of Measures
//	44  uint32   bytes of Script, of Fault
//	52  the arrays, each: uint32 bytes of Name, uint32 kind, uint32 axes, the axes' lengths, Name, zeros up to 4, elements, zeros up to 4
//	     ...     the columns, each: uint32 bytes of Key, Key, zeros up to 4, a float32 for each point of the trace
//	     ...     the measures, each: uint32 bytes of Key, uint64 Step, float64s Value, Floor, Low, High, Key, zeros up to 4
//	     ...     Script, zeros up to 4; Fault, zeros up to 4
//
// An array's kind is 0 for float32s and 1 for bytes, and 2 more for constants.
const (
	magic       = 'G' | 'V'<<8 | 'S'<<16 | 7<<24
	headerSize  = 52
	arraySize   = 12 // what an Array takes beside its axes, its name and its elements
	columnSize  = 4
	measureSize = 44

	kindBytes    = 1
	kindConstant = 2
)

// Size returns the number of bytes that Encode appends.
func (s *Snapshot) Size() int {
	n := headerSize + pad4(len(s.Script)) + pad4(len(s.Fault))
	for _, a := range s.Arrays {
		n += arraySize + 4*len(a.Shape) + pad4(len(a.Name)) + 4*len(a.Floats) + pad4(len(a.Bytes))
	}
	for _, c := range s.Trace.Columns {
		n += columnSize + pad4(len(c.Key)) + 4*len(c.Values)
	}
	for _, m := range s.Measures {
		n += measureSize + pad4(len(m.Key))
	}
	return n
}

// Encode appends the bytes of s to dst and returns the longer slice.
func (s *Snapshot) Encode(dst []byte) []byte {
	w := writer{dst}
	w.word(magic)
	w.word(s.Size())
	w.bytes = binary.LittleEndian.AppendUint64(w.bytes, s.Step)
	for _, v := range [...]int{
		int(s.Run), s.Pending, s.Trace.Stride, s.Trace.Len(),
		len(s.Arrays), len(s.Trace.Columns), len(s.Measures), len(s.Script), len(s.Fault),
	} {
		w.word(v)
	}
	for _, a := range s.Arrays {
		w.array(a)
	}
	for _, c := range s.Trace.Columns {
		w.word(len(c.Key))
		w.text(c.Key)
		w.floats(c.Values)
	}
	for _, m := range s.Measures {
		w.measure(m)
	}
	w.text(s.Script)
	w.text(s.Fault)
	if len(w.bytes)-len(dst) != s.Size() {
		panic("wire: Size and Encode disagree")
	}
	return w.bytes
}

// writer appends little-endian values.
type writer struct{ bytes []byte }

func (w *writer) word(v int) { w.bytes = binary.LittleEndian.AppendUint32(w.bytes, uint32(v)) }

func (w *writer) floats(values []float32) {
	for _, v := range values {
		w.bytes = binary.LittleEndian.AppendUint32(w.bytes, math.Float32bits(v))
	}
}

// text appends a text, and zeros up to a multiple of four.
func (w *writer) text(v string) {
	w.bytes = append(w.bytes, v...)
	w.pad(len(v))
}

func (w *writer) pad(n int) {
	var zeros [3]byte
	w.bytes = append(w.bytes, zeros[:pad4(n)-n]...)
}

func (w *writer) array(a Array) {
	kind := 0
	if a.Bytes != nil {
		kind |= kindBytes
	}
	if a.Constant {
		kind |= kindConstant
	}
	w.word(len(a.Name))
	w.word(kind)
	w.word(len(a.Shape))
	for _, d := range a.Shape {
		w.word(d)
	}
	w.text(a.Name)
	w.floats(a.Floats)
	w.bytes = append(w.bytes, a.Bytes...)
	w.pad(len(a.Bytes))
}

func (w *writer) measure(m Measure) {
	w.word(len(m.Key))
	for _, v := range [...]uint64{m.Step, math.Float64bits(m.Value), math.Float64bits(m.Floor), math.Float64bits(m.Low), math.Float64bits(m.High)} {
		w.bytes = binary.LittleEndian.AppendUint64(w.bytes, v)
	}
	w.text(m.Key)
}

func pad4(n int) int { return (n + 3) &^ 3 }
