package control

import (
	"math"

	"ganvas/core/experiment"
	"ganvas/ui/plot"
)

// equilibria are both players' losses where the generator is perfect and the discriminator, at its best, says ½ everywhere, by the
// game's key. Games whose value there is not one number have no entry.
var equilibria = map[string][2]float64{
	"rp":         {math.Ln2, math.Ln2},
	"ns":         {2 * math.Ln2, math.Ln2},
	"mm":         {2 * math.Ln2, -math.Ln2},
	"ls":         {1. / 4, 1. / 8},
	"ls-chi2":    {1, 0},
	"ls-centred": {1, .5},
	"ml":         {2 * math.Ln2, -1},
}

// LossOptions is what the chart of the losses shows beside the curves: what theory expects of this experiment's game.
func LossOptions(s *experiment.Spec) plot.LossOptions {
	e, ok := equilibria[s.Loss]
	return plot.LossOptions{Theory: ok, TheoryD: e[0], TheoryG: e[1]}
}
