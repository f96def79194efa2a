package plot

import (
	"math"
	"strings"
	"testing"
)

// Of a part of a run the axis begins and ends at its steps, values are scaled to those in sight, and pixels and steps are each other's inverse.
func TestLooksAtAPart(t *testing.T) {
	values := make([]float32, 1000)
	for i := range values {
		values[i] = float32(i)
	}
	for _, linear := range []bool{false, true} {
		c := Chart{Stride: 1, Curves: []Curve{{Values: values}}, ChartOptions: ChartOptions{Linear: linear}.Looked(900, 400)}
		a := c.Axes(Size{W: 500, H: 300, Scale: 1})
		if a.From != 400 || a.Steps != 900 || math.Abs(a.X(400)-a.Left) > 1e-9 || math.Abs(a.X(900)-a.Right) > 1e-9 {
			t.Errorf("linear %v: from %g to %g, at %g and %g", linear, a.From, a.Steps, a.X(400), a.X(900))
		}
		if a.Lo < 300 || a.Hi > 1000 {
			t.Errorf("linear %v: values from %g to %g are scaled to", linear, a.Lo, a.Hi)
		}
		for _, step := range []float64{401, 650, 899} {
			if got := a.StepAt(a.X(step)); math.Abs(got-step) > 1e-6 {
				t.Errorf("linear %v: step %g comes back as %g", linear, step, got)
			}
		}
		for _, k := range a.XTicks {
			if k.Value < 400 || k.Value > 900 || k.Pixel < a.Left-1 || k.Pixel > a.Right+1 {
				t.Errorf("linear %v: a tick at %g, pixel %g", linear, k.Value, k.Pixel)
			}
		}
	}
	if o := (ChartOptions{From: 3, To: 800}).Looked(500, 505); o.From != 0 || o.To != 0 {
		t.Errorf("of five steps it looks at %d to %d", o.From, o.To)
	}
}

// Turns of knobs are dotted lines with their words, where they are in sight; what a perfect generator scores is in sight always.
func TestEventsAndBands(t *testing.T) {
	c := Chart{Stride: 1, Curves: []Curve{{Values: make([]float32, 500), Dashed: true}}, Events: []Event{{100, "rate < 0.1"}, {400, "late"}}, Bands: []Band{{2, 3, "a perfect generator"}}}
	c.ChartOptions = c.Looked(0, 200)
	text := c.SVG(Size{W: 500, H: 300, Scale: 1}, Light, math.NaN())
	for what, want := range map[string]int{">rate &lt; 0.1<": 1, ">late<": 0, `stroke-dasharray="2 3"`: 1, ">a perfect generator<": 1, `stroke-dasharray="6 4"`: 1} {
		if got := strings.Count(text, what); got != want {
			t.Errorf("%s is there %d times, want %d", what, got, want)
		}
	}
	if a := c.Axes(Size{W: 500, H: 300, Scale: 1}); a.Hi < 3 {
		t.Errorf("the band ends above %g", a.Hi)
	}
}
