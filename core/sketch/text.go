package sketch

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"slices"
)

// MostText is the longest text that a link carries: longer ones are cut by mail programs and messengers.
const MostText = 6000

// errText is what is wrong with a text that no sketch has.
var errText = errors.New("no drawing: letters and digits that Ganvas has written, whole")

// String is the points as letters, digits, - and _: of each class how many there are and, in the order of their places, how far each lies behind the one
// before, as bytes in base 64. An empty sketch's is empty.
func (s *Sketch) String() string {
	var out []byte
	rest := s.points
	for class := range uint8(Classes) {
		n, _ := slices.BinarySearchFunc(rest, Point{Class: class + 1}, order)
		if len(rest) == 0 {
			break
		}
		out = binary.AppendUvarint(out, uint64(n))
		last := -1
		for _, p := range rest[:n] {
			at := int(p.Y)*Side + int(p.X)
			out = binary.AppendUvarint(out, uint64(at-last-1))
			last = at
		}
		rest = rest[n:]
	}
	return base64.RawURLEncoding.EncodeToString(out)
}

// Parse reads what String writes. The error says that it is something else.
func Parse(text string) (*Sketch, error) {
	bytes, err := base64.RawURLEncoding.Strict().DecodeString(text)
	if err != nil {
		return nil, errText
	}
	s := &Sketch{}
	next := func() int {
		v, n := binary.Uvarint(bytes)
		if n <= 0 || v >= Side*Side {
			err = errText
			return 0
		}
		bytes = bytes[n:]
		return int(v)
	}
	for class := uint8(0); len(bytes) > 0 && err == nil; class++ {
		at := -1
		for range next() {
			if at += next() + 1; err != nil || at >= Side*Side || len(s.points) == Most || class >= Classes {
				return nil, errText
			}
			s.points = append(s.points, Point{uint16(at % Side), uint16(at / Side), class})
		}
	}
	if err != nil || s.String() != text {
		return nil, errText
	}
	return s, nil
}
