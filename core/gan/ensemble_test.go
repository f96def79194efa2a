package gan

import (
	"math"
	"testing"

	"ganvas/core/run"
)

// Discriminators start apart. On a mean of K losses each moves down a K-th of its own slope: by plain descent, half as far in two as
// alone, on the same minibatch.
func TestEachDiscriminatorMovesByItsShare(t *testing.T) {
	const spec = small + "d.opt=sgd&d.lr=0.5&d.schedule=constant&gp=1&ensemble="
	alone, two := open(t, spec+"1"), open(t, spec+"2")
	if sameBits(two.Slots().Read("d/0/weight"), two.Slots().Read("d/twin1/0/weight")) {
		t.Error("both discriminators start alike")
	}
	moved := func(tr *run.Run) []float64 {
		before := tr.Slots().Read("d/0/weight")
		if err := tr.Only("d", 1); err != nil {
			t.Fatal(err)
		}
		out := make([]float64, len(before))
		for i, now := range tr.Slots().Read("d/0/weight") {
			out[i] = float64(now) - float64(before[i])
		}
		return out
	}
	a, b := moved(alone), moved(two)
	longest := 0.0
	for i := range a {
		longest = math.Max(longest, math.Abs(a[i]))
		if math.Abs(a[i]/2-b[i]) > 1e-6 {
			t.Errorf("weight %d moves by %g in two, by %g alone", i, b[i], a[i])
		}
	}
	if longest < 1e-3 {
		t.Error("nothing moves")
	}
}
