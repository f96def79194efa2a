package scalar

import "math"

// Tanh is the hyperbolic tangent: odd to the last bit, in [-1, 1], and x itself where x is small.
//
// Half the angle first: with tanh(x/2) = N/D, tanh(x) = 2ND/(D²+N²), which needs no second division and forgives N/D its
// error where it is near 1. N = x/2*(1+p) and D = 1+s, with polynomials p and s in x² without constant terms, are minimax,
// weighted so, on |x| <= 9.02: 7.9e-9 of the tangent. From there on it is 1 in float32, and 9.03 is a place where the
// code gives just that.
var Tanh = &Fn{
	Name: "tanh", Arity: 1, ULP: 4, Lo: -math.MaxFloat32, Hi: math.MaxFloat32,
	Write: func(b *Builder, a []Ref) Ref {
		x := clamp(b, a[0], 9.03)
		z := b.Do(Mul, x, x)
		p := b.Do(Mul, z, horner(b, z, 0.0297774329, 0.000114332857))
		s := b.Do(Mul, z, horner(b, z, 0.113110732, 0.00120692991, 1.23067927e-06))
		n := b.Do(Add, b.Do(Mul, x, p), x) // 2N

		// Sums with 1 round most where x is small. Each comes once, and last.
		above := b.Do(Add, b.Do(Mul, n, s), n)
		dd := b.Do(Mul, s, b.Do(Add, s, b.Const(2))) // D² - 1
		nn := b.Do(Mul, b.Do(Mul, n, n), b.Const(0.25))
		below := b.Do(Add, b.Do(Add, dd, nn), b.Const(1))
		return clamp(b, b.Do(Div, above, below), 1) // rounding may step beyond 1
	},
	Exact: func(x ...float64) float64 { return math.Tanh(x[0]) },
}

// clamp limits x to [-limit, limit]. NaNs stay.
func clamp(b *Builder, x Ref, limit float32) Ref {
	return b.Do(Max, b.Do(Min, x, b.Const(limit)), b.Const(-limit))
}
