package scalar

import "math"

// Sigmoid is 1/(1+e^-x), accurate in relative error down to x = -86.98, below which it is 0.
var Sigmoid = &Fn{
	Name: "sigmoid", Arity: 1, ULP: 2.5, Lo: -86.98, Hi: math.MaxFloat32,
	Write: func(b *Builder, a []Ref) Ref {
		// With e = e^-|x|, it is 1/(1+e) on the right and e/(1+e) on the left: nothing overflows. The order of the comparison
		// sends a NaN to e, which is one.
		e := decay(b, a[0])
		one := b.Const(1)
		top := b.Do(Select, b.Do(Le, b.Const(0), a[0]), one, e)
		return b.Do(Div, top, b.Do(Add, e, one))
	},
	Exact: func(x ...float64) float64 { return 1 / (1 + math.Exp(-x[0])) },
}

// decay writes e^-|x|.
func decay(b *Builder, x Ref) Ref { return exponential(b, b.Do(Or, x, b.Bits(signBit))) }
