package plot

import (
	"math"
	"strings"
	"testing"
)

func TestHistogramCountsAll(t *testing.T) {
	values := []float64{0, 1, 1, 2, 3, 5, 8}
	h := Histogram{Null: values, Observed: 9, Threshold: math.NaN()}
	x := h.X(Size{W: 400, H: 200, Scale: 1})
	sum := 0.
	for _, v := range bars(x, values) {
		sum += v
	}
	if math.Abs(sum-1) > 1e-12 || x.From > 0 || x.To < 9 {
		t.Errorf("bars add up to %g from %g to %g", sum, x.From, x.To)
	}
}

// What is beyond the threshold is full, and lines stand where their values are.
func TestHistogramMarksWhatIsBeyond(t *testing.T) {
	h := Histogram{Null: []float64{1, 2, 3, 4}, Observed: 2.5, Threshold: 3.5}
	text := h.SVG(Size{W: 400, H: 200, Scale: 1}, Light)
	if full, faint := strings.Count(text, `opacity=".85"`), strings.Count(text, `opacity=".35"`); full != 1 || faint != 3 {
		t.Errorf("%d bars are full and %d faint", full, faint)
	}
	if !strings.Contains(text, "threshold") || !strings.Contains(text, "these two") || !strings.HasSuffix(text, "</svg>") {
		t.Error("a line has no name")
	}
	h.Threshold = math.NaN()
	if strings.Contains(h.SVG(Size{W: 400, H: 200, Scale: 1}, Light), "threshold") {
		t.Error("there is a threshold where there is none")
	}
}

func TestPowerCurveRises(t *testing.T) {
	p := PowerCurve{Sizes: []int{10, 100, 1000}, Shares: []float64{0, 1}, Here: 100, Level: .05}
	text := p.SVG(Size{W: 308, H: 122, Scale: 1}, Dark)
	// 10 is at the left edge, 50, at the bottom, 100; 100 half way between 50 and 266, at the top, 8.
	if !strings.Contains(text, `d="M50 100L158 8"`) || strings.Count(text, "<circle") != 2 {
		t.Errorf("%s", text)
	}
}
