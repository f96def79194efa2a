package simd

import (
	"fmt"

	"ganvas/core/plan"
	"ganvas/core/scalar"
)

// check returns an error where p is not a Program that can be written: every element that it names must lie in the
// arena, since no engine would notice.
func check(p *plan.Program) error {
	c := &checker{size: p.Size}
	for _, s := range p.Slots {
		c.span("slot "+s.Name, s.Offset, s.Len)
	}
	for i, d := range p.Data {
		c.span(fmt.Sprintf("data %d", i), d.Offset, len(d.Values))
	}
	for _, proc := range p.Procedures {
		for i, in := range proc.Code {
			c.instr(fmt.Sprintf("%s, instruction %d", proc.Name, i), in)
		}
	}
	for _, e := range p.Entries {
		for _, i := range e.Calls {
			if i < 0 || i >= len(p.Procedures) {
				c.fail("entry %s calls procedure %d of %d", e.Name, i, len(p.Procedures))
			}
		}
	}
	return c.err
}

// checker keeps the first fault.
type checker struct {
	size int
	err  error
}

func (c *checker) fail(format string, args ...any) {
	if c.err == nil {
		c.err = fmt.Errorf("simd: "+format, args...)
	}
}

func (c *checker) span(what string, offset, n int) {
	if offset < 0 || n < 0 || offset > c.size-n {
		c.fail("%s: %d elements at %d reach outside the arena of %d", what, n, offset, c.size)
	}
}

// view checks a view over dims.
func (c *checker) view(what string, v plan.View, dims []int) {
	if len(v.Strides) != len(dims) {
		c.fail("%s: a view has %d strides for %d dimensions", what, len(v.Strides), len(dims))
		return
	}
	extent := 1
	for d, n := range dims {
		if n < 0 || v.Strides[d] < 0 {
			c.fail("%s: a dimension of %d with stride %d", what, n, v.Strides[d])
			return
		}
		extent += max(n-1, 0) * v.Strides[d]
	}
	if size(dims) > 0 {
		c.span(what, v.Offset, extent)
	}
}

func (c *checker) views(what string, dims []int, views ...plan.View) {
	for _, v := range views {
		c.view(what, v, dims)
	}
}

// code checks that code has the given numbers of arguments and results.
func (c *checker) code(what string, code scalar.Code, args, results int) {
	if code.Args != args || len(code.Results) != results {
		c.fail("%s: code of %d arguments and %d results where there are %d and %d", what, code.Args, len(code.Results), args, results)
	}
}

func (c *checker) instr(what string, in plan.Instr) {
	switch in := in.(type) {
	case *plan.Map:
		c.views(what+" (map)", in.Dims, in.In...)
		c.views(what+" (map)", in.Dims, in.Out...)
		c.code(what+" (map)", in.Code, len(in.In), len(in.Out))
	case *plan.Reduce:
		what += " (reduce)"
		c.views(what, in.Dims[:], in.In...)
		c.span(what, in.Out, in.Dims[0]*in.Dims[2])
		c.code(what, in.Code, len(in.In), 1)
	case *plan.MatMul:
		c.matmul(what+" (matmul)", in)
	case *plan.Random:
		what += " (random)"
		c.span(what, in.Out, in.Len)
		c.span(what, in.Seed, 2)
		c.span(what, in.Count, 2)
	case *plan.Gather:
		what += " (gather)"
		c.span(what, in.Table, in.Rows*in.Cols)
		c.span(what, in.Index, in.Count)
		c.span(what, in.Out, in.Count*in.Cols)
	case *plan.Scatter:
		what += " (scatter)"
		c.span(what, in.Src, in.Count*in.Cols)
		c.span(what, in.Index, in.Count)
		c.span(what, in.Out, in.Rows*in.Cols)
	default:
		c.fail("%s: an instruction of unknown kind %T", what, in)
	}
}

func (c *checker) matmul(what string, in *plan.MatMul) {
	if in.K < 1 {
		c.fail("%s: a product over %d elements", what, in.K)
	}
	c.views(what, []int{in.M, in.K}, in.A)
	c.views(what, []int{in.K, in.N}, in.B)
	c.span(what, in.Out, in.M*in.N)
	if e := in.Epilogue; e != nil {
		c.views(what, []int{in.M, in.N}, e.In...)
		c.code(what, e.Code, len(e.In)+1, 1)
	}
}
