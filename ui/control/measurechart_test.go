package control

import (
	"math"
	"testing"

	"ganvas/core/experiment"
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
