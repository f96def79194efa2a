package dom

import (
	"strconv"
	"strings"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
)

// near is how far in CSS pixels a pointer may be from a sample that it means.
const near = 9

// planeReading is what lies under a pointer on the plane, at a place in CSS pixels of the panel; empty outside the frame.
func planeReading(s *wire.Snapshot, f plot.Frame, x, y float64) string {
	if s == nil || !within(f, x, y) {
		return ""
	}
	if len(s.Floats(probe.Trajectory)) > 0 {
		return "θ = " + coordinate(f.X.Value(x)) + ", ψ = " + coordinate(f.Y.Value(y))
	}
	what, at := "x", [2]float64{f.X.Value(x), f.Y.Value(y)}
	samples := s.Floats(probe.Samples)
	if i := plot.Pick(f, samples, float32(x), float32(y), near); i >= 0 {
		what, at = "G(z)", [2]float64{float64(samples[2*i]), float64(samples[2*i+1])}
	}
	from := plot.OriginOf(s)
	text := what + " = (" + placed(from[0], at[0]) + ", " + placed(from[1], at[1]) + ")"
	if field := plot.FieldOf(s, probe.Field); field.Size > 1 {
		d := field.AtPixel(f, f.X.Of(at[0]), f.Y.Of(at[1]))
		text += ", D = " + verdict(d)
	}
	if density := plot.FieldOf(s, probe.Density); density.Size > 1 {
		text += ", q = " + plot.Number(density.AtPixel(f, f.X.Of(at[0]), f.Y.Of(at[1])))
	}
	return text
}

// placed is a coordinate as it was given: far from 0 with so many digits that places stay apart.
func placed(origin, x float64) string {
	if origin == 0 {
		return plot.Fixed(x, 2)
	}
	return plot.Fixed(origin+x, 6)
}

func within(f plot.Frame, x, y float64) bool {
	return x >= f.Left() && x <= f.Right() && y >= f.Top() && y <= f.Bottom()
}

// windowText is a snapshot's window, for people who cannot see the axes.
func windowText(w plot.Window) string {
	n := func(x float32) string { return strconv.FormatFloat(float64(x), 'g', 3, 32) }
	return "from x = " + n(w.X0) + " to " + n(w.X1) + " and y = " + n(w.Y0) + " to " + n(w.Y1)
}

// parsePixels reads a length such as "16px"; what is none is 0.
func parsePixels(text string) float64 {
	x, _ := strconv.ParseFloat(strings.TrimSuffix(text, "px"), 64)
	return x
}
