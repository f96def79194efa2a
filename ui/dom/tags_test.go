package dom

import (
	"math"
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
)

// The first labels stand on the plane and apart: the data's at the data, the samples' at the sample that it follows, D's where it is sure.
func TestTagsStandApart(t *testing.T) {
	const size = 21
	var field []float32
	for range size {
		for i := range size {
			field = append(field, float32(i)/(size-1))
		}
	}
	s := &wire.Snapshot{Arrays: []wire.Array{
		wire.Floats(probe.Window, []float32{-3, -3, 3, 3}, 4), wire.Floats(probe.Field, field, size, size),
		wire.Floats(probe.Real, []float32{2, 2, -2, -2}, 2, 2), wire.Floats(probe.Samples, []float32{-1, 0, 0, 0, 1, 0}, 3, 2),
	}}
	f := plot.PlaneOf(s, plot.Size{W: 700, H: 700, Scale: 1})
	lead := leadOf(s)
	if lead != 1 {
		t.Errorf("it follows sample %d, want the one in the middle", lead)
	}
	got := tagsOf(s, f, lead, .5)
	if got.LeadX != 350 || got.LeadY != 350 {
		t.Errorf("the sample is at %g, %g", got.LeadX, got.LeadY)
	}
	all := []tag{got.Real, got.Made, got.SaysReal, got.SaysMade}
	for i, a := range all {
		if !a.On || a.X < 0 || a.Y < 0 || a.X+tagWidth > 700 || a.Y+tagHeight > 700 {
			t.Errorf("label %d is at %+v", i, a)
		}
		for j, b := range all[:i] {
			if math.Abs(a.X-b.X) < tagWidth && math.Abs(a.Y-b.Y) < tagHeight {
				t.Errorf("labels %d and %d meet", i, j)
			}
		}
	}
	if got.SaysReal.X < 350 || got.SaysMade.X > 350 {
		t.Errorf("D says real at %g and generated at %g", got.SaysReal.X, got.SaysMade.X)
	}
	for i := range field {
		field[i] = .5
	}
	if got := tagsOf(s, f, lead, .02); got.SaysReal.On || got.SaysMade.On || !got.Real.On {
		t.Errorf("an undecided D says %+v", got)
	}
	if got := tagsOf(nil, f, 0, .5); got != (tags{}) {
		t.Errorf("before the first snapshot there is %+v", got)
	}
	if got := tagsOf(&wire.Snapshot{}, f, leadOf(&wire.Snapshot{}), .5); got != (tags{}) {
		t.Errorf("without samples there is %+v", got)
	}
}
