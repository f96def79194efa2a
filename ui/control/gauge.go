package control

import (
	"math"
	"strconv"

	"ganvas/core/probe"
	"ganvas/ui/plot"
)

// Gauge is a measure as the margin shows it, small: a number, and a bar with a mark where a perfect generator is.
type Gauge struct {
	Key   string // the metric's
	Label string
	Full  float64 // the value at the end of the bar; 0 draws none
	Count bool    // a whole number: so many of as many as a perfect generator has
	Share bool    // a share, in percent
}

// Gauges are the catalogue, in the order of reading.
var Gauges = []Gauge{
	{Key: "modes", Label: "Modes covered", Count: true},
	{Key: "high_quality", Label: "On a mode", Full: 1, Share: true},
	{Key: "spread", Label: "Width of modes", Full: 1.25},
	{Key: "label_accuracy", Label: "Right class", Full: 1, Share: true},
	{Key: "agreement", Label: "Read as asked", Full: 1, Share: true},
	{Key: "classes", Label: "Classes covered", Count: true},
	{Key: "js", Label: "Jensen–Shannon"},
	{Key: probe.Heldout, Label: "Held-out log density"},
}

// Read is a gauge with a value: what it says, and where its bar and its mark end, from 0 to 1.
type Read struct {
	Value, Of, Floor string
	Bar, Mark        float64
}

// Reads is the gauge with a value, and what a perfect generator scores, or NaN.
func (g Gauge) Reads(value, floor float64) Read {
	known := !math.IsNaN(floor)
	switch {
	case math.IsNaN(value): // there is nothing to measure: no sample lies on a mode
		return Read{Value: "–"}
	case g.Count:
		r := Read{Value: plot.Count(int(value))}
		if known && floor > 0 {
			r.Of, r.Bar, r.Mark = " of "+plot.Count(int(math.Round(floor))), within(value/floor), 1
		}
		return r
	case g.Share:
		r := Read{Value: Percent(value), Bar: within(value), Mark: 1}
		if known {
			r.Floor, r.Mark = "perfect: "+Percent(floor), within(floor)
		}
		return r
	case g.Full > 0:
		r := Read{Value: plot.Fixed(value, 2), Bar: within(value / g.Full), Mark: 1 / g.Full}
		if known {
			r.Floor, r.Mark = "perfect: "+plot.Number(floor), within(floor/g.Full)
		}
		return r
	}
	r := Read{Value: plot.Number(value)}
	if known {
		r.Floor = "perfect: " + plot.Number(floor)
	}
	return r
}

// Percent is a share as text: "96 %".
func Percent(x float64) string { return strconv.Itoa(int(math.Round(100*x))) + " %" }

func within(x float64) float64 { return math.Max(0, math.Min(x, 1)) } // NaN stays NaN, and draws nothing
