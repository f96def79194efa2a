package plot

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// A place on the axis and its step are one another's, and the end is the end.
func TestTimeGoesBothWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		axis := Time{rapid.Float64Range(1, 1e7).Draw(t, "steps"), rapid.Bool().Draw(t, "linear")}
		share := rapid.Float64Range(0, 1).Draw(t, "share")
		if got := axis.Share(axis.StepAt(share)); math.Abs(got-share) > 1e-9 {
			t.Errorf("%v comes back as %v", share, got)
		}
		if axis.StepAt(2) != axis.Steps || axis.StepAt(-1) != 0 || axis.Share(0) != 0 {
			t.Error("it goes beyond its ends")
		}
	})
	if root := (Time{Steps: 900}); root.Share(100) != 1./3 || (Time{Steps: 900, Linear: true}).Share(450) != .5 {
		t.Errorf("a ninth of the steps is at %v", root.Share(100))
	}
}

// Pictures stand side by side from end to end, in the order of their steps.
func TestCellsFillTheStrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		axis := Time{rapid.Float64Range(100, 1e6).Draw(t, "steps"), rapid.Bool().Draw(t, "linear")}
		width := rapid.Float64Range(120, 2000).Draw(t, "width")
		cells := axis.Cells(width, 48, 8)
		if len(cells) < 2 || cells[0].X != 0 || math.Abs(cells[len(cells)-1].X+48-width) > 1e-6 {
			t.Fatalf("%d cells: %v", len(cells), cells)
		}
		for i, c := range cells {
			if c.From > c.Step || c.Step > c.To || i > 0 && (c.X-cells[i-1].X < 56-1e-6 || c.Step < cells[i-1].Step) {
				t.Errorf("cell %d is %+v after %+v", i, c, cells[max(0, i-1)])
			}
		}
	})
	if c := (Time{Steps: 900}).Cells(50, 48, 8); c != nil {
		t.Errorf("where there is room for one there are %v", c)
	}
}
