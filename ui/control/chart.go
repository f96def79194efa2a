package control

import (
	"ganvas/core/experiment"
	"ganvas/core/wire"
	"ganvas/ui/plot"
)

// Chart is a picture of curves over the steps, and how the page calls it.
type Chart struct {
	Key   string // stable, in the page's placeholders
	Title string
	Unit  string // beside the title, or empty
	Lines []Line
	// Of is the chart of a run's trace.
	Of func(wire.Trace, plot.Theme, *experiment.Spec) plot.Chart
}

// Line is a curve as the caption names it: a symbol with an index is written with a line between, "L_D".
type Line struct{ Name, Hue string }

// Charts are the catalogue, in the order of reading.
var Charts = []Chart{
	{"verdicts", "What D says", "", []Line{{"real", "real"}, {"generated", "generated"}},
		func(t wire.Trace, th plot.Theme, _ *experiment.Spec) plot.Chart { return plot.Verdicts(t, th) }},
	{"losses", "Losses", "", []Line{{"L_D", "ink"}, {"L_G", "generated"}},
		func(t wire.Trace, th plot.Theme, s *experiment.Spec) plot.Chart {
			return plot.Losses(t, th, LossOptions(s))
		}},
	{"penalties", "Penalty in D’s loss", "", []Line{{"penalty", "ink"}},
		func(t wire.Trace, th plot.Theme, _ *experiment.Spec) plot.Chart { return plot.Penalties(t, th) }},
}

// CurveNumber is a value of a curve: to three decimals, so that it does not dance, where it is of the size of a loss.
func CurveNumber(v float64) string {
	if v > -100 && v < 100 && (v >= .001 || v <= -.001 || v == 0) {
		return plot.Fixed(v, 3)
	}
	return plot.Number(v)
}
