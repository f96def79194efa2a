package lesson

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// The picture of curves, in the units of its own.
const (
	CurvesWide = 300
	CurvesHigh = 150
	points     = 120
)

// Curve is a line as a path of SVG, and the place on it that the sliders stand at; X is negative where there is none.
type Curve struct {
	Path string
	X, Y float64
}

// Curves draws the curves with the sliders at these numbers. What runs out of the picture is cut by it.
func (s *Sliders) Curves(at []float64) []Curve {
	var curves []Curve
	across := slices.IndexFunc(s.Sliders, func(l Slider) bool { return l.Name == s.Across })
	for _, v := range s.Values {
		if !v.Curve {
			continue
		}
		l, moved := s.Sliders[across], slices.Clone(at)
		var b strings.Builder
		pen := "M"
		for i := range points + 1 {
			moved[across] = l.Low + (l.High-l.Low)*float64(i)/points
			y := s.up(v.Value(s.of(moved)))
			if math.IsNaN(y) {
				pen = "M"
				continue
			}
			fmt.Fprintf(&b, "%s%.1f %.1f", pen, float64(CurvesWide*i)/points, y)
			pen = "L"
		}
		c := Curve{b.String(), -9, -9}
		if y := s.up(v.Value(s.of(at))); !math.IsNaN(y) {
			c.X, c.Y = CurvesWide*(at[across]-l.Low)/(l.High-l.Low), y
		}
		curves = append(curves, c)
	}
	return curves
}

// up is the height of a value in the picture, downwards, not far outside of it.
func (s *Sliders) up(v float64) float64 {
	return max(-CurvesHigh, min(2*CurvesHigh, CurvesHigh*(s.High-v)/(s.High-s.Low)))
}
