package imagefile

import (
	"encoding/binary"
	"regexp"
	"strconv"
	"strings"
)

// What a header says (NumPy Enhancement Proposal 1), in any order.
var (
	npyType    = regexp.MustCompile(`'descr': *'([<>|=]?)([a-zA-Z?][0-9]*)'`)
	npyFortran = regexp.MustCompile(`'fortran_order': *(True|False)`)
	npyShape   = regexp.MustCompile(`'shape': *\(([0-9, L]*)\)`)
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
	kind, fortran, shape := npyType.FindStringSubmatch(header), npyFortran.FindStringSubmatch(header), npyShape.FindStringSubmatch(header)
	if kind == nil || fortran == nil || shape == nil {
		return refuse(l.name, as+", of numbers", "the header %q", shown(header))
	}
	if kind[2] == "O" {
		return refuse(l.name, "arrays of numbers; of Quick, Draw! the bitmaps (.npy), not the strokes", "Python objects in it")
	}
	a := array{leaf: l, skip: int64(start + length), as: as}
	var order binary.ByteOrder = binary.LittleEndian
	if kind[1] == ">" {
		order = binary.BigEndian
	}
	var known bool
	if a.kind, known = elements(kind[2], order); !known {
		return refuse(l.name, "bool, integers and floats of 1 to 8 bytes", "numbers of type %q", kind[1]+kind[2])
	}
	for _, d := range strings.Split(shape[1], ",") {
		if d = strings.TrimSuffix(strings.TrimSpace(d), "L"); d == "" {
			continue
		}
		n, err := strconv.ParseInt(d, 10, 32)
		if err != nil {
			return refuse(l.name, "axes of 1 or more", "an axis of %s", shown(d))
		}
		a.shape = append(a.shape, int(n))
	}
	if fortran[1] == "True" && len(a.shape) > 1 {
		return refuse(l.name, "rows first: numpy.ascontiguousarray makes it so", "an array of %v in Fortran's order", a.shape)
	}
	return r.add(a)
}
