package random

// Source is a stream of random numbers. It is a Source of math/rand/v2.
type Source struct {
	key   [2]uint32
	next  uint64    // the block to make next
	block [4]uint32 // the block in use
	left  int       // its words not used yet

	normals *pool // what Normal made ahead; nil until then
}

// New starts the named stream of a seed. Streams of different names are independent.
func New(seed uint32, stream string) *Source {
	return &Source{key: [2]uint32{seed, Stream(stream)}}
}

// Uint32 returns 32 random bits.
func (s *Source) Uint32() uint32 {
	if s.left == 0 {
		s.block = s.draw()
		s.left = len(s.block)
	}
	s.left--
	return s.block[len(s.block)-1-s.left]
}

// draw makes the next block.
func (s *Source) draw() [4]uint32 {
	// The last word of the counter keeps a Source apart from the arrays of plan.Random, which have 0 there.
	block := Philox(s.key, [4]uint32{uint32(s.next), uint32(s.next >> 32), 0, 1})
	s.next++
	return block
}

// floats draws what so many calls of Float32 would, block by block.
func (s *Source) floats(dst []float32) {
	for len(dst) > 0 && (s.left > 0 || len(dst) < len(s.block)) {
		dst[0] = s.Float32()
		dst = dst[1:]
	}
	for ; len(dst) >= len(s.block); dst = dst[4:] {
		b := s.draw()
		dst[0], dst[1], dst[2], dst[3] = Unit(b[0]), Unit(b[1]), Unit(b[2]), Unit(b[3])
	}
	for i := range dst {
		dst[i] = s.Float32()
	}
}

// Uint64 returns 64 random bits.
func (s *Source) Uint64() uint64 { return uint64(s.Uint32())<<32 | uint64(s.Uint32()) }

// Float32 returns a number in [0, 1), uniform over the multiples of 2^-24.
func (s *Source) Float32() float32 { return Unit(s.Uint32()) }

// IntN returns a number in [0, n), n at least 1, without bias: Lemire, Fast Random Integer Generation in an Interval, 2019.
func (s *Source) IntN(n int) int {
	if n < 1 || int64(n) > 1<<31 {
		panic("random: IntN of a number below 1 or above 2^31")
	}
	span := uint32(n)
	for {
		product := uint64(s.Uint32()) * uint64(span)
		if uint32(product) >= -span%span {
			return int(product >> 32)
		}
	}
}

// Perm returns the numbers 0 to n-1 in an order of chance (Fisher and Yates), n at most 2^31.
func (s *Source) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		j := s.IntN(i + 1)
		p[i] = p[j]
		p[j] = i
	}
	return p
}
