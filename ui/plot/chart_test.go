package plot

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

func constant(n int, v float32) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = v
	}
	return out
}

// lossTrace is a trace of the two players' losses.
func lossTrace(stride int, d, g []float32) wire.Trace {
	return wire.Trace{Stride: stride, Columns: []wire.Column{{Key: probe.LossD, Values: d}, {Key: probe.LossG, Values: g}}}
}

var chartSize = Size{W: 424, H: 240, Scale: 1}

func TestChartIgnoresASpike(t *testing.T) {
	d, g := constant(300, 1.4), constant(300, 0.7)
	trace := lossTrace(1, d, g)
	for i := range g {
		g[i] += 0.1 * float32(math.Sin(float64(i)))
	}
	d[17], d[18] = 1e6, float32(math.NaN())
	a := Losses(trace, Light, LossOptions{}).Axes(chartSize)
	if a.Lo < 0 || a.Lo > .6 || a.Hi < 1.4 || a.Hi > 2 {
		t.Errorf("losses about 0.7 and 1.4 with one spike have the axis %v to %v", a.Lo, a.Hi)
	}
}

func TestChartShowsItsReferences(t *testing.T) {
	trace := lossTrace(1, constant(50, 3), constant(50, 5))
	c := Losses(trace, Light, LossOptions{D: &Reference{Value: -2, Name: "two"}, G: &Reference{Value: 4, Name: "four"}})
	if a := c.Axes(chartSize); a.Lo > -2 || a.Hi < 5 {
		t.Errorf("the axis %v to %v leaves out -2 or 5", a.Lo, a.Hi)
	}
	text := c.SVG(chartSize, Light, math.NaN())
	if !strings.Contains(text, ">two<") || !strings.Contains(text, ">four<") {
		t.Error("a reference is not named")
	}
	c = Losses(trace, Light, LossOptions{D: &Reference{Value: 1, Name: "x"}, G: &Reference{Value: 1, Name: "x"}})
	if n := strings.Count(c.SVG(chartSize, Light, math.NaN()), ">x<"); n != 1 {
		t.Errorf("one value for both players is named %d times", n)
	}
}

func TestChartAxisOfEmptyFlatAndBadTraces(t *testing.T) {
	nan := float32(math.NaN())
	for _, v := range [][]float32{nil, {2}, constant(5, 0), constant(5, -7), {nan, nan}, constant(3, 1e30)} {
		for _, o := range []ChartOptions{{}, {Linear: true}, {Log: true}, {Smooth: 9}} {
			c := Losses(lossTrace(4, v, nil), Dark, LossOptions{})
			c.ChartOptions = o
			a := c.Axes(chartSize)
			if !(a.Hi > a.Lo) || !(a.Steps > 0) || math.IsInf(a.Hi-a.Lo, 0) {
				t.Errorf("%+v: losses %v have axes %v to %v, %v steps", o, v, a.Lo, a.Hi, a.Steps)
			}
			if len(a.XTicks) < 2 || len(a.YTicks) > 12 {
				t.Errorf("%+v: losses %v have %d and %d ticks", o, v, len(a.XTicks), len(a.YTicks))
			}
			wellFormed(t, c.SVG(chartSize, Dark, 7))
		}
	}
}

// wellFormed holds a picture to XML, with only finite numbers in it.
func wellFormed(t *testing.T, text string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%v in %s", err, text)
		}
	}
	if strings.Contains(text, "NaN") || strings.Contains(text, "Inf") {
		t.Errorf("a number is none in %s", text)
	}
}

// Time is a square root, and the pointer finds the step under it.
func TestChartSteps(t *testing.T) {
	c := Losses(lossTrace(8, constant(100, 1), constant(100, 1)), Light, LossOptions{})
	// The first value is the mean over steps 1 to 8.
	if c.Step(0) != 4.5 || c.Step(99) != 796.5 || c.Steps() != 800 {
		t.Errorf("the values stand at %g to %g of %d", c.Step(0), c.Step(99), c.Steps())
	}
	for _, linear := range []bool{false, true} {
		c.Linear = linear
		a := c.Axes(chartSize)
		for _, step := range []float64{0, 3, 200, 799} {
			if got := a.StepAt(a.X(step)); math.Abs(got-step) > 1e-9 {
				t.Errorf("step %g comes back as %g", step, got)
			}
		}
		share := (a.X(200) - a.Left) / (a.Right - a.Left) // a quarter of the steps
		if want := map[bool]float64{false: .5, true: .25}[linear]; math.Abs(share-want) > 1e-9 {
			t.Errorf("linear %v: a quarter of the steps has %g of the axis", linear, share)
		}
		last := math.Inf(-1)
		for i, k := range a.XTicks {
			if k.Pixel-last < 36 && i > 0 {
				t.Errorf("linear %v: steps %v stand too close", linear, a.XTicks)
			}
			last = k.Pixel
		}
	}
	for step, want := range map[float64]int{0: 0, 8: 0, 9: 1, 800: 99, 9000: 99} {
		if got := c.At(step); got != want {
			t.Errorf("step %g is value %d, want %d", step, got, want)
		}
	}
	if (Chart{}).At(3) != -1 {
		t.Error("an empty chart has a value")
	}
}

func TestChartHorizon(t *testing.T) {
	c := Chart{Horizon: 3000}
	if c.Steps() != 3000 {
		t.Errorf("the axis ends at %d", c.Steps())
	}
	c.Curves, c.Stride = []Curve{{Values: constant(400, 1)}}, 16
	if c.Steps() != 6400 {
		t.Errorf("past the horizon the axis ends at %d", c.Steps())
	}
}

// On a logarithmic axis equal ratios are equally far apart, and what has no logarithm is a gap.
func TestChartLog(t *testing.T) {
	c := Chart{Stride: 1, Curves: []Curve{{Values: []float32{1, 10, 0, 100, -1, 1000}}}, ChartOptions: ChartOptions{Log: true}}
	a := c.Axes(chartSize)
	if one, two := a.Y(1)-a.Y(10), a.Y(100)-a.Y(1000); math.Abs(one-two) > 1e-9 || one <= 0 {
		t.Errorf("a decade is %g and %g pixels", one, two)
	}
	if got := strings.Count(c.path(a, c.Curves[0].Values), "M"); got != 3 {
		t.Errorf("the curve has %d pieces, want 3", got)
	}
}

// The mean takes in as many values on either side, keeps a constant, gaps, and the quick beginning.
func TestSmoothed(t *testing.T) {
	if got := Smoothed(constant(40, 3), 9); got[0] != 3 || got[39] != 3 || got[20] != 3 {
		t.Errorf("a constant becomes %v", got)
	}
	values := make([]float32, 101)
	values[50], values[0] = 21, 7
	values[90] = float32(math.NaN())
	got := Smoothed(values, 10)
	if got[0] != 7 || got[50] != 1 || got[60] != 1 || got[61] != 0 || got[42] == 0 || got[41] != 0 {
		t.Errorf("a spike becomes %v", got[35:65])
	}
	if got[90] == got[90] || got[89] != 0 {
		t.Errorf("a gap becomes %v", got[85:95])
	}
	if raw := Smoothed(values, 0); raw[50] != 21 {
		t.Errorf("without a window %g becomes %g", values[50], raw[50])
	}
}

// A cursor shows its step and a dot on each curve, and reads the values there.
func TestChartCursor(t *testing.T) {
	c := Verdicts(wire.Trace{Stride: 10, Columns: []wire.Column{{Key: probe.DReal, Values: []float32{.6, .7, .8}}, {Key: probe.DFake, Values: []float32{.4, .3, .2}}}}, Light)
	text := c.SVG(chartSize, Light, 15)
	if !strings.Contains(text, ">15<") || strings.Count(text, "<circle") != 2 {
		t.Errorf("no step or no dots in %s", text)
	}
	if c.Value(0, 15) != float64(float32(.7)) || c.Value(1, 99) != float64(float32(.2)) {
		t.Errorf("it reads %g and %g", c.Value(0, 15), c.Value(1, 99))
	}
	if still := c.SVG(chartSize, Light, math.NaN()); strings.Contains(still, "<circle") {
		t.Error("there are dots without a cursor")
	}
}

func TestChartCSV(t *testing.T) {
	c := Losses(lossTrace(2, []float32{1.5, float32(math.NaN())}, []float32{-2, .25}), Light, LossOptions{})
	if got, want := c.CSV(), "step,L_D,L_G\n2,1.5,-2\n4,,0.25\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Labels of large values have room beside a chart.
func TestLargeValuesHaveShortLabels(t *testing.T) {
	for v, want := range map[float64]string{2: "2", 9000: "9000", 1e4: "10k", 250_000: "250k", -5e5: Minus + "500k", 3e9: "3000000000"} {
		if got := short(Tick{Value: v, Label: Fixed(v, 0)}); got != want {
			t.Errorf("%g is labelled %q, want %q", v, got, want)
		}
	}
}
