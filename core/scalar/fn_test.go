package scalar

import (
	"fmt"
	"math"
	"testing"
)

// TestFunctionsKeepTheirError sweeps every function over its domain, at a stride through all bit patterns that is prime and small
// enough to visit every binade thousands of times, and holds it to the error that it states.
func TestFunctionsKeepTheirError(t *testing.T) {
	stride := uint32(1009)
	if testing.Short() {
		stride = 10007
	}
	for _, f := range All {
		t.Run(f.Name, func(t *testing.T) {
			worst := meter{f: f, loop: NewLoop(f.Code())}
			for b := uint64(0); b < 1<<32; b += uint64(stride) {
				worst.add(math.Float32frombits(uint32(b)))
			}
			for _, x := range []float32{0, 1, -1, f.Lo, f.Hi, math.Ln2 / 2, -math.Ln2 / 2, math.Sqrt2, math.Sqrt2 / 2,
				0x1p-126, math.Pi, math.Pi / 2, 710 * math.Pi / 226, 355, 9.02, 9.03, 88.3762, 88.7228, -86.98} {
				worst.addAround(x)
			}
			worst.flush()
			t.Logf("%s: %.3f ulp at %v (%x), %d operations, %d points", f.Name, worst.ulp, worst.at,
				math.Float32bits(worst.at), len(f.Code().Instrs), worst.points)
			if !(worst.ulp <= f.ULP) {
				t.Errorf("error of %.3f ulp at %v is above the stated %v", worst.ulp, worst.at, f.ULP)
			}
		})
	}
}

// meter keeps the greatest error of a function over the points given to it.
type meter struct {
	f      *Fn
	loop   *Loop
	in     []float32
	ulp    float64
	at     float32
	points int
}

func (m *meter) addAround(x float32) {
	b := math.Float32bits(x)
	for k := uint32(0); k < 4000; k++ {
		m.add(math.Float32frombits(b + k))
		m.add(math.Float32frombits(b - k))
	}
}

func (m *meter) add(x float32) {
	if !(m.f.Lo <= x && x <= m.f.Hi) {
		return
	}
	m.in = append(m.in, x)
	if len(m.in) == Block {
		m.flush()
	}
}

func (m *meter) flush() {
	n := len(m.in)
	out := make([]float32, n)
	m.loop.Run(n, [][]float32{m.in}, [][]float32{out})
	for i, x := range m.in {
		want := m.f.Exact(float64(x))
		if e := ulps(out[i], want, m.f.Abs); e > m.ulp || e != e {
			m.ulp, m.at = e, x
		}
	}
	m.points += n
	m.in = m.in[:0]
}

// ulps is the distance of got from want in units in the last place of want, after taking off what abs allows.
func ulps(got float32, want, abs float64) float64 {
	if rounded := float32(want); math.IsInf(float64(rounded), 0) {
		if got == rounded {
			return 0
		}
		return math.Inf(1)
	}
	return math.Max(0, math.Abs(float64(got)-want)-abs) / ulp(want)
}

// ulp is the spacing of float32s at x, for denormals theirs.
func ulp(x float64) float64 {
	_, e := math.Frexp(x)
	return math.Ldexp(1, max(e-24, -149))
}

// TestEdges holds the functions to the values at the points where they are not measured in ulps.
func TestEdges(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	const least, huge = math.SmallestNonzeroFloat32, math.MaxFloat32
	for _, c := range []struct {
		f       *Fn
		x, want float64
	}{
		{Exp, inf, inf}, {Exp, -inf, 0}, {Exp, nan, nan}, {Exp, 0, 1}, {Exp, 1e30, inf}, {Exp, -1e30, 0}, {Exp, 88.73, inf},
		{Exp, -88, 0}, {Exp, -200, 0}, {Exp, least, 1},
		{Log, 0, -inf}, {Log, math.Copysign(0, -1), -inf}, {Log, -1, nan}, {Log, -least, nan}, {Log, -inf, nan}, {Log, inf, inf},
		{Log, nan, nan}, {Log, 1, 0},
		{Log1p, -1, -inf}, {Log1p, -2, nan}, {Log1p, -inf, nan}, {Log1p, inf, inf}, {Log1p, nan, nan}, {Log1p, 0, 0},
		{Log1p, least, least}, {Log1p, -least, -least},
		{Sin, 0, 0}, {Sin, inf, nan}, {Sin, -inf, nan}, {Sin, nan, nan}, {Sin, least, least},
		{Cos, 0, 1}, {Cos, inf, nan}, {Cos, nan, nan}, {Cos, least, 1},
		{Tanh, 0, 0}, {Tanh, inf, 1}, {Tanh, -inf, -1}, {Tanh, nan, nan}, {Tanh, least, least}, {Tanh, huge, 1},
		{Sigmoid, 0, 0.5}, {Sigmoid, inf, 1}, {Sigmoid, -inf, 0}, {Sigmoid, nan, nan}, {Sigmoid, -200, 0}, {Sigmoid, huge, 1},
		{Softplus, inf, inf}, {Softplus, -inf, 0}, {Softplus, nan, nan}, {Softplus, -200, 0}, {Softplus, huge, huge},
		{Softplus, 0, float64(float32(math.Ln2))},
	} {
		got := float64(c.f.Of(float32(c.x)))
		if got != c.want && !(got != got && c.want != c.want) {
			t.Errorf("%s(%v) = %v, want %v", c.f.Name, c.x, got, c.want)
		}
	}
}

// TestEveryNaNStaysNaN gives the functions NaNs of many bit patterns: none may pass for a number on its way through the bits.
func TestEveryNaNStaysNaN(t *testing.T) {
	for _, f := range All {
		for _, b := range []uint32{0x7fc00000, 0xffc00000, 0x7fffffff, 0xffffffff, 0x7fc00001, 0x7fc000ff, 0xffc001ff, 0x7fd5aaaa} {
			if y := f.Of(math.Float32frombits(b)); y == y {
				t.Errorf("%s(NaN %x) = %v", f.Name, b, y)
			}
		}
	}
}

// TestSymmetry: sin and tanh are odd and cos is even, to the last bit, as far as they mean something, and none of them ever
// leaves [-1, 1].
func TestSymmetry(t *testing.T) {
	for _, c := range []struct {
		f    *Fn
		sign uint32
		hi   float32
	}{{Sin, signBit, 1e7}, {Tanh, signBit, math.MaxFloat32}, {Cos, 0, math.MaxFloat32}} {
		t.Run(c.f.Name, func(t *testing.T) {
			code := c.f.Code()
			for b := uint32(0); b < 0x7f800000; b += 1 << 14 {
				plus, minus := Eval(code, b)[0], Eval(code, b|signBit)[0]
				if plus^minus != c.sign && 0 < b && math.Float32frombits(b) <= c.hi {
					t.Fatalf("f(%v) = %x, f(-x) = %x", math.Float32frombits(b), plus, minus)
				}
				if y := math.Float32frombits(plus); !(y >= -1 && y <= 1) {
					t.Fatalf("f(%v) = %v", math.Float32frombits(b), y)
				}
			}
		})
	}
}

func ExampleCode_String() {
	b := NewBuilder(1)
	x := b.Arg(0)
	fmt.Print(b.Code(b.Do(Mul, x, b.Do(Add, x, b.Const(0.5)))))
	// Output:
	// %0 = arg 0
	// %1 = const 0.5
	// %2 = add %0 %1
	// %3 = mul %0 %2
	// return [3]
}
