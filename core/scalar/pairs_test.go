package scalar

import (
	"math"
	"testing"
)

// Every operation of two floats has the bits of its definition on every pair of values at which it might take a turn: equal ones, zeros of both
// signs, infinities, and the ends of whole numbers.
func TestLoopsOfPairs(t *testing.T) {
	values := []float32{0, float32(math.Copysign(0, -1)), 1, -1, 1.5, -2.5, float32(math.Inf(1)), float32(math.Inf(-1)), 1 << 31, -1 << 31, 1<<31 - 128,
		-1<<31 - 256, math.MaxFloat32, math.SmallestNonzeroFloat32}
	n := len(values) * len(values)
	a, b := make([]float32, 0, n), make([]float32, 0, n)
	for _, x := range values {
		for _, y := range values {
			a, b = append(a, x), append(b, y)
		}
	}
	for op := Add; op <= ToFloat; op++ {
		if op.Operands() > 2 || op == Shl || op == Shr || op == Sar {
			continue
		}
		builder := NewBuilder(2)
		args := []Ref{builder.Arg(0), builder.Arg(1)}
		code := builder.Code(builder.Do(op, args[:op.Operands()]...))
		out := make([]float32, n)
		NewLoop(code).Run(n, [][]float32{a, b}, [][]float32{out})
		for i := range out {
			pair := []uint32{math.Float32bits(a[i]), math.Float32bits(b[i])}
			if makesNaN(code, pair) {
				continue
			}
			if want := Eval(code, pair...)[0]; Bits(out)[i] != want {
				t.Errorf("%v of %g and %g is %x, want %x", op, a[i], b[i], Bits(out)[i], want)
			}
		}
	}
}
