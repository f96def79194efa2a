package control

import (
	"math"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// measuredRun has been measured at steps 4 and 12 of 20, with a value a step.
func measuredRun() Run {
	s := experiment.Default()
	at := func(step uint64, js, quality float64) app.Reading {
		return app.Reading{Step: step, Measures: []wire.Measure{{Key: "js", Step: step, Value: js, Floor: .002, Low: .001, High: .004}, {Key: "high_quality", Step: step, Value: quality, Floor: .99}}}
	}
	r := Run{Spec: &s, Trace: wire.Trace{Stride: 1}, Readings: []app.Reading{at(4, .5, .25), at(12, .1, .75)}, Last: 20}
	r.Measures = r.Readings[1].Measures
	return r
}

// A measure's curve goes straight from one measurement to the next, stays at the last, and has nothing before the first; a perfect generator's scores
// are a band where their scatter is known, and a level where it is not.
func TestMeasuresOverTime(t *testing.T) {
	r := measuredRun()
	c := divergences(r, plot.Light)
	js := c.Curves[0].Values
	if len(js) != 20 || !math.IsNaN(float64(js[1])) {
		t.Fatalf("JS is %v", js)
	}
	for step, want := range map[int]float64{4: .5, 8: .3, 12: .1, 20: .1} {
		if got := float64(js[step-1]); math.Abs(got-want) > 1e-6 {
			t.Errorf("at step %d JS is %g, want %g", step, got, want)
		}
	}
	if len(c.Bands) != 1 || c.Bands[0].Lo != .001 || c.Bands[0].Hi != .004 {
		t.Errorf("bands %v", c.Bands)
	}
	if got := watched(r, plot.Light); len(got.Curves) != 1 || got.Curves[0].Values[7] != .5 || got.Bands[0].Lo != .99 || got.Bands[0].Hi != .99 {
		t.Errorf("the first measure of choice: %+v", got)
	}
	if r.Watched = "js"; watched(r, plot.Light).Curves[0].Values[11] != .1 {
		t.Error("the measure that was chosen is not shown")
	}
	if r.Watched = "nothing"; r.Chosen() != "high_quality" {
		t.Errorf("of a measure that there is not, %q is shown", r.Chosen())
	}
	r.Measures, r.Readings = []wire.Measure{{Key: "agreement"}}, nil
	if len(divergences(r, plot.Light).Curves) != 0 {
		t.Error("a run without a divergence has a chart of it")
	}
}

// Both players' norms are one chart, which is offered where they can be measured.
func TestNormsAreAChart(t *testing.T) {
	r := measuredRun()
	r.Watched = app.GradientNorms
	if r.Chosen() != "high_quality" {
		t.Errorf("of norms that cannot be measured, %q is shown", r.Chosen())
	}
	r.Norms = true
	for i := range r.Readings {
		for k, key := range probe.NormKeys {
			r.Readings[i].Measures = append(r.Readings[i].Measures, wire.Measure{Key: key, Step: r.Readings[i].Step, Value: float64(k + 1), Floor: math.NaN()})
		}
	}
	for i, watched := range app.Norms {
		r.Watched = watched
		var c plot.Chart
		for _, k := range Charts {
			if k.Key == WatchedChart {
				c = k.Of(r, plot.Light)
			}
		}
		if len(c.Curves) != 2 || c.Curves[0].Name != "D" || c.Curves[1].Name != "G" || len(c.Bands) != 0 {
			t.Fatalf("%s: %+v", watched, c)
		}
		for k, curve := range c.Curves {
			if got, want := curve.Values[11], float32(2*i+k+1); got != want || r.ChosenKeys()[k] != probe.NormKeys[2*i+k] {
				t.Errorf("%s: %s is %g of %s, want %g", watched, curve.Name, got, r.ChosenKeys()[k], want)
			}
		}
	}
}
