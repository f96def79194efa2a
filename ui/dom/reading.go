package dom

import (
	"math"
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
	if i := meant(s, f, x, y, near); i >= 0 {
		return sampleReading(s, f, i)
	}
	text := placeReading(s, f, "x", f.X.Value(x), f.Y.Value(y))
	if field := plot.FieldOf(s, probe.Field); field.Size > 1 {
		gx, gy := slope(field, f, x, y)
		text += "\n∇D = (" + plot.Fixed(gx, 2) + ", " + plot.Fixed(gy, 2) + ")"
	}
	return text
}

// meant is the sample that a pointer means: the nearest of those whose way is known, or of all where none of those is so near; -1 where none is.
func meant(s *wire.Snapshot, f plot.Frame, x, y float64, within float32) int {
	samples := s.Floats(probe.Samples)
	known := samples[:min(len(samples), len(s.Floats(probe.Descent)))]
	if i := plot.Pick(f, known, float32(x), float32(y), within); i >= 0 {
		return i
	}
	return plot.Pick(f, samples, float32(x), float32(y), within)
}

// sampleReading is what there is at a sample of the generator, and which way it has to move.
func sampleReading(s *wire.Snapshot, f plot.Frame, i int) string {
	samples := s.Floats(probe.Samples)
	if 2*i+1 >= len(samples) {
		return ""
	}
	text := placeReading(s, f, "G(z)", float64(samples[2*i]), float64(samples[2*i+1]))
	if descent := s.Floats(probe.Descent); 2*i+1 < len(descent) {
		text += "\n" + wayText(float64(descent[2*i]), float64(descent[2*i+1]), plot.FieldOf(s, probe.Field).Size > 0)
	}
	return text
}

// placeReading is what there is at a place in data units: D, the best D where it is known, the log-ratio of data to samples that it is of, and a model's density.
func placeReading(s *wire.Snapshot, f plot.Frame, what string, x, y float64) string {
	from := plot.OriginOf(s)
	text := what + " = (" + placed(from[0], x) + ", " + placed(from[1], y) + ")"
	at := func(field plot.Field) float64 { return field.AtPixel(f, f.X.Of(x), f.Y.Of(y)) }
	if field := plot.FieldOf(s, probe.Field); field.Size > 1 {
		text += ", D = " + verdict(at(field))
	}
	if best := plot.FieldOf(s, probe.Optimal); best.Size > 1 {
		if d := at(best); !math.IsNaN(d) {
			text += "\nD* = " + verdict(d) + ", log p/q = " + ratioText(d)
		}
	}
	if density := plot.FieldOf(s, probe.Density); density.Size > 1 {
		text += ", q = " + plot.Number(at(density))
	}
	return text
}

// ratioText is log p/q where D* = p/(p+q) is d.
func ratioText(d float64) string {
	switch {
	case d <= 0:
		return plot.Minus + "∞"
	case d >= 1:
		return "∞"
	}
	return plot.Fixed(math.Log(d/(1-d)), 2)
}

// slope is the gradient of a field at a pixel, in its own unit over a unit of the data.
func slope(field plot.Field, f plot.Frame, x, y float64) (gx, gy float64) {
	const h = 2 // pixels to either side
	return (field.AtPixel(f, x+h, y) - field.AtPixel(f, x-h, y)) / (f.X.Value(x+h) - f.X.Value(x-h)),
		(field.AtPixel(f, x, y+h) - field.AtPixel(f, x, y-h)) / (f.Y.Value(y+h) - f.Y.Value(y-h))
}

// wayText is which way a sample has to move, minus the gradient of its loss, to lower that; where nobody judges it, which way it moves.
func wayText(x, y float64, judged bool) string {
	size := math.Hypot(x, y)
	switch {
	case !(size > 0): // nor where it is NaN
		return "The gradient here is 0: this sample is told no way to move."
	case !judged:
		return "This sample moves " + octant(x, y) + "."
	}
	return "This sample has to move " + octant(x, y) + " to lower the generator’s loss. Its gradient: " + plot.Number(size) + "."
}

// octant is a direction in words, right and up first.
func octant(x, y float64) string {
	names := []string{"right", "up and right", "up", "up and left", "left", "down and left", "down", "down and right"}
	return names[(int(math.Round(math.Atan2(y, x)/(math.Pi/4)))+len(names))%len(names)]
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
