package imageset

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// magic begins a set as bytes: no text, and no file of another kind, begins so.
const magic = "\x00ganvas images 1\n"

// Is says whether bytes are a set as Bytes writes it.
func Is(b []byte) bool { return len(b) >= len(magic) && string(b[:len(magic)]) == magic }

// Bytes is the set for a message, a cache or a file: after the magic, little-endian numbers and what they count.
func (s *Set) Bytes() []byte {
	b := make([]byte, 0, len(magic)+64+len(s.Pixels)+len(s.Labels)+32*len(s.Classes))
	b = append(b, magic...)
	number := func(n int) { b = binary.LittleEndian.AppendUint32(b, uint32(n)) }
	for _, d := range s.Shape {
		number(d)
	}
	number(s.Len())
	number(s.Total)
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(s.Low))
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(s.High))
	number(len(s.Classes))
	for _, c := range s.Classes {
		number(len(c))
		b = append(b, c...)
	}
	number(len(s.Labels))
	b = append(b, s.Labels...)
	return append(b, s.Pixels...)
}

// Parse reads what Bytes wrote. The pixels and labels are those of b.
func Parse(b []byte) (*Set, error) {
	if !Is(b) {
		return nil, errors.New("a set of images begins otherwise")
	}
	p := parser{b[len(magic):], false}
	s := &Set{}
	for i := range s.Shape {
		s.Shape[i] = p.number()
	}
	count := p.number()
	s.Total = p.number()
	s.Low, s.High = p.float(), p.float()
	for range min(p.number(), MaxClasses+1) {
		s.Classes = append(s.Classes, string(p.bytes(p.number())))
	}
	if n := p.number(); n > 0 {
		s.Labels = p.bytes(n)
	}
	if err := s.Shape.Check(); err != nil && !p.short {
		return nil, err
	}
	s.Pixels = p.rest
	if p.short || count != s.Len() || len(s.Pixels)%s.Shape.Size() != 0 {
		return nil, fmt.Errorf("a set of images is cut off, or longer than it says: %d bytes", len(b))
	}
	return s, s.Check()
}

// parser takes bytes from the front; short once there were too few.
type parser struct {
	rest  []byte
	short bool
}

func (p *parser) bytes(n int) []byte {
	if n < 0 || n > len(p.rest) {
		p.short, n = true, 0
	}
	b := p.rest[:n:n]
	p.rest = p.rest[n:]
	return b
}

func (p *parser) number() int {
	if b := p.bytes(4); len(b) == 4 {
		return int(int32(binary.LittleEndian.Uint32(b)))
	}
	return 0
}

func (p *parser) float() float64 {
	if b := p.bytes(8); len(b) == 8 {
		return math.Float64frombits(binary.LittleEndian.Uint64(b))
	}
	return 0
}
