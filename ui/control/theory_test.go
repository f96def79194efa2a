package control

import (
	"math"
	"testing"

	"ganvas/core/graph"
	"ganvas/core/kernel"
	"ganvas/core/loss"
	"ganvas/core/plan"
)

// Where the generator is perfect, D's loss with one logit for all samples has its minimum at what the chart draws, and G's
// loss there is what the chart draws.
func TestEquilibriaAreWhereDCannotDoBetter(t *testing.T) {
	for _, g := range loss.All {
		want, ok := equilibria[g.Key]
		if !ok {
			continue
		}
		best := [2]float64{math.Inf(1), 0}
		for c := float32(-1); c <= 1; c += 1. / 64 {
			if d := both(t, g, c); d[0] < best[0] {
				best = d
			}
		}
		for i, who := range []string{"D", "G"} {
			if math.Abs(best[i]-want[i].value) > 1e-5 {
				t.Errorf("%s: %s's loss at the equilibrium is %g, the chart says %g", g.Key, who, best[i], want[i].value)
			}
		}
	}
}

// both is the losses of D and of G where every logit is c.
func both(t *testing.T, g loss.Game, c float32) [2]float64 {
	t.Helper()
	var d, gen *graph.Node
	var update []graph.Update
	err := graph.Build(func() {
		logits := graph.Const([]int{2, 1}, []float32{c, c})
		d, gen = graph.Variable("d"), graph.Variable("g")
		update = []graph.Update{{Var: d, Value: g.Discriminator(logits, logits)}, {Var: gen, Value: g.Generator(logits, logits)}}
	})
	if err != nil {
		t.Fatal(err)
	}
	p, err := plan.Compile([]graph.Procedure{{Name: "losses", Updates: update}}, []plan.Call{{Name: "run", Procedures: []string{"losses"}}})
	if err != nil {
		t.Fatal(err)
	}
	m, err := kernel.New(p)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Run(0, 1); err != nil {
		t.Fatal(err)
	}
	return [2]float64{read(m, p.Slot("d")), read(m, p.Slot("g"))}
}

func read(m plan.Machine, slot int) float64 {
	var x [1]float32
	m.Read(slot, x[:])
	return float64(x[0])
}
