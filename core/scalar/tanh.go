package scalar

import "math"

// Tanh is the hyperbolic tangent: odd to the last bit, in [-1, 1], and x itself where x is small.
//
// It is x*P(x²)/Q(x²) on |x| <= 9.02, beyond which it is 1 in float32; P and Q are minimax in relative error, 2.2e-8.
var Tanh = &Fn{
	Name: "tanh", Arity: 1, ULP: 5.5, Lo: -math.MaxFloat32, Hi: math.MaxFloat32,
	Write: func(b *Builder, a []Ref) Ref {
		x := b.Do(Max, b.Do(Min, a[0], b.Const(9.02)), b.Const(-9.02))
		z := b.Do(Mul, x, x)
		p := horner(b, z, 1, 0.133826874, 0.00349745785, 2.06358251e-05, 1.33842945e-08)
		q := horner(b, z, 1, 0.467160087, 0.0258843616, 0.000328851763, 7.79025067e-07)
		return b.Do(Div, b.Do(Mul, x, p), q)
	},
	Exact: func(x ...float64) float64 { return math.Tanh(x[0]) },
}
