package scalar

import "math"

// Softplus is log(1+e^x), accurate in relative error down to x = -86.98, below which it is 0.
//
// It is max(x, 0) + log(1+e) with e = e^-|x|, and log(1+e) = 2 atanh(s) with s = e/(2+e) <= 1/3.
var Softplus = &Fn{
	Name: "softplus", Arity: 1, ULP: 3.5, Lo: -86.98, Hi: math.MaxFloat32,
	Write: func(b *Builder, a []Ref) Ref {
		e := decay(b, a[0])
		s := b.Do(Div, e, b.Do(Add, e, b.Const(2)))
		z := b.Do(Mul, s, s)
		// 2 atanh(s)/s on z <= 1/9: minimax in relative error, 4.5e-9, the first coefficient held at 2.
		p := horner(b, z, 2, 0.666664183, 0.400214374, 0.280030251, 0.280067801)
		return b.Do(Add, b.Do(Mul, s, p), b.Do(Max, a[0], b.Const(0)))
	},
	Exact: func(x ...float64) float64 {
		return math.Max(x[0], 0) + math.Log1p(math.Exp(-math.Abs(x[0])))
	},
}
