package control

import (
	"testing"

	"ganvas/core/gan"
	"ganvas/core/metric"
)

// The words are the metrics' own, and none is missing or left over.
func TestMeasuresAreTheMetrics(t *testing.T) {
	if len(Measures) != len(metric.All) {
		t.Fatalf("%d measures in words, %d metrics", len(Measures), len(metric.All))
	}
	if drawn != gan.MeasurePoints {
		t.Errorf("the words say %d samples, and %d are drawn", drawn, gan.MeasurePoints)
	}
	senses := map[metric.Direction]Direction{metric.Lower: Lower, metric.Higher: Higher, metric.Near: Near, metric.Chance: Chance}
	for i, m := range metric.All {
		if want := (Measure{m.Key, m.Label, m.Doc, senses[m.Direction], m.Cost == metric.Heavy, m.Points}); Measures[i] != want {
			t.Errorf("got %v, want %v", Measures[i], want)
		}
	}
}

// A reader is told how many samples a measure is of.
func TestReach(t *testing.T) {
	for key, want := range map[string]string{
		"js":        "Measured on 10,000 samples.",
		"w1_sliced": "Measured on 10,000 samples.",
		"c2st":      "Measured on 1,000 of 10,000 samples.",
		"gap":       "",
		"unheard":   "",
	} {
		if got := MeasureOf(key).Reach(); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}
