package plan_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/kernel"
	"ganvas/core/kernel/kerneltest"
	"ganvas/core/plan"
)

// Whatever a program is cut into, its pieces come to the same bits as the whole, and none that could be smaller is larger than it may be.
func TestPiecesComeToTheWhole(t *testing.T) {
	draw := map[string]func(*rapid.T) kerneltest.Case{
		"any": kerneltest.Any,
		"images": func(t *rapid.T) kerneltest.Case {
			updates, values := kerneltest.Images(t, false)
			return kerneltest.Compiled(t, "images", updates, values)
		},
	}
	for name, draw := range draw {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) { comparePieces(t, draw(t), rapid.IntRange(1, 300).Draw(t, "piece")) })
		})
	}
}

func comparePieces(t *rapid.T, c kerneltest.Case, piece int) {
	whole := pass(t, c, func(m plan.Machine, entry int) error { return m.Run(entry, 1) })
	work, n := c.Program.Work(0), len(c.Program.Entries)
	c.Program.Cut(0, piece)
	if got := c.Program.Work(0); got != work {
		t.Fatalf("the work becomes %d, from %d", got, work)
	}
	for e := range c.Program.Entries[n:] {
		if got := c.Program.Work(n + e); got > piece && len(c.Program.Procedures[c.Program.Entries[n+e].Calls[0]].Code) > 1 {
			t.Fatalf("a piece of several instructions has work of %d, more than %d", got, piece)
		}
	}
	parts := pass(t, c, func(m plan.Machine, entry int) error {
		for _, p := range c.Program.Entries[entry].Pieces {
			if err := m.Run(p, 1); err != nil {
				return err
			}
		}
		return nil
	})
	if !slices.EqualFunc(whole, parts, kerneltest.Same) {
		t.Fatalf("pieces of %d differ from the whole:\n%v", piece, c.Program)
	}
}

// pass is the arena after one pass of the first entry.
func pass(t *rapid.T, c kerneltest.Case, run func(m plan.Machine, entry int) error) []float32 {
	m, err := kernel.New(c.Program)
	if err != nil {
		t.Fatal(err)
	}
	m.Write(0, c.Arena)
	if err := run(m, 0); err != nil {
		t.Fatal(err)
	}
	arena := make([]float32, len(c.Arena))
	m.Read(0, arena)
	return arena
}

// A product is cut between its rows, and what is small stays whole.
func TestCutIsBetweenRows(t *testing.T) {
	product := plan.Product(10, 4, 5, plan.View{Strides: []int{5, 1}}, plan.View{Offset: 50, Strides: []int{4, 1}}, 70)
	p := &plan.Program{Size: 110, Procedures: []plan.Procedure{{Name: "p", Code: []plan.Instr{product}}},
		Entries: []plan.Entry{{Name: "two", Calls: []int{0, 0}}, {Name: "one", Calls: []int{0}}}}
	p.Cut(200, 70)
	if got := p.Entries[0].Pieces; len(got) != 6 || got[0] != got[3] || len(p.Entries[1].Pieces) != 0 {
		t.Fatalf("pieces %v and %v of\n%v", got, p.Entries[1].Pieces, p)
	}
	if got := p.Procedures[p.Entries[3].Calls[0]].Code[0].(*plan.MatMul); got.M[0] != 3 || got.A.Offset != 15 || got.Out.Offset != 82 || got.B.Offset != 50 {
		t.Errorf("the second piece is %v", got)
	}
	if err := p.Check(); err != nil {
		t.Error(err)
	}
}
