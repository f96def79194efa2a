package scalar

import "math"

// Log1p is log(1+x), accurate in relative error near zero too. Log1p of -1 is -Inf, below it NaN.
var Log1p = &Fn{
	Name: "log1p", Arity: 1, ULP: 1, Lo: -1, Hi: math.MaxFloat32,
	Write: func(b *Builder, a []Ref) Ref {
		one := b.Const(1)
		u := b.Do(Add, one, a[0])
		m, e := split(b, u)
		// What rounding took from u, x - (u-1), returns to first order: log(u+c) = log(u) + c/u.
		c := b.Do(Div, b.Do(Sub, a[0], b.Do(Sub, u, one)), u)
		return logEdges(b, u, logSum(b, m, b.Do(ToFloat, e), &c))
	},
	Exact: func(x ...float64) float64 { return math.Log1p(x[0]) },
}
