package wire

import (
	"encoding/binary"
	"fmt"
	"math"
)

// DecodeSnapshot reads the bytes that Encode writes; bytes after the snapshot's own length are ignored, so that a buffer may be
// longer than what it holds. It checks that every array has as many elements as its shape says, that no two have the same name, and
// allocates no more than the buffer's own size justifies. The result shares no memory with b; empty lists are nil.
func DecodeSnapshot(b []byte) (*Snapshot, error) {
	if len(b) < headerSize {
		return nil, fmt.Errorf("wire: a snapshot of %d bytes is shorter than its header of %d", len(b), headerSize)
	}
	r := reader{rest: b}
	if m := r.word(); m != magic {
		return nil, fmt.Errorf("wire: the bytes start with %#x, not with a snapshot's %#x", m, uint32(magic))
	}
	length := r.word()
	if length < headerSize || uint64(length) > uint64(len(b)) {
		return nil, fmt.Errorf("wire: a snapshot of %d bytes in a buffer of %d", length, len(b))
	}
	r.rest = b[8:length]
	s := new(Snapshot)
	s.Step = r.long()
	s.Run = r.word()
	s.Pending = int(int32(r.word()))
	s.Trace.Stride = int(int32(r.word()))
	points := r.word()
	arrays, columns, measures, script, fault := r.word(), r.word(), r.word(), r.word(), r.word()
	s.Arrays = r.arrays(arrays)
	s.Trace.Columns = r.columns(columns, points)
	s.Measures = r.measures(measures)
	s.Script, s.Fault = r.text(script), r.text(fault)
	switch {
	case r.err != nil:
		return nil, r.err
	case r.short:
		return nil, fmt.Errorf("wire: a snapshot of %d bytes ends before its contents do", length)
	case len(r.rest) != 0:
		return nil, fmt.Errorf("wire: a snapshot of %d bytes has %d to spare", length, len(r.rest))
	case s.Pending < 0:
		return nil, fmt.Errorf("wire: the snapshot has %d pending measures", s.Pending)
	case s.Trace.Stride < 0:
		return nil, fmt.Errorf("wire: the snapshot's trace has a stride of %d", s.Trace.Stride)
	}
	return s, nil
}

// reader takes little-endian values off the front of its bytes. Where they run out it turns short, and gives zeros.
type reader struct {
	rest  []byte
	short bool
	err   error // what is wrong with what was there, or nil
}

// take returns the next n bytes, or nil where there are not as many.
func (r *reader) take(n int64) []byte {
	if r.short || n > int64(len(r.rest)) {
		r.short = true
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) word() uint32 {
	if b := r.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (r *reader) long() uint64 {
	if b := r.take(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

func (r *reader) double() float64 { return math.Float64frombits(r.long()) }

func (r *reader) floats(n int64) []float32 {
	b := r.take(4 * n)
	if len(b) == 0 {
		return nil
	}
	dst := make([]float32, n)
	for i := range dst {
		dst[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return dst
}

// padded returns n bytes and takes the zeros after them too; they are the buffer's own.
func (r *reader) padded(n int64) []byte {
	b := r.take((n + 3) &^ 3)
	if b == nil {
		return nil
	}
	return b[:n]
}

func (r *reader) text(n uint32) string { return string(r.padded(int64(n))) }

// fits says whether so many things of at least a size can be there; where not, the reader turns short.
func (r *reader) fits(n uint32, size int) bool {
	if int64(n)*int64(size) > int64(len(r.rest)) {
		r.short = true
	}
	return !r.short
}

func (r *reader) arrays(n uint32) []Array {
	if !r.fits(n, arraySize) {
		return nil
	}
	var out []Array
	names := map[string]bool{}
	for range n {
		a := r.array()
		if r.short || r.err != nil {
			return nil
		}
		if names[a.Name] {
			r.err = fmt.Errorf("wire: the snapshot has two arrays named %q", a.Name)
			return nil
		}
		names[a.Name] = true
		out = append(out, a)
	}
	return out
}

func (r *reader) array() Array {
	name, kind, axes := r.word(), r.word(), r.word()
	if !r.fits(axes, 4) {
		return Array{}
	}
	a := Array{Constant: kind&kindConstant != 0}
	for range axes {
		a.Shape = append(a.Shape, int(int32(r.word())))
	}
	a.Name = r.text(name)
	n := Elements(a.Shape)
	if !r.short && (n < 0 || kind > kindBytes|kindConstant) {
		r.err = fmt.Errorf("wire: the snapshot's array %q has the shape %v and the kind %d", a.Name, a.Shape, kind)
		return Array{}
	}
	if kind&kindBytes == 0 {
		a.Floats = r.floats(int64(n))
	} else {
		a.Bytes = append([]byte{}, r.padded(int64(n))...)
	}
	return a
}

func (r *reader) columns(n, points uint32) []Column {
	if !r.fits(n, columnSize) {
		return nil
	}
	var out []Column
	for range n {
		key := r.word()
		c := Column{Key: r.text(key)}
		c.Values = r.floats(int64(points))
		out = append(out, c)
	}
	return out
}

func (r *reader) measures(n uint32) []Measure {
	if !r.fits(n, measureSize) {
		return nil
	}
	var out []Measure
	for range n {
		key := r.word()
		m := Measure{Step: r.long(), Value: r.double(), Floor: r.double(), Low: r.double(), High: r.double()}
		m.Key = r.text(key)
		out = append(out, m)
	}
	return out
}
