package plot

import (
	"slices"
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// lineScene is a run on a line whose data lie on the left half of the window, and whose samples on the right.
func lineScene() *wire.Snapshot {
	var real, made, field []float32
	for i := range 480 {
		real, made = append(real, float32(i)/960), append(made, .5+float32(i)/960)
	}
	for i := range 128 {
		field = append(field, 1-float32(i)/127)
	}
	return &wire.Snapshot{Step: 9, Arrays: []wire.Array{
		wire.Floats(probe.LineWindow, []float32{0, 1}, 2), wire.Floats(probe.LineReal, real, 480), wire.Floats(probe.LineSamples, made, 480),
		wire.Floats(probe.LineField, field, 128), wire.Floats(probe.LineMap, []float32{.25, .5, .75, 2}, 1, 4),
	}}
}

// The shot of a line has the generator's bars as high as the data's where as many samples lie, D from its ends, and the map's lines that end in the window.
func TestShotOfALine(t *testing.T) {
	s, ok := ShotOf(lineScene())
	if !ok || s.Step != 9 || s.Line == nil {
		t.Fatalf("%v, %v", s, ok)
	}
	real := SmallLine(lineScene())
	if slices.Max(s.Line.Made) != slices.Max(real) || real[0] == 0 || s.Line.Made[0] != 0 || s.Line.Made[shotBins-1] == 0 {
		t.Errorf("the data are %v, the samples %v", real, s.Line.Made)
	}
	if f := s.Line.Field; f[0] != 255 || f[len(f)-1] != 0 {
		t.Errorf("D is %v", f)
	}
	if slices.Max(s.Line.Map) > 191 || len(s.Line.Map) >= shotLinks {
		t.Errorf("the map goes to %v", s.Line.Map)
	}
	for _, side := range []int{1, 5, 48, 160} {
		if got := len(Thumb(side, Light, real, &s)); got != 4*side*side {
			t.Errorf("%d bytes of a picture of %d", got, side)
		}
	}
	if len(SmallLine(nil)) > 0 {
		t.Error("of nothing there is a histogram")
	}
}
