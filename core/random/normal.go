package random

import (
	"math"

	"ganvas/core/scalar"
)

// polar maps two uniform numbers to two independent standard normals: with r = sqrt(-2 log(1-u)) and a = 2*pi*v, they are
// r*cos(a) and r*sin(a) (Box and Muller, 1958). As 1-u is at least 2^-24, no result is beyond 5.77.
var polar = func() scalar.Code {
	b := scalar.NewBuilder(2)
	apply := func(f *scalar.Fn, x scalar.Ref) scalar.Ref { return f.Write(b, []scalar.Ref{x}) }
	log := apply(scalar.Log, b.Do(scalar.Sub, b.Const(1), b.Arg(0)))
	r := b.Do(scalar.Sqrt, b.Do(scalar.Mul, log, b.Const(-2)))
	a := b.Do(scalar.Mul, b.Arg(1), b.Const(2*math.Pi))
	return b.Code(b.Do(scalar.Mul, r, apply(scalar.Cos, a)), b.Do(scalar.Mul, r, apply(scalar.Sin, a)))
}()

// pairs is how many pairs of normals are made at a time: the block loop costs as much to start as some twenty lanes to run.
const pairs = 64

// pool holds normals that have been made and not been given.
type pool struct {
	loop *scalar.Loop
	u, v [pairs]float32     // what they are made of
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

// makeNormals fills the pool.
func (s *Source) makeNormals() *pool {
	if s.normals == nil {
		s.normals = &pool{loop: scalar.NewLoop(polar)}
	}
	n := s.normals
	var drawn [2 * pairs]float32
	s.floats(drawn[:])
	for i := range n.u {
		n.u[i], n.v[i] = drawn[2*i], drawn[2*i+1]
	}
	// Given from the end: first what is made with the cosine.
	n.loop.Run(pairs, [][]float32{n.u[:], n.v[:]}, [][]float32{n.made[pairs:], n.made[:pairs]})
	n.left = len(n.made)
	return n
}
