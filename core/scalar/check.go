package scalar

import "fmt"

// Check reports the first fault of a code: an unknown operation, an operand that is not an earlier value, an argument that is
// not there, a shift beyond 31 bits, a result that is not a value. Whatever runs codes may trust one that passes.
func (c Code) Check() error {
	for i, in := range c.Instrs {
		if int(in.Op) >= len(opNames) {
			return fmt.Errorf("scalar: %%%d: unknown operation %d", i, in.Op)
		}
		for k, r := range [...]Ref{in.A, in.B, in.C} {
			if k < in.Op.Operands() && (r < 0 || int(r) >= i) {
				return fmt.Errorf("scalar: %%%d = %v: operand %%%d is not an earlier value", i, in, r)
			}
		}
		switch {
		case in.Op == Arg && int64(in.Imm) >= int64(c.Args):
			return fmt.Errorf("scalar: %%%d = %v: there are %d arguments", i, in, c.Args)
		case (in.Op == Shl || in.Op == Shr || in.Op == Sar) && in.Imm > 31:
			return fmt.Errorf("scalar: %%%d = %v: a shift is at most 31", i, in)
		}
	}
	for _, r := range c.Results {
		if r < 0 || int(r) >= len(c.Instrs) {
			return fmt.Errorf("scalar: result %%%d of %d values", r, len(c.Instrs))
		}
	}
	return nil
}
