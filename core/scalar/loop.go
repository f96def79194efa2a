package scalar

// Block is the greatest number of lanes that a Loop runs at a time: few enough that the values of most codes stay in the
// first-level cache, enough to spread the cost of choosing each operation.
const Block = 256

// Loop runs a Code over blocks of lanes, one tight loop an operation. It is prepared once and then allocates nothing.
// A Loop holds its intermediate values: it must not be used by two goroutines at once.
type Loop struct {
	args  int
	steps []step
	at    [][]float32 // what the steps read and write: arguments, then results, then constants and registers
	tail  []move      // results that are not written in place
}

// step is one operation on whole blocks, its operands and its destination indices into Loop.at.
type step struct {
	do         kernel
	imm        uint32
	d, a, b, c int
}

// move copies a block.
type move struct{ d, a int }

// NewLoop prepares a code, which must pass Check.
func NewLoop(code Code) *Loop {
	ops := fuse(code)
	return place(code, ops)
}

// Run computes the code on n lanes, n <= Block: in[k] holds argument k and out[k] takes result k, each at least n long.
// A slice of out may be one of in, but the two may not overlap otherwise.
func (l *Loop) Run(n int, in, out [][]float32) {
	at := l.at
	copy(at, in[:l.args])
	copy(at[l.args:], out)
	for i := range l.steps {
		s := &l.steps[i]
		s.do(at[s.d][:n], at[s.a], at[s.b], at[s.c], s.imm)
	}
	for _, m := range l.tail {
		copy(at[m.d][:n], at[m.a])
	}
}
