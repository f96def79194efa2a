package dom

import (
	"math"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/plot"
)

// lineReading is what lies at a pixel of the picture of a line.
func lineReading(s *wire.Snapshot, l plot.Line, x float64) string {
	if x < l.Left() || x > l.Right() {
		return ""
	}
	text := "x = " + placed(probe.JoinOne(s.Floats(probe.LineOrigin)), l.X.Value(x))
	if d, ok := l.At(s, probe.LineField, x); ok {
		text += ", D = " + verdict(d)
	}
	if d, ok := l.At(s, probe.LineOptimal, x); ok && !math.IsNaN(d) {
		text += ", D* = " + verdict(d)
	}
	return text
}

// lineText is what the picture of a line shows, for people who cannot see it.
func lineText(s *wire.Snapshot) string {
	real, made := s.Floats(probe.LineReal), s.Floats(probe.LineSamples)
	if len(real) == 0 || len(made) == 0 {
		return "The line where real and generated samples lie."
	}
	told := func(x []float32) string {
		mean, square := 0., 0.
		for _, v := range x {
			mean += float64(v) / float64(len(x))
		}
		for _, v := range x {
			square += (float64(v) - mean) * (float64(v) - mean) / float64(len(x))
		}
		return "around " + plot.Fixed(mean, 2) + ", with a standard deviation of " + plot.Fixed(math.Sqrt(square), 2)
	}
	return "The line where samples lie. Real ones are " + told(real) + "; generated ones " + told(made) + "."
}
