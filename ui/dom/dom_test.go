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
	if got, want := at(0, 2), "x = (0.00, 2.00), D = 0.5000\n∇D = (0.17, 0.00)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := at(1.02, -1.03), "G(z) = (1.00, "+plot.Minus+"1.00), D = 0.67"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	// The best D of the ramp's opposite: at x = 0.9 it is 0.35, and log 0.35/0.65 = -0.619.
	const size = 25
	var best []float32
	for range size {
		for i := range size {
			best = append(best, 1-float32(i)/(size-1))
		}
	}
	s.Arrays = append(s.Arrays, wire.Floats(probe.Optimal, best, size, size), wire.Floats(probe.Descent, []float32{3, -4}, 1, 2))
	if got, want := at(.9, 2), "x = (0.90, 2.00), D = 0.65\nD* = 0.35, log p/q = "+plot.Minus+"0.62\n∇D = (0.17, 0.00)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := at(1, -1), "G(z) = (1.00, "+plot.Minus+"1.00), D = 0.67\nD* = 0.33, log p/q = "+plot.Minus+"0.69\nThis sample has to move down and right to lower the generator’s loss. Its gradient: 5.00."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	// Of a second sample that lies nearer, but whose way nobody tells, nothing is said; far from the first it is read.
	s.Arrays[1] = wire.Floats(probe.Samples, []float32{1, -1, 1.01, -1}, 2, 2)
	if i := meant(s, f, f.X.Of(1.02), f.Y.Of(-1), near); i != 0 {
		t.Errorf("sample %d is meant, want the one whose way is known", i)
	}
	s.Arrays[1] = wire.Floats(probe.Samples, []float32{1, -1, 2, 2}, 2, 2)
	if i := meant(s, f, f.X.Of(2), f.Y.Of(2), near); i != 1 {
		t.Errorf("sample %d is meant, want the only one there", i)
	}
	if got := at(3.2, 0); got != "" {
		t.Errorf("outside the frame: %q", got)
	}
	if got := planeReading(nil, f, 300, 300); got != "" {
		t.Errorf("before the first snapshot: %q", got)
	}
}

// The words of a way lie within an eighth of a turn of it: of a hundred ways, none is told another octant's.
func TestOctantOfAWay(t *testing.T) {
	toward := map[string][2]float64{"right": {1, 0}, "left": {-1, 0}, "up": {0, 1}, "down": {0, -1}}
	for i := range 100 {
		angle := 2 * math.Pi * (float64(i) + .5) / 100
		x, y := math.Cos(angle), math.Sin(angle)
		var dx, dy float64
		for word := range strings.SplitSeq(octant(x, y), " and ") {
			dx, dy = dx+toward[word][0], dy+toward[word][1]
		}
		if cos := (x*dx + y*dy) / math.Hypot(dx, dy); cos < math.Cos(math.Pi/8) {
			t.Errorf("(%.2f, %.2f) is told %q", x, y, octant(x, y))
		}
	}
	if got := wayText(0, 0, true); !strings.Contains(got, "gradient here is 0") {
		t.Errorf("no gradient: %q", got)
	}
	if got := wayText(math.NaN(), 1, true); !strings.Contains(got, "no way") {
		t.Errorf("no number: %q", got)
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
