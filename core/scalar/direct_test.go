package scalar

import (
	"math"
	"testing"
)

// The direct functions have the bits of the codes at every number that random numbers are made of, and beyond.
func TestDirectHasTheBitsOfTheCodes(t *testing.T) {
	stride := 1
	if testing.Short() {
		stride = 97
	}
	log, sin, cos := NewLoop(Log.Code()), NewLoop(Sin.Code()), NewLoop(Cos.Code())
	x, y, z := make([]float32, Block), make([]float32, Block), make([]float32, Block)
	same := func(what string, x, got, want float32) {
		if math.Float32bits(got) != math.Float32bits(want) {
			t.Fatalf("%s of %v is %v, want %v", what, x, got, want)
		}
	}
	for at := 0; at < 1<<24; at += Block * stride {
		for i := range x {
			x[i] = 1 - float32(at+i*stride)*0x1p-24
		}
		log.Run(Block, [][]float32{x}, [][]float32{y})
		for i, v := range x {
			if v > 0 {
				same("log", v, LogDirect(v), y[i])
			}
		}
		for i := range x {
			x[i] = float32(at+i*stride) * 0x1p-24 * (2 * math.Pi)
		}
		sin.Run(Block, [][]float32{x}, [][]float32{y})
		cos.Run(Block, [][]float32{x}, [][]float32{z})
		for i, v := range x {
			s, c := SinCosDirect(v)
			same("sin", v, s, y[i])
			same("cos", v, c, z[i])
		}
	}
	for _, v := range []float32{0x1p-126, 0x1p-100, 1e-30, 1, 100, 8192} {
		if v <= 1 {
			same("log", v, LogDirect(v), Log.Of(v))
		}
		s, c := SinCosDirect(v)
		same("sin", v, s, Sin.Of(v))
		same("cos", v, c, Cos.Of(v))
	}
}
