package scalar

import "math"

// Eval runs c on single lanes and returns its results. It is the definition of what each operation does; everything else that
// runs codes is held to it by tests.
func Eval(c Code, args ...uint32) []uint32 {
	at := make([]uint32, len(c.Instrs))
	for i, in := range c.Instrs {
		switch in.Op {
		case Arg:
			at[i] = args[in.Imm]
		case Const:
			at[i] = in.Imm
		default:
			at[i] = Apply(in.Op, in.Imm, operand(at, in, 0), operand(at, in, 1), operand(at, in, 2))
		}
	}
	out := make([]uint32, len(c.Results))
	for i, r := range c.Results {
		out[i] = at[r]
	}
	return out
}

// operand returns operand k of in, or 0 where the operation has fewer.
func operand(at []uint32, in Instr, k int) uint32 {
	if k >= in.Op.Operands() {
		return 0
	}
	return at[[...]Ref{in.A, in.B, in.C}[k]]
}

// Apply is one operation, other than Arg and Const, on one lane. Operands that the operation does not have are ignored.
//
// Which NaN an operation gives is left open, as in WebAssembly; Neg, Abs, Select and the operations on bits treat a NaN as any
// other bits.
func Apply(op Op, imm, a, b, c uint32) uint32 {
	x, y := math.Float32frombits(a), math.Float32frombits(b)
	switch op {
	case Add:
		return math.Float32bits(x + y)
	case Sub:
		return math.Float32bits(x - y)
	case Mul:
		return math.Float32bits(x * y)
	case Div:
		return math.Float32bits(x / y)
	case Min:
		return pick(y < x, b, a)
	case Max:
		return pick(x < y, b, a)
	case Neg:
		return a ^ signBit
	case Abs:
		return a &^ signBit
	case Sqrt:
		return math.Float32bits(sqrt(x))
	case Floor:
		return math.Float32bits(floor(x))
	case Lt:
		return pick(x < y, ones, 0)
	case Le:
		return pick(x <= y, ones, 0)
	case Eq:
		return pick(x == y, ones, 0)
	case Select:
		return b&a | c&^a
	case And:
		return a & b
	case Or:
		return a | b
	case Xor:
		return a ^ b
	case AndNot:
		return a &^ b
	case IAdd:
		return a + b
	case ISub:
		return a - b
	case Shl:
		return a << imm
	case Shr:
		return a >> imm
	case Sar:
		return uint32(int32(a) >> imm)
	case ToInt:
		return uint32(toInt(x))
	case ToFloat:
		return math.Float32bits(float32(int32(a)))
	}
	panic("scalar: " + op.String() + " is not an operation on operands")
}

const (
	signBit = 1 << 31
	ones    = math.MaxUint32
)

func pick(cond bool, yes, no uint32) uint32 {
	if cond {
		return yes
	}
	return no
}

// sqrt rounds once: the float64 root of a float32 has bits enough that rounding it again gives the float32 root.
func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }

func floor(x float32) float32 { return float32(math.Floor(float64(x))) }

// toInt rounds towards zero, saturates, and takes NaN to 0. Go leaves the conversion of what does not fit to the platform, so
// that it is asked only about what fits.
func toInt(x float32) int32 {
	switch {
	case x != x:
		return 0
	case x >= 1<<31:
		return math.MaxInt32
	case x < -1<<31:
		return math.MinInt32
	}
	return int32(x)
}
