package metric

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"ganvas/core/data"
)

// What a classifier's Doc calls sampling noise is what chance reaches in nineteen of twenty: of the 500 or 2,000 points of either kind that it
// examines. The nearest neighbours' vote keeps to it too, though its points share their teachers: of 40 perfect generators more than 8 are
// above it with a chance of 1e-4.
func TestWithinSamplingNoise(t *testing.T) {
	for _, m := range []Measure{C2ST, C2STLogistic} {
		_, text, _ := strings.Cut(m.Doc, "Up to ")
		text, _, _ = strings.Cut(text, " is within sampling noise.")
		bound, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Fatalf("%s says %q", m.Key, m.Doc)
		}
		_, p := ChanceScore(bound, m.Points)
		near(t, m.Key+": chance above "+text, p, .05, .002)
	}
	target, above := NewTarget(data.Ring8), 0
	for i := range 40 {
		v, err := C2ST.Compute(target.Samples(some(data.Ring8, fmt.Sprint("fake", i), pairPoints), some(data.Ring8, fmt.Sprint("real", i), pairPoints)))
		if err != nil {
			t.Fatal(err)
		}
		if v > .526 {
			above++
		}
	}
	if t.Logf("%d of 40 above", above); above > 8 {
		t.Errorf("%d of 40 perfect generators are above", above)
	}
}
