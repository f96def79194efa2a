package control

import (
	"math"

	"ganvas/core/experiment"
	"ganvas/ui/plot"
)

// equilibrium is a player's loss, and how people write it.
type equilibrium struct {
	value float64
	text  string
}

var (
	log2      = equilibrium{math.Ln2, "log 2"}
	log4      = equilibrium{2 * math.Ln2, "log 4"}
	minusLog2 = equilibrium{-math.Ln2, "−log 2"}
)

// equilibria are both players' losses, D's first, where the generator is perfect and the discriminator, at its best, says ½ everywhere, by the
// game's key. Games whose value there is not one number have no entry.
var equilibria = map[string][2]equilibrium{
	"rp":         {log2, log2},
	"ns":         {log4, log2},
	"mm":         {log4, minusLog2},
	"ls":         {{1. / 4, "¼"}, {1. / 8, "⅛"}},
	"ls-chi2":    {{1, "1"}, {0, "0"}},
	"ls-centred": {{1, "1"}, {.5, "½"}},
	"ml":         {log4, {-1, "−1"}},
}

// LossOptions is what the chart of the losses shows beside the curves: what theory expects of this experiment's game.
func LossOptions(s *experiment.Spec) plot.LossOptions {
	e, ok := equilibria[s.Loss]
	if !ok {
		return plot.LossOptions{}
	}
	return plot.LossOptions{D: &plot.Reference{Value: e[0].value, Name: e[0].text}, G: &plot.Reference{Value: e[1].value, Name: e[1].text}}
}
