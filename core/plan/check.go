package plan

import (
	"fmt"
	"slices"

	"ganvas/core/scalar"
)

// Check returns the first fault of a program: an element outside the arena, code that does not fit its views, an entry without
// its procedures. What passes can be run without further checks. It does not look for views that overlap as they must not.
func (p *Program) Check() error {
	c := &checker{size: p.Size}
	for _, s := range p.Slots {
		if !c.holds(s.Offset, s.Len) {
			c.within("slot "+s.Name, s.Offset, s.Len)
		}
	}
	for k, d := range p.Data {
		c.withinOf("data", k, d.Offset, len(d.Values))
	}
	for _, proc := range p.Procedures {
		for i, in := range proc.Code {
			c.proc, c.at, c.kind = proc.Name, i, ""
			c.instr(in)
		}
	}
	c.proc = ""
	for _, e := range p.Entries {
		for _, k := range e.Calls {
			if k < 0 || k >= len(p.Procedures) {
				c.fail("entry %s calls procedure %d of %d", e.Name, k, len(p.Procedures))
			}
		}
	}
	return c.err
}

// checker keeps the first fault.
type checker struct {
	size int
	proc string // the procedure that is looked at, or empty,
	at   int    // and its instruction's index
	kind string // "map: ", "matmul: epilogue: "
	err  error
}

func (c *checker) fail(format string, args ...any) {
	if c.err != nil {
		return
	}
	where := "plan: "
	if c.proc != "" {
		where += fmt.Sprintf("procedure %s, instruction %d: %s", c.proc, c.at, c.kind)
	}
	c.err = fmt.Errorf(where+format, args...)
}

// within checks that n elements from offset lie in the arena.
func (c *checker) within(what string, offset, n int) {
	if !c.holds(offset, n) {
		c.fail("%s: %d elements at %d reach outside the arena of %d", what, n, offset, c.size)
	}
}

// withinOf is within for the k-th of several, whose name is written only where it is needed.
func (c *checker) withinOf(what string, k, offset, n int) {
	if !c.holds(offset, n) {
		c.within(fmt.Sprint(what, " ", k), offset, n)
	}
}

func (c *checker) holds(offset, n int) bool {
	return offset >= 0 && n >= 0 && n <= c.size && offset <= c.size-n
}

// sizes checks that no dimension is negative.
func (c *checker) sizes(dims ...int) bool {
	for _, n := range dims {
		if n < 0 {
			c.fail("a dimension of %d in %v", n, slices.Clone(dims)) // so that dims itself need not outlive the call
			return false
		}
	}
	return true
}

// views checks that every element of views over dims lies in the arena.
func (c *checker) views(what string, views []View, dims ...int) {
	for k, v := range views {
		c.view(what, k, v, dims...)
		for _, s := range v.Strides {
			if s < 0 {
				c.fail("%s %d: a stride of %d", what, k, s)
			}
		}
	}
}

// view checks that every element of one view lies in the arena, whichever way it steps.
func (c *checker) view(what string, k int, v View, dims ...int) {
	if len(v.Strides) != len(dims) {
		c.fail("%s %d: %d strides for the dimensions %v", what, k, len(v.Strides), slices.Clone(dims))
		return
	}
	first, last := v.Offset, v.Offset
	for d, n := range dims {
		if n == 0 {
			return
		}
		if reach := (n - 1) * v.Strides[d]; reach < 0 {
			first += reach
		} else {
			last += reach
		}
	}
	c.withinOf(what, k, first, last-first+1)
}

// code checks a loop's code against the numbers of its arguments and results.
func (c *checker) code(code scalar.Code, args, results int) {
	if err := code.Check(); err != nil {
		c.fail("%v", err)
	}
	if code.Args != args || len(code.Results) != results {
		c.fail("code of %d arguments and %d results for %d and %d views", code.Args, len(code.Results), args, results)
	}
}

func (c *checker) instr(in Instr) {
	switch in := in.(type) {
	case *Map:
		c.kind = "map: "
		c.mapping(in)
	case *Reduce:
		c.kind = "reduce: "
		c.reduce(in)
	case *MatMul:
		c.kind = "matmul: "
		c.matmul(in)
	case *Random:
		c.kind = "random: "
		c.within("out", in.Out, in.Len)
		c.within("seed", in.Seed, 2)
		c.within("count", in.Count, 2)
	case *Gather:
		c.kind = "gather: "
		c.rows(in.Table, in.Rows, in.Cols, in.Bytes, in.Out, in.Count, in.Index)
	case *Scatter:
		c.kind = "scatter: "
		c.rows(in.Out, in.Rows, in.Cols, false, in.Src, in.Count, in.Index)
	default:
		c.fail("unknown instruction %T", in)
	}
}

func (c *checker) mapping(in *Map) {
	if len(in.Dims) == 0 {
		c.fail("no dimensions")
		return
	}
	if !c.sizes(in.Dims...) {
		return
	}
	c.views("in", in.In, in.Dims...)
	c.views("out", in.Out, in.Dims...)
	for k, v := range in.Out {
		if n := len(in.Dims) - 1; c.err == nil && v.Strides[n] < 1 {
			c.fail("out %d: an innermost stride of %d", k, v.Strides[n])
		}
	}
	c.code(in.Code, len(in.In), len(in.Out))
}

func (c *checker) reduce(in *Reduce) {
	if !c.sizes(in.Dims[:]...) {
		return
	}
	if in.Op > Max {
		c.fail("unknown reduction %d", in.Op)
	}
	c.views("in", in.In, in.Dims[:]...)
	c.within("out", in.Out, in.Dims[0]*in.Dims[2])
	c.code(in.Code, len(in.In), 1)
}

func (c *checker) matmul(in *MatMul) {
	rows := append(slices.Clone(in.M), in.N)
	if !c.sizes(rows...) || !c.sizes(in.K...) {
		return
	}
	if len(in.M) == 0 || len(in.K) == 0 {
		c.fail("rows over %v and steps over %v", in.M, in.K)
		return
	}
	if in.Steps() < 1 {
		c.fail("a sum over %d products", in.Steps())
	}
	c.view("a", 0, in.A, append(slices.Clone(in.M), in.K...)...)
	c.views("b", []View{in.B}, append(slices.Clone(in.K), in.N)...)
	c.views("out", []View{in.Out}, rows...)
	if s := in.Out.Strides; c.err == nil && s[len(s)-1] != 1 {
		c.fail("out: a stride of %d along its columns", s[len(s)-1])
	}
	if e := in.Epilogue; e != nil {
		c.kind += "epilogue: "
		if len(e.Out) != 0 || !slices.Equal(e.Dims, rows) {
			c.fail("dimensions %v and %d outputs for a product of %v", e.Dims, len(e.Out), rows)
		}
		c.views("in", e.In, rows...)
		c.code(e.Code, 1+len(e.In), 1)
	}
}

// rows checks what Gather and Scatter have in common: a table of rows, and count rows that an index goes with.
func (c *checker) rows(table, rows, cols int, bytes bool, list, count, index int) {
	if !c.sizes(rows, cols, count) {
		return
	}
	if rows < 1 && count > 0 {
		c.fail("an index into no rows")
	}
	size := rows * cols
	if bytes {
		size = words(size)
	}
	c.within("table", table, size)
	c.within("rows", list, count*cols)
	c.within("index", index, count)
}
