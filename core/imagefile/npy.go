package imagefile

import (
	"encoding/binary"
	"strconv"
	"strings"
)

// maxHeader is the longest header that is read: those of plain arrays take 64 to 128 bytes.
const maxHeader = sniffed - 12

// npy reads an array that numpy.save wrote.
func (r *reading) npy(l leaf) error {
	const as = "an array that numpy.save wrote"
	if len(l.head) < 12 {
		return refuse(l.name, as+", whole", "fewer bytes than it says: it is cut off")
	}
	length, start := int(binary.LittleEndian.Uint16(l.head[8:])), 10
	if l.head[6] > 1 {
		length, start = int(binary.LittleEndian.Uint32(l.head[8:])), 12
	}
	if length > maxHeader || start+length > len(l.head) {
		return refuse(l.name, as+", of numbers", "a header of %d bytes", length)
	}
	header := string(l.head[start : start+length])
	kind, fortran, shape := entry(header, "descr", "'"), entry(header, "fortran_order", ","), entry(header, "shape", ")")
	order, name := byteOrder(kind)
	if name == "" || fortran != "True" && fortran != "False" || !strings.HasPrefix(shape, "(") {
		return refuse(l.name, as+", of numbers", "the header %q", shown(header))
	}
	if name == "O" {
		return refuse(l.name, "arrays of numbers; of Quick, Draw! the bitmaps (.npy), not the strokes", "Python objects in it")
	}
	a := array{leaf: l, skip: int64(start + length), as: as}
	var known bool
	if a.kind, known = elements(name, order); !known {
		return refuse(l.name, "bool, integers and floats of 1 to 8 bytes", "numbers of type %q", shown(kind))
	}
	for _, d := range strings.Split(shape[1:], ",") {
		if d = strings.TrimSuffix(strings.TrimSpace(d), "L"); d == "" {
			continue
		}
		n, err := strconv.ParseInt(d, 10, 32)
		if err != nil {
			return refuse(l.name, "axes of 1 or more", "an axis of %s", shown(d))
		}
		a.shape = append(a.shape, int(n))
	}
	if fortran == "True" && len(a.shape) > 1 {
		return refuse(l.name, "rows first: numpy.ascontiguousarray makes it so", "an array of %v in Fortran's order", a.shape)
	}
	return r.add(a)
}

// entry is what stands behind a name in a header, which is a Python dictionary (NumPy Enhancement Proposal 1), up to what ends it; empty where the
// name is not there.
func entry(header, name, end string) string {
	_, rest, found := strings.Cut(header, "'"+name+"':")
	if !found {
		return ""
	}
	rest = strings.TrimLeft(rest, " ")
	if end == "'" {
		rest = strings.TrimPrefix(rest, "'")
	}
	value, _, found := strings.Cut(rest, end)
	if !found {
		return ""
	}
	return strings.TrimSpace(value)
}

// byteOrder takes a type of numbers apart: ">f4" is big-endian "f4".
func byteOrder(kind string) (order binary.ByteOrder, name string) {
	switch {
	case strings.HasPrefix(kind, ">"):
		return binary.BigEndian, kind[1:]
	case strings.TrimLeft(kind, "<|=") != kind:
		return binary.LittleEndian, kind[1:]
	}
	return binary.LittleEndian, kind
}
