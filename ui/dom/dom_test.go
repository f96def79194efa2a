package dom

import (
	"math"
	"strings"
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// No shortcut works where a control has its own use for the key.
func TestShortcutsLeaveControlsAlone(t *testing.T) {
	for _, a := range control.Actions {
		for _, tag := range []string{"INPUT", "SELECT", "TEXTAREA", "EDITABLE"} {
			if !usesKey(tag, a.Shortcut) {
				t.Errorf("%q is stolen from %s", a.Shortcut, tag)
			}
		}
		if usesKey("BODY", a.Shortcut) {
			t.Errorf("%q does nothing on the page", a.Shortcut)
		}
	}
	if !usesKey("BUTTON", " ") || !usesKey("SUMMARY", " ") || usesKey("BUTTON", "s") {
		t.Error("a focused button must keep the space and nothing else")
	}
}

func TestPaceText(t *testing.T) {
	at := func(step uint64) *wire.Snapshot { return &wire.Snapshot{Step: step} }
	for want, m := range map[string]app.Model{
		"loading":             {},
		"paused":              {Ready: true, Snapshot: at(3)},
		"stopped":             {Ready: true, Fault: "NaN"},
		"training":            {Ready: true, Playing: true},
		"2.5 steps/s":         {Ready: true, Playing: true, Rate: app.Rate{PerSecond: 2.5}},
		"12,346 steps/s":      {Ready: true, Playing: true, Rate: app.Rate{PerSecond: 12345.6}},
		"going to step 1,000": {Ready: true, Snapshot: at(3), Toward: 1000},
	} {
		if got := paceText(m); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestMeasuresAsText(t *testing.T) {
	rows := measureRows(&wire.Snapshot{Measures: []wire.Measure{{Key: "modes", Value: 7, Floor: 8}, {Key: "js", Value: 0.0312, Floor: math.NaN()}, {Key: "new", Value: 1.5}, {Key: "spread", Value: math.NaN(), Floor: 1},
		{Key: "tv", Value: .25, Floor: .2, Low: .1, High: .3}, {Key: "tv", Value: .35, Floor: .2, Low: .1, High: .3}}})
	want := [][3]string{{"Modes covered", "7", "8"}, {"Jensen-Shannon divergence", "0.0312", "–"}, {"new", "1.50", "0"}, {"Width of modes", "–", "1"},
		{"Total variation", "0.250", "0.200 (0.100 to 0.300), within sampling noise"}, {"Total variation", "0.350", "0.200 (0.100 to 0.300)"}}
	for i, w := range want {
		if got := [3]string{rows[i].Label, rows[i].value, rows[i].floor}; got != w {
			t.Errorf("%q, want %q", got, w)
		}
	}
}

// snapshotOfRamp is a field D(x, y) = (x+3)/6 on the window from -3 to 3, and one generated sample at (1, -1).
func snapshotOfRamp() *wire.Snapshot {
	const size = 25
	var field []float32
	for range size {
		for i := range size {
			field = append(field, float32(i)/(size-1))
		}
	}
	return &wire.Snapshot{Arrays: []wire.Array{
		wire.Floats(probe.Window, []float32{-3, -3, 3, 3}, 4), wire.Floats(probe.Samples, []float32{1, -1}, 1, 2), wire.Floats(probe.Field, field, size, size),
	}}
}

func TestPlaneReading(t *testing.T) {
	s := snapshotOfRamp()
	f := plot.Plane(plot.WindowOf(s), plot.Size{W: 600, H: 600, Scale: 1})
	at := func(x, y float64) string { return planeReading(s, f, f.X.Of(x), f.Y.Of(y)) }
	if got, want := at(0, 2), "x = (0.00, 2.00), D = 0.5000"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := at(1.02, -1.03), "G(z) = (1.00, "+plot.Minus+"1.00), D = 0.67"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := at(3.2, 0); got != "" {
		t.Errorf("outside the frame: %q", got)
	}
	if got := planeReading(nil, f, 300, 300); got != "" {
		t.Errorf("before the first snapshot: %q", got)
	}
}

func TestWindowText(t *testing.T) {
	if got := windowText(plot.Window{X0: -3, Y0: -2.5, X1: 3, Y1: 2.5}); !strings.Contains(got, "x = -3 to 3") || !strings.Contains(got, "y = -2.5 to 2.5") {
		t.Error(got)
	}
}

// Two digits say how sure D is; next to 1/2 four say on which side it is.
func TestVerdict(t *testing.T) {
	for d, want := range map[float64]string{0: "0.00", .1234: "0.12", .49: "0.49", .4987: "0.4987", .5: "0.5000", .50004: "0.5000", .5013: "0.5013", .506: "0.51", 1: "1.00"} {
		if got := verdict(d); got != want {
			t.Errorf("D = %g reads %q, want %q", d, got, want)
		}
	}
}
