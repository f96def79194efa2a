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
	x, y [pairs]float32
	left int // of the 2*pairs numbers
}

// Normal returns a standard normal number. It draws the uniform numbers of the next 128 normals at once, so that what it returns
// depends on when other numbers were drawn from the same source, but on nothing else.
func (s *Source) Normal() float32 {
	if s.normals == nil {
		s.normals = &pool{loop: scalar.NewLoop(polar)}
	}
	n := s.normals
	if n.left == 0 {
		var u, v [pairs]float32
		for i := range u {
			u[i], v[i] = s.Float32(), s.Float32()
		}
		n.loop.Run(pairs, [][]float32{u[:], v[:]}, [][]float32{n.x[:], n.y[:]})
		n.left = 2 * pairs
	}
	n.left--
	if n.left >= pairs {
		return n.x[n.left-pairs]
	}
	return n.y[n.left]
}
