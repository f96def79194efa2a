package plan_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/kernel/kerneltest"
	"ganvas/core/plan"
)

// Whoever does the shares of instructions, and in whatever order, comes to the bits of the whole.
func TestSharesComeToTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := kerneltest.Any(t)
		if rapid.Bool().Draw(t, "images") {
			updates, values := kerneltest.Images(t, false)
			c = kerneltest.Compiled(t, "images", updates, values)
		}
		once := func(m plan.Machine, entry int) error { return m.Run(entry, 1) }
		whole := pass(t, c, once)
		n := rapid.IntRange(2, 5).Draw(t, "shares")
		for i := range c.Program.Procedures {
			var code []plan.Instr
			for _, in := range c.Program.Procedures[i].Code {
				shares := plan.Share(in, n)
				if shares == nil {
					shares = []plan.Instr{in}
				}
				work := 0
				for _, s := range shares {
					work += plan.Work(s)
				}
				if work != plan.Work(in) || len(shares) > n {
					t.Fatalf("%d shares with work of %d, of %v with %d", len(shares), work, in, plan.Work(in))
				}
				code = append(code, rapid.Permutation(shares).Draw(t, "order")...)
			}
			c.Program.Procedures[i].Code = code
		}
		if err := c.Program.Check(); err != nil {
			t.Fatal(err)
		}
		if shared := pass(t, c, once); !slices.EqualFunc(whole, shared, kerneltest.Same) {
			t.Fatalf("the shares differ from the whole:\n%v", c.Program)
		}
	})
}

// Shares are as even as whole groups allow, along an outer dimension where that is as good.
func TestSharesAreEven(t *testing.T) {
	window := func(rows []int, n int) *plan.MatMul {
		strides := make([]int, len(rows)+1)
		return &plan.MatMul{M: rows, N: n, K: []int{1}, A: plan.View{Strides: strides}, B: plan.View{Strides: []int{1, 1}}, Out: plan.View{Strides: strides}}
	}
	sum := func(dims ...int) *plan.Reduce {
		return &plan.Reduce{Dims: [3]int(dims), In: []plan.View{{Strides: []int{0, 0, 0}}}}
	}
	for _, c := range []struct {
		what string
		in   plan.Instr
		want []int // work of each
	}{
		{"images", window([]int{64, 7, 7}, 32), []int{32 * 49 * 32, 32 * 49 * 32}},
		{"windows of five by five", window([]int{5, 5, 64}, 32), []int{25 * 32 * 32, 25 * 32 * 32}},
		{"one row", window([]int{1}, 32), []int{16, 16}},
		{"columns of no whole tile", window([]int{1}, 7), nil},
		{"sums along rows", sum(32, 5, 1), []int{16 * 5 * 1, 16 * 5 * 1}},
		{"sums down columns", sum(1, 5, 32), []int{5 * 16, 5 * 16}},
		{"seventeen columns, which would leave one", sum(1, 5, 17), nil},
		{"one sum", sum(1, 1000, 1), nil},
	} {
		var got []int
		for _, s := range plan.Share(c.in, 2) {
			n := plan.Work(s)
			if r, ok := s.(*plan.Reduce); ok {
				n = r.Dims[0] * r.Dims[1] * r.Dims[2]
			}
			got = append(got, n)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: shares of %v, want %v", c.what, got, c.want)
		}
	}
}
