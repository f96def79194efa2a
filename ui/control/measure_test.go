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
	for i, m := range metric.All {
		if want := (Measure{Key: m.Key, Label: m.Label, Doc: m.Doc}); Measures[i] != want {
			t.Errorf("got %q, want %q", Measures[i], want)
		}
	}
}
