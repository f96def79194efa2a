package scalar

import "math"

// All lists the element-wise functions that are written in lane operations, in the order of the documentation.
var All = []*Fn{Exp, Log, Log1p, Sin, Cos, Tanh, Sigmoid, Softplus}

// Code returns the function as a Code of its own.
func (f *Fn) Code() Code {
	b := NewBuilder(f.Arity)
	args := make([]Ref, f.Arity)
	for i := range args {
		args[i] = b.Arg(i)
	}
	return b.Code(f.Write(b, args))
}

// Of evaluates the function at one point. It writes the code anew each time: it is for tests and for the few values that a
// program needs outside of its loops.
func (f *Fn) Of(x ...float32) float32 {
	args := make([]uint32, len(x))
	for i, v := range x {
		args[i] = math.Float32bits(v)
	}
	return math.Float32frombits(Eval(f.Code(), args...)[0])
}

// horner writes the polynomial c[0] + c[1]*x + c[2]*x² + ... from its highest coefficient down.
func horner(b *Builder, x Ref, c ...float32) Ref {
	y := b.Const(c[len(c)-1])
	for i := len(c) - 2; i >= 0; i-- {
		y = b.Do(Add, b.Do(Mul, y, x), b.Const(c[i]))
	}
	return y
}
