package scalar

import "math"

// Log is the natural logarithm. Log of ±0 is -Inf, of a negative number NaN; denormals are handled.
var Log = &Fn{
	Name: "log", Arity: 1, ULP: 1, Lo: 0, Hi: math.MaxFloat32,
	Write: func(b *Builder, a []Ref) Ref { return logarithm(b, a[0]) },
	Exact: func(x ...float64) float64 { return math.Log(x[0]) },
}

func logarithm(b *Builder, x Ref) Ref {
	// A denormal has no exponent to take: it is scaled into the normal numbers first.
	const up = 23
	tiny := b.Do(Lt, x, b.Const(0x1p-126))
	u := b.Do(Select, tiny, b.Do(Mul, x, b.Const(1<<up)), x)
	m, e := split(b, u)
	e = b.Do(ISub, e, b.Do(And, tiny, b.Bits(up)))
	return logEdges(b, x, logSum(b, m, b.Do(ToFloat, e), nil))
}

// R(z) = 2(atanh(s)/s - 1) on z <= (sqrt(2)-1)²/(sqrt(2)+1)²: minimax, 8.1e-10 of the logarithm.
const log0, log1, log2 = 0.666667759, 0.399775803, 0.298709601

// sqrtHalf is the bits of sqrt(1/2).
const sqrtHalf = 0x3f3504f3

// split writes u = m * 2^e with sqrt(1/2) <= m < sqrt(2), e an int32, for normal u > 0.
func split(b *Builder, u Ref) (m, e Ref) {
	e = b.Shift(Sar, b.Do(ISub, u, b.Bits(sqrtHalf)), 23)
	return b.Do(ISub, u, b.Shift(Shl, e, 23)), e
}

// logSum writes log(m) + e*ln 2 + rest, where rest, which may be nil, is far smaller than an ulp of m.
//
// With f = m-1 and s = f/(2+f), log(m) = 2 atanh(s) = f - s*(f - R(s²)), as in FreeBSD's k_logf.h.
func logSum(b *Builder, m, e Ref, rest *Ref) Ref {
	f := b.Do(Sub, m, b.Const(1))
	s := b.Do(Div, f, b.Do(Add, f, b.Const(2)))
	z := b.Do(Mul, s, s)
	low := b.Do(Mul, e, b.Const(ln2Lo))
	if rest != nil {
		low = b.Do(Add, low, *rest)
	}
	r := b.Do(Mul, z, horner(b, z, log0, log1, log2))
	tail := b.Do(Sub, b.Do(Mul, s, b.Do(Sub, f, r)), low)
	return b.Do(Add, b.Do(Sub, f, tail), b.Do(Mul, e, b.Const(ln2Hi)))
}

// logEdges replaces y, the logarithm of u, where u is not a positive finite number.
func logEdges(b *Builder, u, y Ref) Ref {
	zero := b.Const(0)
	inf := float32(math.Inf(1))
	y = b.Do(Select, b.Do(Lt, u, b.Const(inf)), y, u) // +Inf and NaN stay
	y = b.Do(Or, y, b.Do(Lt, u, zero))                // all ones is a NaN
	return b.Do(Select, b.Do(Eq, u, zero), b.Const(-inf), y)
}
