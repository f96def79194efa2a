package dom

import (
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
)

func TestEigenTexts(t *testing.T) {
	for fields, want := range map[string][2]string{
		"data=dirac":                                     {"λ = ±0.50i", "circles"},
		"data=dirac&order=simultaneous":                  {"λ = ±0.50i", "spirals out at this step size, ×1.005 a step"}, // √(1 + .2²/4)
		"data=dirac&loss=wgan&order=extragradient":       {"λ = ±1.00i", "spirals in, ×0.981 a step"},                    // √(1 - .2² + .2⁴)
		"data=dirac&r1=0.3&order=simultaneous":           {"λ = −0.15 ± 0.48i", "spirals in, ×0.975 a step"},             // |1 + .2λ|
		"data=dirac&r1=1&order=simultaneous":             {"λ = −0.50", "runs in, ×0.900 a step"},
		"data=dirac&r1=2&order=simultaneous":             {"λ = −0.13, −1.87", "runs in, ×0.973 a step"}, // -1 ± √¾
		"data=dirac&loss=wgan&gp=0.7":                    {"no λ: the penalty’s pull jumps at ψ = 0", "so nothing comes to rest there"},
		"data=dirac&loss=ls":                             {"λ = 0.00", "neither shrinks nor turns at first order"},
		"data=dirac&loss=wgan&r1=0.1&order=simultaneous": {"λ = −0.0500 ± 1.00i", "spirals out at this step size, ×1.010 a step"}, // √(.99² + .04·.9975)
		"data=dirac&g.opt=adam&d.opt=adam":               {"λ = ±0.50i", ""},
		"data=dirac&r1=0.3&penalty.decay=0.1":            {"", ""},
		"data=dirac&d=8":                                 {"", ""},
		"":                                               {"", ""},
	} {
		s, err := experiment.Parse(fields)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := eigenTexts(s); a != want[0] || b != want[1] {
			t.Errorf("%q: %q, %q, want %q", fields, a, b, want)
		}
	}
}

func TestPortraitTexts(t *testing.T) {
	spec, _ := experiment.Parse("data=dirac")
	s := &wire.Snapshot{Arrays: []wire.Array{wire.Floats(probe.Trajectory, []float32{1, 1, .5, -.25}, len([]float32{1, 1, .5, -.25})/2, 2)}}
	text := portraitText(s, spec)
	for _, part := range []string{"θ = 0.50", "ψ = −0.25", "λ = ±0.50i", "circles"} {
		if !strings.Contains(text, part) {
			t.Errorf("%q lacks %q", text, part)
		}
	}
	size := plot.Size{W: 400, H: 400, Scale: 1}
	f := plot.PlaneOf(s, size)
	if got, want := planeReading(s, f, f.X.Of(1), f.Y.Of(-.5)), "θ = 1.00, ψ = −0.50"; got != want {
		t.Errorf("the reading is %q, want %q", got, want)
	}
}
