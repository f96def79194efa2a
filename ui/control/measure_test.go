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
		if Slow(m.Key) != (m.Cost == metric.Heavy) {
			t.Errorf("%s is slow: %t", m.Key, Slow(m.Key))
		}
		want := map[metric.Sense]string{metric.Lower: "↓", metric.Higher: "↑", metric.Near: "≈"}[m.Sense]
		if mark, words := Sense(m.Key); mark != want || words == "" {
			t.Errorf("%s is marked %s, %s", m.Key, mark, words)
		}
	}
}
