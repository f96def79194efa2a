package control

import (
	"slices"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/imageset"
)

func TestSetIsTold(t *testing.T) {
	s := &imageset.Set{Shape: imageset.Shape{1, 2, 1}, Pixels: []uint8{0, 0, 0, 200}, Labels: []uint8{0, 1}, Classes: []string{"cat", "dog"}, Low: 0, High: 1, Total: 5}
	got := SetLines(s.Statistics())
	want := []string{"2 images, 1 × 2 × 1, a sample of 5", "2 classes. cat: 1, dog: 1", "Values 0 to 1.00 in the files; as bytes 0 to 200, mean 50.0, deviation 86.6"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if svg := HistogramSVG(s.Statistics()); strings.Count(svg, "M") != 2 || !strings.Contains(svg, "M0.5 20v-20.0M50.5 20v-12.0") {
		t.Errorf("three pixels of 0 and one of 200 are drawn as %s", svg)
	}
}

// COURSE's exercise: how many examples, their shape, their classes and their range.
func TestDrawnSetsAreTold(t *testing.T) {
	s := experiment.DefaultFor("digits")
	s.Rows, s.Pixels = 65000, "signed"
	got := strings.Join(DrawnLines(s, []int{28, 28, 1}, 10), "|")
	if want := "65,000 images, 28 × 28 × 1|10 classes|For the players pixels go from −1 to 1"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
