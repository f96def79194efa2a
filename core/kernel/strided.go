package kernel

import (
	"ganvas/core/plan"
	"ganvas/core/scalar"
)

// strided is a view in its simplest form: dimensions of 1 are dropped and dimensions that follow on each other are one.
// It copies elements between the arena and blocks, in the order of the loop. Elements move as bits.
type strided struct {
	arena   []uint32
	dims    []int // never empty
	strides []int
	index   []int // where a walk is, kept here so that walks allocate nothing
}

func newStrided(v plan.View, dims []int, arena []float32) strided {
	s := strided{arena: scalar.Bits(arena[v.Offset:])}
	dims, strides := plan.Loop(dims, [][]int{v.Strides}, 1)
	s.dims, s.strides = dims, strides[0]
	s.index = make([]int, len(s.dims))
	return s
}

// dense says whether elements follow one another in the arena as they do in the loop.
func (s *strided) dense() bool { return len(s.dims) == 1 && s.strides[0] == 1 }

// constant says whether the view repeats one element.
func (s *strided) constant() bool { return len(s.dims) == 1 && s.strides[0] == 0 }

// load copies elements start, start+1, ... of the loop's order to dst.
func (s *strided) load(dst []uint32, start int) {
	inner := len(s.dims) - 1
	stride := s.strides[inner]
	for at := s.seek(start); len(dst) > 0; at = s.next() {
		n := min(s.dims[inner]-s.index[inner], len(dst))
		row := dst[:n]
		switch stride {
		case 0:
			x := s.arena[at]
			for i := range row {
				row[i] = x
			}
		case 1:
			copy(row, s.arena[at:])
		default:
			for i := range row {
				row[i] = s.arena[at]
				at += stride
			}
		}
		dst = dst[n:]
	}
}

// store copies src to elements start, start+1, ... of the loop's order.
func (s *strided) store(src []uint32, start int) {
	inner := len(s.dims) - 1
	stride := s.strides[inner]
	for at := s.seek(start); len(src) > 0; at = s.next() {
		n := min(s.dims[inner]-s.index[inner], len(src))
		if stride == 1 {
			copy(s.arena[at:], src[:n])
		} else {
			for _, x := range src[:n] {
				s.arena[at] = x
				at += stride
			}
		}
		src = src[n:]
	}
}

// seek begins a walk at an element of the loop's order and returns its place.
func (s *strided) seek(element int) (at int) {
	for d := len(s.dims) - 1; d >= 0; d-- {
		s.index[d] = element % s.dims[d]
		element /= s.dims[d]
		at += s.index[d] * s.strides[d]
	}
	return at
}

// next takes a walk to the beginning of the next row, and returns its place.
func (s *strided) next() (at int) {
	d := len(s.dims) - 1
	s.index[d] = 0
	for d--; d >= 0; d-- {
		if s.index[d]++; s.index[d] < s.dims[d] {
			break
		}
		s.index[d] = 0
	}
	for d, i := range s.index {
		at += i * s.strides[d]
	}
	return at
}
