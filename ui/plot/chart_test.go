package plot

import (
	"math"
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

func TestChartIgnoresASpike(t *testing.T) {
	trace := wire.Trace{Stride: 1, Columns: []wire.Column{{Key: probe.LossD, Values: constant(300, 1.4)}, {Key: probe.LossG, Values: constant(300, 0.7)}}}
	d, g := trace.Columns[0].Values, trace.Columns[1].Values
	for i := range g {
		g[i] += 0.1 * float32(math.Sin(float64(i)))
	}
	d[17], d[18] = 1e6, float32(math.NaN())
	f := Losses(trace, Light, LossOptions{}).Frame(Size{400, 200, 1})
	if f.Y.From != 0 || f.Y.To < 1.4 || f.Y.To > 2 {
		t.Errorf("losses about 0.7 and 1.4 with one spike have the axis %v to %v", f.Y.From, f.Y.To)
	}
}

func TestChartShowsItsReferences(t *testing.T) {
	trace := wire.Trace{Stride: 1, Columns: []wire.Column{{Key: probe.LossD, Values: constant(50, 3)}, {Key: probe.LossG, Values: constant(50, 5)}}}
	f := Losses(trace, Light, LossOptions{Theory: true, TheoryD: -2, TheoryG: 4}).Frame(Size{400, 200, 1})
	if f.Y.From > -2 || f.Y.To < 5 {
		t.Errorf("the axis %v to %v leaves out -2 or 5", f.Y.From, f.Y.To)
	}
}

func TestChartAxisOfEmptyFlatAndBadTraces(t *testing.T) {
	nan := float32(math.NaN())
	for _, v := range [][]float32{nil, {2}, constant(5, 0), constant(5, -7), {nan, nan}, constant(3, 1e30)} {
		f := Losses(wire.Trace{Stride: 4, Columns: []wire.Column{{Key: probe.LossD, Values: v}}}, Dark, LossOptions{}).Frame(Size{400, 200, 1})
		if !(f.Y.To > f.Y.From) || !(f.X.To > f.X.From) || math.IsInf(f.Y.To-f.Y.From, 0) {
			t.Errorf("losses %v have axes %v, %v", v, f.X, f.Y)
		}
		if len(f.YTicks) < 2 || len(f.YTicks) > 12 {
			t.Errorf("losses %v have %d ticks", v, len(f.YTicks))
		}
	}
}

func TestVerdictsAxisIsFixed(t *testing.T) {
	f := Verdicts(wire.Trace{Stride: 1, Columns: []wire.Column{{Key: probe.DReal, Values: constant(9, 0.9)}, {Key: probe.DFake, Values: constant(9, 0.8)}}}, Light).Frame(Size{400, 200, 1})
	if f.Y.From != 0 || f.Y.To != 1 {
		t.Errorf("D's axis is %v to %v, want 0 to 1", f.Y.From, f.Y.To)
	}
}

func TestChartSteps(t *testing.T) {
	c := Losses(wire.Trace{Stride: 8, Columns: []wire.Column{{Key: probe.LossD, Values: constant(100, 1)}, {Key: probe.LossG, Values: constant(100, 1)}}}, Light, LossOptions{})
	// The first value is the mean over steps 1 to 8.
	if got := c.Step(0); got != 4.5 {
		t.Errorf("the first value stands at step %v, want 4.5", got)
	}
	f := c.Frame(Size{500, 200, 1})
	if f.X.To != 800 {
		t.Errorf("the axis ends at %v, want 800", f.X.To)
	}
	for _, i := range []int{0, 1, 50, 99} {
		if got := c.Nearest(f, f.X.Of(c.Step(i))); got != i {
			t.Errorf("value %d is found as %d", i, got)
		}
	}
	if got := c.Nearest(f, -100); got != 0 {
		t.Errorf("left of the frame is %d, want the first", got)
	}
	if got := c.Nearest(f, 1e9); got != 99 {
		t.Errorf("right of the frame is %d, want the last", got)
	}
	if got := (Chart{}).Nearest(f, 10); got != -1 {
		t.Errorf("an empty chart has value %d", got)
	}
}

func TestSmoothed(t *testing.T) {
	nan := float32(math.NaN())
	values := constant(400, 2.5)
	values[100], values[399] = nan, nan
	for i, v := range Smoothed(values) {
		gap := i == 100 || i == 399
		if gap != (v != v) || (!gap && math.Abs(float64(v)-2.5) > 1e-6) {
			t.Fatalf("a constant's mean at %d is %v", i, v)
		}
	}
	// A straight line stays one away from the ends, since the weights are even.
	for i := range values {
		values[i] = float32(i)
	}
	if got := Smoothed(values)[200]; math.Abs(float64(got)-200) > 1e-3 {
		t.Errorf("a line's mean at 200 is %v", got)
	}
	// What changes sign from value to value averages out.
	for i := range values {
		values[i] = 1 - 2*float32(i%2)
	}
	if got := Smoothed(values)[200]; math.Abs(float64(got)) > 1e-3 {
		t.Errorf("an alternating column's mean is %v, want about 0", got)
	}
}

func TestPickAndField(t *testing.T) {
	f := Plane(Window{X0: -2, Y0: -2, X1: 2, Y1: 2}, Size{400, 400, 1})
	xy := []float32{0, 0, 1, 1, -1, float32(math.NaN())}
	x, y := f.Px(1, 1)
	if got := Pick(f, xy, x+3, y-2, 5); got != 1 {
		t.Errorf("near (1, 1) is point %d, want 1", got)
	}
	if got := Pick(f, xy, x+30, y, 5); got != -1 {
		t.Errorf("far from all is point %d, want none", got)
	}
	// A field that is x, on a grid of 5: at x = 0.5 it is 0.5.
	field := sampled(9, func(u, v float64) float64 { return -2 + u/2 })
	px, py := f.Px(0.5, -0.3)
	if got := field.AtPixel(f, float64(px), float64(py)); math.Abs(got-0.5) > 1e-5 {
		t.Errorf("the field at x = 0.5 is %v", got)
	}
}

func TestReferencesAtOneHeightTakeTurns(t *testing.T) {
	c := Chart{References: []Reference{{0.5, Colour{255, 0, 0}}, {0.5, Colour{0, 0, 255}}}, Fixed: true, Hi: 1}
	f := c.Frame(Size{300, 200, 1})
	var g Geometry
	g.References(f, c)
	picture := newRaster(300, 200).draw(&g)
	red, blue := 0, 0
	for _, p := range picture.pixels {
		switch {
		case p[0] > 0.5 && p[2] > 0.5:
			t.Fatal("two references lie over each other")
		case p[0] > 0.5:
			red++
		case p[2] > 0.5:
			blue++
		}
	}
	if red == 0 || blue == 0 {
		t.Errorf("%d red and %d blue pixels", red, blue)
	}
}
