package scalar

import "math"

// The reduction of Sin and Cos writes pi as a sum of three parts. The first two have at most 11 significant bits, so that their
// products with half-integers up to 2^12 are exact (Cody and Waite).
const (
	piHi  = 201.0 / 64
	piMid = 2029.0 / (1 << 21)
	piLo  = math.Pi - piHi - piMid
)

// Sin is the sine of x in radians.
//
// On |x| <= 8192 its error is at most ULP, or, near the zeros other than 0, Abs. Beyond that it loses accuracy and, from
// about 10^7, means nothing, but it stays in [-1, 1]. It is odd to the last bit up to there. Sin of an infinity is NaN.
var Sin = &Fn{
	Name: "sin", Arity: 1, ULP: 2.5, Abs: 2e-10, Lo: -8192, Hi: 8192,
	Write: func(b *Builder, a []Ref) Ref {
		t := b.Do(Add, b.Do(Mul, a[0], b.Const(1/math.Pi)), b.Const(rounds))
		n := b.Do(Sub, t, b.Const(rounds))
		return b.Do(Xor, sineBeyond(b, a[0], n), b.Shift(Shl, t, 31))
	},
	Exact: func(x ...float64) float64 { return math.Sin(x[0]) },
}

// Cos is the cosine of x in radians, with the accuracy and the range of Sin.
//
// It is the sine past the zero at (n+1/2)*pi that is nearest to x: cos(r + (n+1/2)*pi) = -(-1)^n sin(r).
var Cos = &Fn{
	Name: "cos", Arity: 1, ULP: 2.5, Abs: 2e-10, Lo: -8192, Hi: 8192,
	Write: func(b *Builder, a []Ref) Ref {
		// Cos is even: the distance from zero makes it so to the last bit.
		x := b.Do(Abs, a[0])
		magic := b.Const(rounds + 1) // one more, for the minus sign
		t := b.Do(Add, b.Do(Sub, b.Do(Mul, x, b.Const(1/math.Pi)), b.Const(0.5)), magic)
		n := b.Do(Add, b.Do(Sub, t, magic), b.Const(0.5))
		return b.Do(Xor, sineBeyond(b, x, n), b.Shift(Shl, t, 31))
	},
	Exact: func(x ...float64) float64 { return math.Cos(x[0]) },
}

// (sin r - r)/r³ on |r| <= pi/2: minimax, 6.2e-9 of the sine.
const sin0, sin1, sin2, sin3 = -0.166666597, 0.00833306927, -0.000198097739, 2.60608181e-06

// sineBeyond writes sin(x - n*pi), where that angle is at most about pi/2.
func sineBeyond(b *Builder, x, n Ref) Ref {
	r := x
	for _, part := range [...]float32{piHi, piMid, piLo} {
		r = b.Do(Sub, r, b.Do(Mul, n, b.Const(part)))
	}
	r = clamp(b, r, math.Pi/2) // holds for any x once n is not exact
	z := b.Do(Mul, r, r)
	p := horner(b, z, sin0, sin1, sin2, sin3)
	return b.Do(Add, b.Do(Mul, b.Do(Mul, p, z), r), r)
}
