package wire

import (
	"encoding/binary"
	"fmt"
	"math"
)

// The bytes of a Snapshot, all little-endian, every number at a multiple of four:
//
//	 0  magic    "GVS" and the version, 5
//	 4  uint32   length of the whole, this header included
//	 8  uint32   Step
//	12  float32  Window: X0, Y0, X1, Y1
//	28  uint32   FieldSize, ManifoldRows, ManifoldCols, Trace.Stride
//	44  uint32   lengths of the twelve arrays, in the order of (*Snapshot).arrays
//	92  uint32   lengths of the three lists of classes, in the order of (*Snapshot).classes
//	104 uint32   number of Measures
//	108 uint32   Pending
//	112 uint32   bytes of Fault
//	116 float32  the arrays, one after another
//	     ...     the lists of classes, each: a byte a point, zeros up to 4
//	     ...     the measures, each: uint32 bytes of Key, uint32 Step, float64 Value, float64 Floor, Key, zeros up to 4
//	     ...     Fault, zeros up to 4
const (
	magic      = 'G' | 'V'<<8 | 'S'<<16 | 5<<24
	headerSize = 116
	// measureSize is what a Measure takes beside its key.
	measureSize = 24
)

// arrays lists the arrays of a Snapshot in the order of their bytes.
func (s *Snapshot) arrays() [12]*[]float32 {
	t := &s.Trace
	return [...]*[]float32{
		&s.Real, &s.Generated, &s.Arrows, &s.Field, &s.Optimal, &s.Manifold, &s.Orbit,
		&t.LossD, &t.LossG, &t.Penalty, &t.DReal, &t.DFake,
	}
}

// classes lists the lists of classes in the order of their bytes.
func (s *Snapshot) classes() [3]*[]uint8 { return [...]*[]uint8{&s.RealClasses, &s.Asked, &s.Landed} }

// Size returns the number of bytes that Encode appends.
func (s *Snapshot) Size() int {
	n := headerSize + pad4(len(s.Fault))
	for _, a := range s.arrays() {
		n += 4 * len(*a)
	}
	for _, c := range s.classes() {
		n += pad4(len(*c))
	}
	for _, m := range s.Measures {
		n += measureSize + pad4(len(m.Key))
	}
	return n
}

// Encode appends the bytes of s to dst and returns the longer slice.
func (s *Snapshot) Encode(dst []byte) []byte {
	le := binary.LittleEndian
	word := func(v int) { dst = le.AppendUint32(dst, uint32(v)) }
	start := len(dst)
	word(magic)
	word(s.Size())
	dst = le.AppendUint32(dst, s.Step)
	for _, v := range [...]float32{s.Window.X0, s.Window.Y0, s.Window.X1, s.Window.Y1} {
		dst = le.AppendUint32(dst, math.Float32bits(v))
	}
	word(s.FieldSize)
	word(s.ManifoldRows)
	word(s.ManifoldCols)
	word(s.Trace.Stride)
	for _, a := range s.arrays() {
		word(len(*a))
	}
	for _, c := range s.classes() {
		word(len(*c))
	}
	word(len(s.Measures))
	word(s.Pending)
	word(len(s.Fault))
	for _, a := range s.arrays() {
		for _, v := range *a {
			dst = le.AppendUint32(dst, math.Float32bits(v))
		}
	}
	for _, c := range s.classes() {
		dst = appendPadded(dst, *c)
	}
	for _, m := range s.Measures {
		word(len(m.Key))
		dst = le.AppendUint32(dst, m.Step)
		dst = le.AppendUint64(dst, math.Float64bits(m.Value))
		dst = le.AppendUint64(dst, math.Float64bits(m.Floor))
		dst = appendPadded(dst, m.Key)
	}
	dst = appendPadded(dst, s.Fault)
	if len(dst)-start != s.Size() {
		panic("wire: Size and Encode disagree")
	}
	return dst
}

// appendPadded appends a text or bytes, and zeros up to a multiple of four.
func appendPadded[T string | []byte](dst []byte, v T) []byte {
	var zeros [3]byte
	dst = append(dst, v...)
	return append(dst, zeros[:pad4(len(v))-len(v)]...)
}

func pad4(n int) int { return (n + 3) &^ 3 }

// DecodeSnapshot reads the bytes that Encode writes; bytes after the snapshot's own length are ignored, so that a buffer may be
// longer than what it holds. It checks that the arrays fit one another and allocates no more than the buffer's own
// size justifies. The result shares no memory with b; empty arrays are nil.
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
	s.Step = r.word()
	for _, v := range [...]*float32{&s.Window.X0, &s.Window.Y0, &s.Window.X1, &s.Window.Y1} {
		*v = math.Float32frombits(r.word())
	}
	for _, v := range [...]*int{&s.FieldSize, &s.ManifoldRows, &s.ManifoldCols, &s.Trace.Stride} {
		*v = int(int32(r.word()))
	}
	var lengths [12]uint32
	for i := range lengths {
		lengths[i] = r.word()
	}
	var counts [3]uint32
	for i := range counts {
		counts[i] = r.word()
	}
	measures, pending, fault := r.word(), r.word(), r.word()
	s.Pending = int(int32(pending))
	for i, a := range s.arrays() {
		*a = r.floats(lengths[i])
	}
	for i, c := range s.classes() {
		*c = r.bytes(counts[i])
	}
	s.Measures = r.measures(measures)
	s.Fault = r.text(fault)
	if r.short {
		return nil, fmt.Errorf("wire: a snapshot of %d bytes ends before its contents do", length)
	}
	if len(r.rest) != 0 {
		return nil, fmt.Errorf("wire: a snapshot of %d bytes has %d to spare", length, len(r.rest))
	}
	return s, s.check()
}

// check reports whether the arrays' lengths fit one another, so that who draws a Snapshot need not ask again.
func (s *Snapshot) check() error {
	for _, a := range [...]struct {
		name      string
		got, want int
	}{
		{"real points", len(s.Real) % 2, 0},
		{"generated points", len(s.Generated) % 2, 0},
		{"real points' classes", len(s.RealClasses), some(s.RealClasses, len(s.Real)/2)},
		{"generated points' classes", len(s.Asked), some(s.Asked, len(s.Generated)/2)},
		{"generated points' classes as they landed", len(s.Landed), len(s.Asked)},
		{"arrows", len(s.Arrows) % 2, 0},
		{"pending measures", min(s.Pending, 0), 0},
		{"orbit", len(s.Orbit) % 2, 0},
		{"field", len(s.Field), area(s.FieldSize, s.FieldSize)},
		{"optimal field", len(s.Optimal), some(s.Optimal, len(s.Field))},
		{"manifold", len(s.Manifold), 2 * area(s.ManifoldRows, s.ManifoldCols)},
		{"trace of the generator's loss", len(s.Trace.LossG), len(s.Trace.LossD)},
		{"trace of the penalty", len(s.Trace.Penalty), len(s.Trace.LossD)},
		{"trace of D(real)", len(s.Trace.DReal), len(s.Trace.LossD)},
		{"trace of D(fake)", len(s.Trace.DFake), len(s.Trace.LossD)},
	} {
		if a.got != a.want {
			return fmt.Errorf("wire: the snapshot's %s: %d numbers where %d fit", a.name, a.got, a.want)
		}
	}
	if len(s.Arrows) > len(s.Generated) {
		return fmt.Errorf("wire: %d arrows at %d generated points", len(s.Arrows)/2, len(s.Generated)/2)
	}
	return nil
}

// some is how long a list may be that may be missing: not at all, or n.
func some[T any](list []T, n int) int {
	if len(list) == 0 {
		return 0
	}
	return n
}

// area is rows times columns, or -1 where either is negative or the product cannot be the length of an array that was read.
func area(rows, cols int) int {
	const most = 1 << 28
	if rows < 0 || cols < 0 || int64(rows)*int64(cols) > most {
		return -1
	}
	return rows * cols
}

// reader takes little-endian values off the front of its bytes. Where they run out it turns short, and gives zeros.
type reader struct {
	rest  []byte
	short bool
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

func (r *reader) double() float64 {
	if b := r.take(8); b != nil {
		return math.Float64frombits(binary.LittleEndian.Uint64(b))
	}
	return 0
}

func (r *reader) floats(n uint32) []float32 {
	b := r.take(4 * int64(n))
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
func (r *reader) padded(n uint32) []byte {
	b := r.take((int64(n) + 3) &^ 3)
	if b == nil {
		return nil
	}
	return b[:n]
}

func (r *reader) text(n uint32) string { return string(r.padded(n)) }

func (r *reader) bytes(n uint32) []byte { return append([]byte(nil), r.padded(n)...) }

func (r *reader) measures(n uint32) []Measure {
	if int64(n)*measureSize > int64(len(r.rest)) {
		r.short = true
		return nil
	}
	var dst []Measure
	for range n {
		key := r.word()
		m := Measure{Step: r.word(), Value: r.double(), Floor: r.double()}
		m.Key = r.text(key)
		dst = append(dst, m)
	}
	return dst
}
