package scalar

// pseudo-operations of a Loop: pairs of a product and a sum, which save storing the product, and the copy of an argument.
// They round as the two operations do.
const (
	mulAdd Op = ToFloat + 1 + iota // a*b + c
	mulSub                         // a*b - c
	subMul                         // c - a*b
	copyOf                         // a
	opCount
)

// op is an instruction of a Loop before its values are placed: it defines value to.
type op struct {
	op   Op
	imm  uint32
	args []Ref // the values it reads
	to   Ref
}

// fuse lists the instructions that the results need, in order, with products folded into the sums that are alone in using them.
// Arguments and constants need no instruction.
func fuse(c Code) []op {
	uses := countUses(c)
	folded := make([]bool, len(c.Instrs))
	var ops []op
	for i := len(c.Instrs) - 1; i >= 0; i-- {
		in := c.Instrs[i]
		if uses[i] == 0 || folded[i] || in.Op == Arg || in.Op == Const {
			continue
		}
		o := op{op: in.Op, imm: in.Imm, to: Ref(i), args: []Ref{in.A, in.B, in.C}[:in.Op.Operands()]}
		if product, ok := foldProduct(c, &o, uses); ok {
			folded[product] = true
		}
		ops = append(ops, o)
	}
	for i, j := 0, len(ops)-1; i < j; i, j = i+1, j-1 {
		ops[i], ops[j] = ops[j], ops[i]
	}
	return ops
}

// countUses counts the readers of every value, results among them, leaving out readers that are not needed themselves.
func countUses(c Code) []int {
	uses := make([]int, len(c.Instrs))
	for _, r := range c.Results {
		uses[r]++
	}
	for i := len(c.Instrs) - 1; i >= 0; i-- {
		in := c.Instrs[i]
		for k, r := range [...]Ref{in.A, in.B, in.C} {
			if uses[i] > 0 && k < in.Op.Operands() {
				uses[r]++
			}
		}
	}
	return uses
}

// foldProduct makes o, a sum or a difference, take in one operand's product, and returns that product.
func foldProduct(c Code, o *op, uses []int) (Ref, bool) {
	if o.op != Add && o.op != Sub {
		return 0, false
	}
	for k, r := range o.args {
		p := c.Instrs[r]
		if p.Op != Mul || uses[r] != 1 {
			continue
		}
		o.args = []Ref{p.A, p.B, o.args[1-k]}
		switch {
		case o.op == Add:
			o.op = mulAdd
		case k == 0:
			o.op = mulSub
		default:
			o.op = subMul
		}
		return r, true
	}
	return 0, false
}
