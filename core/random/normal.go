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

// Normal returns a standard normal number. Every second one is the other of the pair that the one before came from.
func (s *Source) Normal() float32 {
	if s.paired {
		s.paired = false
		return s.spare
	}
	if s.polar == nil {
		s.polar = scalar.NewLoop(polar)
	}
	u, v := s.Float32(), s.Float32()
	var x, y [1]float32
	s.polar.Run(1, [][]float32{{u}, {v}}, [][]float32{x[:], y[:]})
	s.spare, s.paired = y[0], true
	return x[0]
}
