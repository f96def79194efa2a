package imagefile

import "encoding/binary"

// idxKinds are the types of IDX (LeCun, The MNIST database), big-endian.
var idxKinds = map[byte]string{0x08: "u1", 0x09: "i1", 0x0b: "i2", 0x0c: "i4", 0x0d: "f4", 0x0e: "f8"}

// isIDX says whether two zeros, a type and a number of axes stand first.
func isIDX(l leaf) bool {
	return len(l.head) >= 4 && l.head[0] == 0 && l.head[1] == 0 && idxKinds[l.head[2]] != "" && l.head[3] >= 1 && l.head[3] <= 4
}

// idx reads a file of images or of labels.
func (r *reading) idx(l leaf) error {
	axes := int(l.head[3])
	if len(l.head) < 4+4*axes {
		return refuse(l.name, "an IDX file whole", "fewer bytes than it says: it is cut off")
	}
	kind, _ := elements(idxKinds[l.head[2]], binary.BigEndian)
	a := array{leaf: l, kind: kind, skip: int64(4 + 4*axes), as: "an IDX file"}
	for i := range axes {
		a.shape = append(a.shape, int(binary.BigEndian.Uint32(l.head[4+4*i:])))
	}
	return r.add(a)
}
