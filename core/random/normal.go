package random

import "ganvas/core/scalar"

// pairs is how many pairs of normals are made at a time. A stream's numbers depend on it.
const pairs = 64

// pool holds normals that have been made and not been given.
type pool struct {
	made [2 * pairs]float32 // given from the end
	left int
}

// Normal returns a standard normal number. It draws the uniform numbers of the next 128 normals at once, so that what it returns
// depends on when other numbers were drawn from the same source, but on nothing else.
func (s *Source) Normal() float32 {
	n := s.normals
	if n == nil || n.left == 0 {
		n = s.makeNormals()
	}
	n.left--
	return n.made[n.left]
}

// UniformNormals draws what Float32 and then some calls of Normal would, for each of the uniform numbers in turn: normals has room for
// so many each.
func (s *Source) UniformNormals(uniform, normals []float32, each int) {
	for i := 0; i < len(uniform); {
		uniform[i] = s.Float32()
		for k := range each {
			normals[each*i+k] = s.Normal()
		}
		i++
		// As far as the pool lasts, uniform numbers follow one another.
		n := min(s.normals.left/each, len(uniform)-i)
		s.floats(uniform[i : i+n])
		s.normals.take(normals[each*i : each*(i+n)])
		i += n
	}
}

// take gives the next of what has been made, of which there must be enough.
func (p *pool) take(dst []float32) {
	made := p.made[p.left-len(dst) : p.left]
	for i := range dst {
		dst[i] = made[len(made)-1-i]
	}
	p.left -= len(dst)
}

// makeNormals fills the pool.
func (s *Source) makeNormals() *pool {
	if s.normals == nil {
		s.normals = &pool{}
	}
	n := s.normals
	var drawn [2 * pairs]float32
	s.floats(drawn[:])
	// Given from the end: first what is made with the cosine. As 1-u is at least 2^-24, no number is beyond 5.77.
	scalar.PolarDirect(n.made[pairs:], n.made[:pairs], drawn[:])
	n.left = len(n.made)
	return n
}
