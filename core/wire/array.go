package wire

// Array is one probe or constant: its elements row by row, either Floats or Bytes.
type Array struct {
	Name  string
	Shape []int
	// Constant says that it never changes in a run: it is sent once, and the page keeps it.
	Constant bool

	Floats []float32
	Bytes  []uint8
}

// Floats is an array of float32s.
func Floats(name string, values []float32, shape ...int) Array {
	return Array{Name: name, Shape: shape, Floats: values}
}

// Bytes is an array of bytes.
func Bytes(name string, values []uint8, shape ...int) Array {
	return Array{Name: name, Shape: shape, Bytes: values}
}

// Len is the number of elements.
func (a Array) Len() int { return len(a.Floats) + len(a.Bytes) }

// Dim is the length along an axis, or 0 where there is no such axis.
func (a Array) Dim(axis int) int {
	if axis >= len(a.Shape) {
		return 0
	}
	return a.Shape[axis]
}

// Array returns the array with this name, or one that is empty.
func (s *Snapshot) Array(name string) Array {
	if s != nil {
		for _, a := range s.Arrays {
			if a.Name == name {
				return a
			}
		}
	}
	return Array{}
}

// Floats returns the elements of the array with this name; nil where there are none.
func (s *Snapshot) Floats(name string) []float32 { return s.Array(name).Floats }

// Bytes returns the elements of the array with this name; nil where there are none.
func (s *Snapshot) Bytes(name string) []uint8 { return s.Array(name).Bytes }

// Constants are the arrays that never change in the run.
func (s *Snapshot) Constants() []Array {
	var out []Array
	for _, a := range s.Arrays {
		if a.Constant {
			out = append(out, a)
		}
	}
	return out
}

// Elements is the number of elements of a shape, or -1 where a length is negative or there are more than an array may have.
func Elements(shape []int) int {
	n := int64(1)
	for _, d := range shape {
		if d < 0 || int64(d) > maxElements {
			return -1
		}
		if n *= int64(d); n > maxElements {
			return -1
		}
	}
	return int(n)
}

// maxElements is the most elements of an array: a gigabyte of floats.
const maxElements = 1 << 28
