package control

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
)

func TestCostsAreSaidInFewFigures(t *testing.T) {
	for _, c := range []struct {
		cost experiment.Cost
		want string
	}{
		{experiment.Cost{MultiplyAdds: 12.34e6, Work: 4.2e-3 * experiment.Speed, Bytes: 8.19e6}, "about 12 million multiply-adds and 4.2 ms a step; up to 8.2 MB"},
		{experiment.Cost{MultiplyAdds: 1.46e11, Work: 77.4 * experiment.Speed, Bytes: 368e6}, "about 150 billion multiply-adds and 77 s a step; up to 370 MB"},
		{experiment.Cost{MultiplyAdds: 996, Work: 1, Bytes: 1e5}, "about 1000 multiply-adds and less than 1 µs a step; up to 1 MB"},
		{experiment.Cost{MultiplyAdds: 2e12, Work: 150 * experiment.Speed, Bytes: 2e9}, "about 2 trillion multiply-adds and 2.5 minutes a step; up to 2 thousand MB"},
	} {
		if got := CostText(c.cost); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// A wall of 4 images that takes 8 ms, and 6 judged in 3 ms: 2 ms and half a millisecond each. Without walls, or without times, there is nothing.
func TestPassesOf(t *testing.T) {
	s := &wire.Snapshot{Arrays: []wire.Array{
		wire.Floats(probe.ImagesVerdict, make([]float32, 4), 2, 2), wire.Floats(probe.RealVerdict, make([]float32, 2), 1, 2),
		wire.Floats(probe.Took+probe.MakesImages, []float32{8}, 1), wire.Floats(probe.Took+probe.JudgesImages, []float32{3}, 1),
	}}
	if p := PassesOf(s); math.Abs(p.Makes-.002) > 1e-9 || math.Abs(p.Judges-.0005) > 1e-9 {
		t.Errorf("%v", p)
	}
	for _, s := range []*wire.Snapshot{nil, {Arrays: s.Arrays[2:]}, {Arrays: s.Arrays[:2]}} {
		if p := PassesOf(s); p != (Passes{}) {
			t.Errorf("%v of no walls or no times", p)
		}
	}
}

// The lecture's exercise: 182 examples a second now and 104.6 on average, of 15 a step, to step 2,000.
func TestThroughputText(t *testing.T) {
	s := experiment.Default()
	s.Batch, s.Steps = 15, 2000
	got := ThroughputText(s, 182./15, 104.6/15, 1000, Passes{})
	if !strings.HasPrefix(got, "182 examples a second, 105 on average; ") || !strings.Contains(got, " multiply-adds a second; 1,000 steps to the horizon, about 82 s.") {
		t.Errorf("%q", got)
	}
	// A sample's time and how many there are in a second are one figure.
	at := regexp.MustCompile(`At that pace G makes a sample in ([\d.]+) µs, ([\d,.]+) a second, and D judges one in ([\d.]+) µs, ([\d,.]+) a second\.$`).FindStringSubmatch(got)
	for i := 1; i < len(at); i += 2 {
		took, _ := strconv.ParseFloat(at[i], 64)
		rate, _ := strconv.ParseFloat(strings.ReplaceAll(at[i+1], ",", ""), 64)
		if product := took * rate / 1e6; product < .94 || product > 1.06 {
			t.Errorf("%s µs each and %s a second are %.2f of a second", at[i], at[i+1], product)
		}
	}
	if len(at) == 0 {
		t.Errorf("it says nothing of one sample: %q", got)
	}
	// The durations of the lecture's page.
	if got := ThroughputText(s, 182./15, 104.6/15, 1000, Passes{.00743, .00743}); !strings.HasSuffix(got, ". Measured: G makes a sample in 7.4 ms, 135 a second, and D judges one in 7.4 ms, 135 a second.") {
		t.Errorf("%q", got)
	}
	if got := ThroughputText(s, 0, 0, 5, Passes{}); got != "" {
		t.Errorf("of an unknown rate it says %q", got)
	}
}

func TestMachineText(t *testing.T) {
	for name, want := range map[string]string{"simd": "Machine: SIMD, 1 thread.", "simd2": "Machine: SIMD, 2 threads.", "go": "Machine: no SIMD, 1 thread.", "": ""} {
		if got := MachineText(name); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}
