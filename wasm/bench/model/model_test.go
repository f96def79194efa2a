package model

import (
	"testing"

	"ganvas/core/plan"
)

// dense is what a chain of products [batch, w₀]·[w₀, w₁]·… costs forward: 2·batch·Σ wᵢwᵢ₊₁. Backward each product costs as much
// again for its weights, and again for its input.
func dense(batch int, widths ...int) int {
	n := 0
	for i := 1; i < len(widths); i++ {
		n += 2 * batch * widths[i-1] * widths[i]
	}
	return n
}

// Flops of steps by hand. Planning may turn a product with one row, column or term into something cheaper than a product, so
// that products with a length of 1 are counted apart, and bound what may be missing.
func TestFlops(t *testing.T) {
	for _, c := range []struct {
		model Model
		most  int // every product
		ones  int // those of them with a length of 1
	}{
		// The discriminator, twice: G forward; D forward on real and fake, its weights' gradients, its hidden inputs' gradients.
		// The generator: both forward; D's inputs' gradients; G's weights' and hidden inputs' gradients.
		{GANLab,
			2*(dense(150, 2, 8, 8, 2)+2*(2*dense(150, 2, 8, 8, 1)+dense(150, 8, 8, 1))) +
				dense(150, 2, 8, 8, 2) + 2*dense(150, 2, 8, 8, 1) + dense(150, 2, 8, 8, 2) + dense(150, 8, 8, 2),
			(2*2*3 + 2) * dense(150, 8, 1)},
		{Digits,
			dense(64, 100, 256, 784) + 2*(2*dense(64, 784, 256, 1)+dense(64, 256, 1)) +
				dense(64, 100, 256, 784) + 2*dense(64, 784, 256, 1) + dense(64, 100, 256, 784) + dense(64, 256, 784),
			(2*3 + 2) * dense(64, 256, 1)},
	} {
		p, err := Compile(c.model)
		if err != nil {
			t.Fatal(err)
		}
		if got := Flops(p, Step); got > c.most || got < c.most-c.ones {
			t.Errorf("%s: a step costs %d, want %d to %d", c.model.Key, got, c.most-c.ones, c.most)
		}
	}
}

func TestFlopsCountsEveryCall(t *testing.T) {
	p := &plan.Program{
		Procedures: []plan.Procedure{
			{Code: []plan.Instr{plan.Product(2, 3, 5, plan.View{}, plan.View{}, 0), &plan.Random{}}},
			{Code: []plan.Instr{plan.Product(7, 1, 1, plan.View{}, plan.View{}, 0)}},
		},
		Entries: []plan.Entry{{Name: "a", Calls: []int{0, 1, 0}}, {Name: "b", Calls: []int{1}}},
	}
	if got := Flops(p, "a"); got != 60+14+60 {
		t.Errorf("a costs %d, want 134", got)
	}
	if got := Flops(p, "b"); got != 14 {
		t.Errorf("b costs %d, want 14", got)
	}
}

func TestModelsAreFound(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range append(All[:len(All):len(All)], Scaling...) {
		if seen[m.Key] {
			t.Errorf("two models have the key %s", m.Key)
		}
		seen[m.Key] = true
		if got, ok := Find(m.Key); !ok || got.Label != m.Label {
			t.Errorf("%s is not found", m.Key)
		}
	}
	if _, ok := Find("nothing"); ok {
		t.Error("a model is found that there is not")
	}
}
