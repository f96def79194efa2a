package control

import (
	"math"
	"slices"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// Run is what a chart shows: the history of a run, its Spec, and what was last measured.
type Run struct {
	Trace    wire.Trace
	Spec     *experiment.Spec
	Measures []wire.Measure
	Paces    []app.Pace // how fast it went
	Readings []app.Reading
	Last     uint64 // the furthest step
	Watched  string // the measure that the reader has chosen, or empty
	Norms    bool   // gradients and weights of two players can be measured
}

// Chart is a picture of curves over the steps, and how the page calls it.
type Chart struct {
	Key   string // stable, in the page's placeholders
	Title string
	Unit  string // beside the title, or empty
	// Of is the chart of a run. It has no curves where the run records none of what it shows.
	Of func(Run, plot.Theme) plot.Chart
}

// WatchedChart is the key of the chart whose measure the reader chooses.
const WatchedChart = "watched"

// Charts are the catalogue, in the order of reading: those of two players, and of models that have one loss.
var Charts = []Chart{
	{"verdicts", "What D says", "", filledBy(probe.DReal, func(r Run, th plot.Theme) plot.Chart { return plot.Verdicts(r.Trace, th) })},
	{"losses", "Losses", "", filledBy(probe.LossD, func(r Run, th plot.Theme) plot.Chart { return plot.Losses(r.Trace, th, LossOptions(r.Spec)) })},
	{"divergences", "KL and JS divergence", "nats", divergences},
	{WatchedChart, "A measure", "", watched},
	{"penalties", "Penalty in D’s loss", "", filledBy(probe.Penalty, func(r Run, th plot.Theme) plot.Chart { return plot.Penalties(r.Trace, th) })},
	{"likelihood", "Log-likelihood", "nats a point", filledBy(probe.Heldout, likelihood)},
	{"loss", "Loss", "", oneLoss},
	{"terms", "Parts of the loss", "nats", terms},
	{"speed", "Examples a second", "", speed},
}

// filledBy is a chart of runs that record a column. Of one that records nothing yet it is what the Spec's family has.
func filledBy(column string, of func(Run, plot.Theme) plot.Chart) func(Run, plot.Theme) plot.Chart {
	return func(r Run, th plot.Theme) plot.Chart {
		players := column != probe.Heldout
		if r.records(column) || len(r.Trace.Columns) == 0 && players == (r.Spec.Rival == nil) {
			return of(r, th)
		}
		return plot.Chart{}
	}
}

func (r Run) records(column string) bool {
	return slices.ContainsFunc(r.Trace.Columns, func(c wire.Column) bool { return c.Key == column })
}

// likelihood is the mean log density of minibatches, which is minus the loss, and of points that training has not seen, beside what the data's own density
// has there: minus their entropy, which no model can beat on average.
func likelihood(r Run, th plot.Theme) plot.Chart {
	train := slices.Clone(r.Trace.Column(probe.Loss))
	for i := range train {
		train[i] = -train[i]
	}
	c := plot.Chart{Stride: r.Trace.Stride}
	if len(train) > 0 || len(r.Trace.Columns) == 0 {
		c.Curves = append(c.Curves, plot.Curve{Name: "training", Values: train, Colour: th.Real.Ink})
	}
	c.Curves = append(c.Curves, plot.Curve{Name: "held out", Values: r.Trace.Column(probe.Heldout), Colour: th.Text})
	for _, m := range r.Measures {
		if m.Key == probe.Heldout && !math.IsNaN(m.Floor) {
			c.References = append(c.References, plot.Reference{Value: m.Floor, Name: "−H", Colour: th.Text})
		}
	}
	return c
}

// oneLoss is what a model minimises, where that is no likelihood of points that could be held out.
func oneLoss(r Run, th plot.Theme) plot.Chart {
	if !r.records(probe.Loss) || r.records(probe.Heldout) {
		return plot.Chart{}
	}
	return plot.Chart{Stride: r.Trace.Stride, Curves: []plot.Curve{{Name: "loss", Values: r.Trace.Column(probe.Loss), Colour: th.Text}}}
}

// speed is how many examples of the data a run has trained on in a second, at each of the steps that its trace has.
func speed(r Run, th plot.Theme) plot.Chart {
	c := plot.Chart{Stride: max(1, r.Trace.Stride)}
	if len(r.Paces) == 0 {
		return c
	}
	values := make([]float32, int(r.Paces[len(r.Paces)-1].Step)/int(c.Stride))
	at := 0
	for i := range values {
		for r.Paces[at].Step < uint64(i+1)*uint64(c.Stride) {
			at++
		}
		values[i] = float32(r.Paces[at].PerSecond * float64(r.Spec.Batch))
	}
	c.Curves = []plot.Curve{{Name: "examples", Values: values, Colour: th.Text}}
	return c
}

// partNames are the parts of losses as captions have them.
var partNames = map[string]string{
	"loss.reconstruction": "−log p(x|z)", "loss.divergence": "KL(q(z|x)‖p(z))", "loss.first": "−log p(x₁)", "loss.second": "−log p(x₂|x₁)",
}

// terms are the parts that add up to a model's loss.
func terms(r Run, th plot.Theme) plot.Chart {
	c := plot.Chart{Stride: r.Trace.Stride}
	inks := []plot.Colour{th.Text, th.Generated.Ink}
	for _, k := range r.Trace.Columns {
		if name, ok := partNames[k.Key]; ok && strings.HasPrefix(k.Key, "loss.") {
			c.Curves = append(c.Curves, plot.Curve{Name: name, Values: k.Values, Colour: inks[len(c.Curves)%len(inks)]})
		}
	}
	return c
}

// Hue is the colour family of a curve, as the style sheet calls it.
func Hue(c plot.Curve, th plot.Theme) string {
	switch c.Colour {
	case th.Real.Ink:
		return "real"
	case th.Generated.Ink:
		return "generated"
	}
	return "ink"
}

// CurveNumber is a value of a curve: to three decimals, so that it does not dance, where it is of the size of a loss.
func CurveNumber(v float64) string {
	if v > -100 && v < 100 && (v >= .001 || v <= -.001 || v == 0) {
		return plot.Fixed(v, 3)
	}
	return plot.Number(v)
}
