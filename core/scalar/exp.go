package scalar

import "math"

// The argument reduction of Exp and the reassembly of Log write ln 2 as a sum. The first part has 9 significant bits, so that
// its product with an exponent is exact (Cody and Waite, Software Manual for the Elementary Functions, 1980).
const (
	log2E  = 1 / math.Ln2
	ln2Hi  = 355.0 / 512
	ln2Lo  = math.Ln2 - ln2Hi
	rounds = 3 << 22 // 1.5 * 2^23: adding it rounds a small float to an integer, which then stands in the low bits
)

// Exp is e^x.
//
// Results above the greatest float32 are +Inf. Results below 2^-125.5 are flushed to zero, so that one multiplication scales.
var Exp = &Fn{
	Name: "exp", Arity: 1, ULP: 1.2, Lo: -86.98, Hi: math.MaxFloat32,
	Write: func(b *Builder, a []Ref) Ref { return exponential(b, b.Do(Min, a[0], b.Const(89))) },
	Exact: func(x ...float64) float64 { return math.Exp(x[0]) },
}

// exponential writes e^x for x <= 89: with n = round(x/ln 2) and r = x - n*ln 2, it is 2e^r * 2^(n-1). The factor 2 keeps the
// scale finite up to the overflow, and costs nothing, as it is in the coefficients. A NaN passes through every operation.
func exponential(b *Builder, x Ref) Ref {
	x = b.Do(Max, x, b.Const(-87)) // there the scale's exponent, and with it the result, is 0 already

	// The scale's biased exponent, n-1+127, stands in the low bits of t, ready to be shifted to its place.
	magic := b.Const(rounds + 126)
	t := b.Do(Add, b.Do(Mul, x, b.Const(log2E)), magic)
	scale := b.Shift(Shl, t, 23)
	n := b.Do(Sub, t, magic)

	r := b.Do(Sub, x, b.Do(Mul, n, b.Const(ln2Hi)))
	r = b.Do(Sub, r, b.Do(Mul, n, b.Const(ln2Lo)))

	// 2e^r on |r| <= ln 2 / 2: minimax in relative error (4.4e-9), the first three coefficients held at Taylor's.
	p := horner(b, r, 2, 2, 1, 0.333329767, 0.0833311006, 0.0167445783, 0.00280721253)
	return b.Do(Mul, p, scale)
}
