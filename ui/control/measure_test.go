package control

import (
	"testing"

	"ganvas/core/metric"
)

// The words are the metrics' own, and none is missing or left over.
func TestMeasuresAreTheMetrics(t *testing.T) {
	if len(Measures) != len(metric.All) {
		t.Fatalf("%d measures in words, %d metrics", len(Measures), len(metric.All))
	}
	senses := map[metric.Sense]Sense{metric.Lower: Lower, metric.Higher: Higher, metric.Near: Near}
	for i, m := range metric.All {
		if want := (Measure{m.Key, m.Label, m.Doc, senses[m.Sense], m.Cost == metric.Heavy}); Measures[i] != want {
			t.Errorf("got %v, want %v", Measures[i], want)
		}
	}
}
