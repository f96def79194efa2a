package control

import (
	"math"
	"slices"

	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// perfectName is how the band or the level of a perfect generator is called.
const perfectName = "a perfect generator"

// divergences are KL and JS on the way, with the band of a perfect generator's JS.
func divergences(r Run, th plot.Theme) plot.Chart {
	c := r.measured()
	js, kl := r.overTime("js", c.Stride), r.overTime("kl", c.Stride)
	if len(js) == 0 && len(r.Measures) > 0 {
		return plot.Chart{}
	}
	c.Curves = []plot.Curve{{Name: "JS", Values: js, Colour: th.Text}, {Name: "KL", Values: kl, Colour: th.Text, Dashed: true}}
	return r.perfect(c, "js")
}

// watched is the measure that the reader has chosen, or the first of Watchable.
func watched(r Run, th plot.Theme) plot.Chart {
	c, keys := r.measured(), r.ChosenKeys()
	for i, key := range keys {
		curve := plot.Curve{Name: "now", Values: r.overTime(key, c.Stride), Colour: th.Text}
		if len(keys) > 1 {
			curve.Name = []string{"D", "G"}[i]
			curve.Dashed = i > 0
		}
		c.Curves = append(c.Curves, curve)
		c = r.perfect(c, key)
	}
	return c
}

// Watchable are the measures that a run has of which there can be a chart: those in the margin first.
func (r Run) Watchable() (out []Measure) {
	has := func(key string) bool {
		return slices.ContainsFunc(r.Measures, func(m wire.Measure) bool { return m.Key == key })
	}
	all := slices.Concat(Measures, ImageMeasures)
	for _, g := range Gauges {
		if i := slices.IndexFunc(all, func(m Measure) bool { return m.Key == g.Key }); i >= 0 && has(g.Key) && g.Key != "js" && g.Key != "modes" {
			out = append(out, all[i])
		}
	}
	for _, m := range all {
		if has(m.Key) && !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	if len(out) > 0 && r.Norms {
		out = append(out, normCharts...)
	}
	return out
}

// normCharts are choices of the reader's chart that no measure of samples is.
var normCharts = []Measure{{Key: app.GradientNorms, Label: "Gradient norms"}, {Key: app.WeightNorms, Label: "Weight norms"}}

// Chosen is the measure of the reader's chart: the one that is Watched, where the run has it; else the first. It is empty where there is none.
func (r Run) Chosen() string {
	all := r.Watchable()
	if slices.ContainsFunc(all, func(m Measure) bool { return m.Key == r.Watched }) {
		return r.Watched
	}
	if len(all) > 0 {
		return all[0].Key
	}
	return ""
}

// ChosenKeys are the measures of the reader's chart: one, or a norm of each player. There are none where nothing can be chosen.
func (r Run) ChosenKeys() []string {
	switch key := r.Chosen(); {
	case key == "":
		return nil
	case slices.Contains(app.Norms, key):
		return []string{key + ".d", key + ".g"}
	default:
		return []string{key}
	}
}

// measured is a chart of measures without its curves.
func (r Run) measured() plot.Chart { return plot.Chart{Stride: max(1, r.Trace.Stride), Exact: true} }

// overTime is a measure at each step that curves have a value of: between two measurements on the straight line from one to the other, after the
// last as it was, and nothing before the first.
func (r Run) overTime(key string, stride int) (values []float32) {
	var steps []uint64
	var scores []float64
	for _, x := range r.Readings {
		if i := slices.IndexFunc(x.Measures, func(m wire.Measure) bool { return m.Key == key }); i >= 0 {
			steps, scores = append(steps, x.Step), append(scores, x.Measures[i].Value)
		}
	}
	if len(steps) == 0 {
		return nil
	}
	n, at := int(max(r.Last, steps[len(steps)-1]))/stride, 0
	c := plot.Chart{Stride: stride}
	for i := range max(n, 1) {
		step := c.Step(i)
		for at < len(steps) && float64(steps[at]) <= step {
			at++
		}
		switch {
		case at == len(steps):
			values = append(values, float32(scores[at-1]))
		case at == 0 && float64(steps[0]) > step+float64(stride):
			values = append(values, float32(math.NaN()))
		case at == 0:
			values = append(values, float32(scores[0]))
		default:
			share := (step - float64(steps[at-1])) / float64(steps[at]-steps[at-1])
			values = append(values, float32(scores[at-1]+share*(scores[at]-scores[at-1])))
		}
	}
	return values
}

// perfect puts a perfect generator's score into a chart: as a band where its scatter is known.
func (r Run) perfect(c plot.Chart, key string) plot.Chart {
	for _, m := range r.Measures {
		switch {
		case m.Key != key:
		case m.High > m.Low:
			c.Bands = append(c.Bands, plot.Band{Lo: m.Low, Hi: m.High, Name: perfectName})
		case !math.IsNaN(m.Floor):
			c.Bands = append(c.Bands, plot.Band{Lo: m.Floor, Hi: m.Floor, Name: perfectName})
		}
	}
	return c
}

// ChartEvents are the turns of knobs, as charts have them.
func ChartEvents(r app.Record) (out []plot.Event) {
	for _, t := range r.Turns() {
		out = append(out, plot.Event{Step: float64(t.Step), Text: turnEvent(t).Text})
	}
	return out
}
