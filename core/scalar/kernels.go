package scalar

import "unsafe"

// kernel applies one operation to len(d) lanes. Operands that the operation does not have may be anything.
type kernel func(d, a, b, c []float32, imm uint32)

// kernels are the operations as loops, each of them what Apply does to a lane. Slicing the operands to the destination's
// length takes the bounds checks out of the loops. Whatever may be a mask or an integer moves as bits: a float32 register
// need not keep the bits of a NaN.
var kernels = [opCount]kernel{
	Add: func(d, a, b, _ []float32, _ uint32) {
		a, b = a[:len(d)], b[:len(d)]
		for i := range d {
			d[i] = a[i] + b[i]
		}
	},
	Sub: func(d, a, b, _ []float32, _ uint32) {
		a, b = a[:len(d)], b[:len(d)]
		for i := range d {
			d[i] = a[i] - b[i]
		}
	},
	Mul: func(d, a, b, _ []float32, _ uint32) {
		a, b = a[:len(d)], b[:len(d)]
		for i := range d {
			d[i] = a[i] * b[i]
		}
	},
	Div: func(d, a, b, _ []float32, _ uint32) {
		a, b = a[:len(d)], b[:len(d)]
		for i := range d {
			d[i] = a[i] / b[i]
		}
	},
	mulAdd: func(d, a, b, c []float32, _ uint32) {
		a, b, c = a[:len(d)], b[:len(d)], c[:len(d)]
		for i := range d {
			d[i] = float32(a[i]*b[i]) + c[i]
		}
	},
	mulSub: func(d, a, b, c []float32, _ uint32) {
		a, b, c = a[:len(d)], b[:len(d)], c[:len(d)]
		for i := range d {
			d[i] = float32(a[i]*b[i]) - c[i]
		}
	},
	subMul: func(d, a, b, c []float32, _ uint32) {
		a, b, c = a[:len(d)], b[:len(d)], c[:len(d)]
		for i := range d {
			d[i] = c[i] - float32(a[i]*b[i])
		}
	},
	Sqrt: func(d, a, _, _ []float32, _ uint32) {
		a = a[:len(d)]
		for i := range d {
			d[i] = sqrt(a[i])
		}
	},
	Floor: func(d, a, _, _ []float32, _ uint32) {
		a = a[:len(d)]
		for i := range d {
			d[i] = floor(a[i])
		}
	},
	Min: func(d, a, b, _ []float32, _ uint32) {
		z, v, w := Bits(d), Bits(a[:len(d)]), Bits(b[:len(d)])
		a, b, v, w = a[:len(z)], b[:len(z)], v[:len(z)], w[:len(z)]
		for i := range z {
			x := v[i]
			if y := w[i]; b[i] < a[i] {
				x = y
			}
			z[i] = x
		}
	},
	Max: func(d, a, b, _ []float32, _ uint32) {
		z, v, w := Bits(d), Bits(a[:len(d)]), Bits(b[:len(d)])
		a, b, v, w = a[:len(z)], b[:len(z)], v[:len(z)], w[:len(z)]
		for i := range z {
			x := v[i]
			if y := w[i]; a[i] < b[i] {
				x = y
			}
			z[i] = x
		}
	},
	Lt: func(d, a, b, _ []float32, _ uint32) {
		z := Bits(d)
		a, b = a[:len(z)], b[:len(z)]
		for i := range z {
			z[i] = mask(a[i] < b[i])
		}
	},
	Le: func(d, a, b, _ []float32, _ uint32) {
		z := Bits(d)
		a, b = a[:len(z)], b[:len(z)]
		for i := range z {
			z[i] = mask(a[i] <= b[i])
		}
	},
	Eq: func(d, a, b, _ []float32, _ uint32) {
		z := Bits(d)
		a, b = a[:len(z)], b[:len(z)]
		for i := range z {
			z[i] = mask(a[i] == b[i])
		}
	},
	Neg: func(d, a, _, _ []float32, _ uint32) {
		z, u := Bits(d), Bits(a[:len(d)])
		u = u[:len(z)]
		for i := range z {
			z[i] = u[i] ^ signBit
		}
	},
	Abs: func(d, a, _, _ []float32, _ uint32) {
		z, u := Bits(d), Bits(a[:len(d)])
		u = u[:len(z)]
		for i := range z {
			z[i] = u[i] &^ signBit
		}
	},
	Select: func(d, a, b, c []float32, _ uint32) {
		z, u, v, w := Bits(d), Bits(a[:len(d)]), Bits(b[:len(d)]), Bits(c[:len(d)])
		u, v, w = u[:len(z)], v[:len(z)], w[:len(z)]
		for i := range z {
			z[i] = w[i] ^ (v[i]^w[i])&u[i]
		}
	},
	And: func(d, a, b, _ []float32, _ uint32) {
		z, u, v := Bits(d), Bits(a[:len(d)]), Bits(b[:len(d)])
		u, v = u[:len(z)], v[:len(z)]
		for i := range z {
			z[i] = u[i] & v[i]
		}
	},
	Or: func(d, a, b, _ []float32, _ uint32) {
		z, u, v := Bits(d), Bits(a[:len(d)]), Bits(b[:len(d)])
		u, v = u[:len(z)], v[:len(z)]
		for i := range z {
			z[i] = u[i] | v[i]
		}
	},
	Xor: func(d, a, b, _ []float32, _ uint32) {
		z, u, v := Bits(d), Bits(a[:len(d)]), Bits(b[:len(d)])
		u, v = u[:len(z)], v[:len(z)]
		for i := range z {
			z[i] = u[i] ^ v[i]
		}
	},
	AndNot: func(d, a, b, _ []float32, _ uint32) {
		z, u, v := Bits(d), Bits(a[:len(d)]), Bits(b[:len(d)])
		u, v = u[:len(z)], v[:len(z)]
		for i := range z {
			z[i] = u[i] &^ v[i]
		}
	},
	IAdd: func(d, a, b, _ []float32, _ uint32) {
		z, u, v := Bits(d), Bits(a[:len(d)]), Bits(b[:len(d)])
		u, v = u[:len(z)], v[:len(z)]
		for i := range z {
			z[i] = u[i] + v[i]
		}
	},
	ISub: func(d, a, b, _ []float32, _ uint32) {
		z, u, v := Bits(d), Bits(a[:len(d)]), Bits(b[:len(d)])
		u, v = u[:len(z)], v[:len(z)]
		for i := range z {
			z[i] = u[i] - v[i]
		}
	},
	Shl: func(d, a, _, _ []float32, imm uint32) {
		z, u := Bits(d), Bits(a[:len(d)])
		u = u[:len(z)]
		for i := range z {
			z[i] = u[i] << (imm & 31)
		}
	},
	Shr: func(d, a, _, _ []float32, imm uint32) {
		z, u := Bits(d), Bits(a[:len(d)])
		u = u[:len(z)]
		for i := range z {
			z[i] = u[i] >> (imm & 31)
		}
	},
	Sar: func(d, a, _, _ []float32, imm uint32) {
		z, u := Bits(d), Bits(a[:len(d)])
		u = u[:len(z)]
		for i := range z {
			z[i] = uint32(int32(u[i]) >> (imm & 31))
		}
	},
	ToInt: func(d, a, _, _ []float32, _ uint32) {
		z := Bits(d)
		a = a[:len(z)]
		for i := range z {
			z[i] = uint32(toInt(a[i]))
		}
	},
	ToFloat: func(d, a, _, _ []float32, _ uint32) {
		u := Bits(a[:len(d)])
		u = u[:len(d)]
		for i := range d {
			d[i] = float32(int32(u[i]))
		}
	},
	copyOf: func(d, a, _, _ []float32, _ uint32) { copy(d, a) },
}

// Bits views floats as their bits.
func Bits(x []float32) []uint32 {
	return unsafe.Slice((*uint32)(unsafe.Pointer(unsafe.SliceData(x))), len(x))
}

// mask is all ones where cond holds; the compiler makes it a move of the flag.
func mask(cond bool) uint32 {
	var m uint32
	if cond {
		m = 1
	}
	return -m
}
