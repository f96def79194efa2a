package scalar

import (
	"math"
	"testing"
)

// The same formula as a code, run by a Loop, gives the same bits: at every radius and at every angle that random numbers are made of.
func TestPolarDirectHasTheBitsOfItsCode(t *testing.T) {
	stride := 1
	if testing.Short() {
		stride = 97
	}
	loop := NewLoop(polarCode())
	u, v, x, y := make([]float32, Block), make([]float32, Block), make([]float32, Block), make([]float32, Block)
	uv, gotX, gotY := make([]float32, 2*Block), make([]float32, Block), make([]float32, Block)
	const all = 1 << 24
	for at := 0; at < all; at += Block * stride {
		for i := range u {
			k := at + i*stride
			// An odd number of steps on, so that angles meet radii of all sizes.
			u[i], v[i] = float32(k%all)*0x1p-24, float32(k*0x9e3779%all)*0x1p-24
			uv[2*i], uv[2*i+1] = u[i], v[i]
		}
		loop.Run(Block, [][]float32{u, v}, [][]float32{x, y})
		PolarDirect(gotX, gotY, uv)
		for i := range u {
			if math.Float32bits(gotX[i]) != math.Float32bits(x[i]) || math.Float32bits(gotY[i]) != math.Float32bits(y[i]) {
				t.Fatalf("(%v, %v) gives (%v, %v), want (%v, %v)", u[i], v[i], gotX[i], gotY[i], x[i], y[i])
			}
		}
	}
}

// polarCode is PolarDirect of one pair, by the library's functions.
func polarCode() Code {
	b := NewBuilder(2)
	apply := func(f *Fn, x Ref) Ref { return f.Write(b, []Ref{x}) }
	r := b.Do(Sqrt, b.Do(Mul, apply(Log, b.Do(Sub, b.Const(1), b.Arg(0))), b.Const(-2)))
	a := b.Do(Mul, b.Arg(1), b.Const(2*math.Pi))
	return b.Code(b.Do(Mul, r, apply(Cos, a)), b.Do(Mul, r, apply(Sin, a)))
}

// The parts have the bits of Log, Sin and Cos themselves, which a product with the other part might hide.
func TestDirectPartsHaveTheBitsOfTheCodes(t *testing.T) {
	same := func(what string, x, got, want float32) {
		if math.Float32bits(got) != math.Float32bits(want) {
			t.Fatalf("%s of %v is %v, want %v", what, x, got, want)
		}
	}
	log, sine := NewLoop(Log.Code()), NewLoop(Sin.Code())
	x, y := make([]float32, Block), make([]float32, Block)
	stride := 1
	if testing.Short() {
		stride = 97
	}
	for at := 0; at < 1<<24; at += Block * stride {
		for i := range x {
			x[i] = 1 - float32((at+i*stride)%(1<<24))*0x1p-24
		}
		log.Run(Block, [][]float32{x}, [][]float32{y})
		for i, v := range x {
			same("log", v, logSeries(logSplit(v)), y[i])
		}
		for i := range x {
			x[i] = float32((1 - x[i]) * (2 * math.Pi))
		}
		sine.Run(Block, [][]float32{x}, [][]float32{y})
		for i, v := range x {
			turns := float32(v*(1/math.Pi)) + rounds
			same("sin", v, flipped(sineSeries(sineSplit(v, turns-rounds)), turns), y[i])
		}
	}
}
