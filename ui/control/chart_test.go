package control

import (
	"slices"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// The chart of speed has, at each step that the others have, the examples a second of the window in which that step was trained.
func TestSpeed(t *testing.T) {
	s := experiment.Default()
	s.Batch = 15
	r := Run{Spec: &s, Trace: wire.Trace{Stride: 2}, Paces: []app.Pace{{Step: 4, PerSecond: 2}, {Step: 11, PerSecond: 10}}}
	c := speed(r, plot.Light)
	if len(c.Curves) != 1 || !slices.Equal(c.Curves[0].Values, []float32{30, 30, 150, 150, 150}) || c.Stride != 2 {
		t.Errorf("%+v", c)
	}
	if r.Paces = nil; len(speed(r, plot.Light).Curves) != 0 {
		t.Error("before anything is known there is a curve")
	}
}
