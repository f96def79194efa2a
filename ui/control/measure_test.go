package control

import (
	"testing"

	"ganvas/core/gan"
	"ganvas/core/imagemetric"
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

// So are those of images.
func TestImageMeasuresAreTheMetrics(t *testing.T) {
	if len(ImageMeasures) != len(imagemetric.All) || readImages != gan.MeasureImages {
		t.Fatalf("%d measures in words of %d images, %d metrics of %d", len(ImageMeasures), readImages, len(imagemetric.All), gan.MeasureImages)
	}
	senses := map[metric.Direction]Direction{metric.Lower: Lower, metric.Higher: Higher, metric.Near: Near}
	for i, m := range imagemetric.All {
		want := Measure{m.Key, m.Label, m.Doc, senses[m.Direction], m.Cost == metric.Heavy, 0}
		if ImageMeasures[i] != want || ImageMeasureOf(m.Key) != want || want.Reach() != "Measured on 512 images." {
			t.Errorf("got %v, want %v", ImageMeasures[i], want)
		}
	}
	if ImageMeasureOf("js") != MeasureOf("js") {
		t.Error("another measure is not found among those of images")
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
