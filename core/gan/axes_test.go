package gan

import (
	"math"
	"slices"
	"testing"

	"ganvas/core/probe"
	"ganvas/core/run"
	"ganvas/core/wire"
)

// along is a run of points of four columns, shown along some axes.
func along(t *testing.T, r *run.Run, axes string) *wire.Snapshot {
	t.Helper()
	r.Along(axes)
	s := r.Snapshot([]string{probe.Samples, probe.Whole, probe.Field, probe.Descent, probe.Manifold}, true, false)
	if err := probe.Check(s); err != nil {
		t.Fatalf("%s: %v", axes, err)
	}
	return s
}

// Points of many columns are shown along any two of them: the data, the samples and the window are those columns of the whole. Texts that mean nothing
// change nothing.
func TestAnyTwoColumnsAreShown(t *testing.T) {
	r := openOwn(t, small+"z=4", table(200, 4))
	train(t, r, 5)
	for _, c := range []struct {
		axes string
		x, y int
	}{{"1,2", 0, 1}, {"1,3", 0, 2}, {"4,2", 3, 1}, {"4,4", 3, 1}, {"0,1", 3, 1}, {"5,1", 3, 1}, {"sideways", 3, 1}} {
		s := along(t, r, c.axes)
		for _, names := range [][2]string{{probe.Real, probe.RealWhole}, {probe.Samples, probe.Whole}} {
			shown, whole := s.Floats(names[0]), s.Floats(names[1])
			for i := range len(shown) / 2 {
				for k, column := range []int{c.x, c.y} {
					got, want := shown[2*i+k], whole[4*i+column]
					if math.Abs(float64(got-want)) > 1e-5*(math.Abs(float64(want))+float64(experimentOf(r).data.frame.Scale[column])) {
						t.Fatalf("%s: %s %d has %g where column %d has %g", c.axes, names[0], i, got, column+1, want)
					}
				}
			}
		}
		w, d := s.Floats(probe.Window), experimentOf(r).data.window
		if w[0] != d.Low[c.x] || w[3] != d.High[c.y] {
			t.Errorf("%s: the window is %v", c.axes, w)
		}
	}
}

// Along principal axes lengths are those of training's units, the first direction has the most of them, and D is read in the plane through the middle of
// the data.
func TestPrincipalAxesAreShown(t *testing.T) {
	r := openOwn(t, small+"z=4", table(400, 4))
	train(t, r, 5)
	s := along(t, r, "principal")
	d := experimentOf(r).data
	inner, shown := d.inner, s.Floats(probe.Real)
	spread := [2]float64{}
	for i := range len(shown) / 2 {
		length, whole := 0., 0.
		for k := range 2 {
			length += float64(shown[2*i+k]) * float64(shown[2*i+k])
			spread[k] += float64(shown[2*i+k]) * float64(shown[2*i+k])
		}
		for _, v := range inner[4*i : 4*i+4] {
			whole += float64(v) * float64(v)
		}
		if length > whole*(1+1e-5) {
			t.Fatalf("point %d is %g long, its shadow %g", i, math.Sqrt(whole), math.Sqrt(length))
		}
	}
	if spread[0] < spread[1] {
		t.Errorf("the first axis spreads %g, the second %g", spread[0], spread[1])
	}
	for _, v := range s.Floats(probe.Field) {
		if !(v >= 0 && v <= 1) {
			t.Fatalf("D is %g", v)
		}
	}
}

// How points are shown changes nothing of training, and stays where a program is made anew.
func TestAxesChangeNothingOfTraining(t *testing.T) {
	a, b := openOwn(t, small+"z=4", table(200, 3)), openOwn(t, small+"z=4", table(200, 3))
	b.Along("1,3")
	for range 3 {
		train(t, a, 4)
		train(t, b, 4)
		b.Snapshot([]string{probe.Samples, probe.Field}, true, true)
	}
	if name, ok := same(state(a), state(b)); !ok {
		t.Errorf("%s differs", name)
	}
	only(t, b, "d", 1) // another program
	if shown, whole := along(t, b, "1,3").Floats(probe.Real), along(t, b, "1,3").Floats(probe.RealWhole); math.Abs(float64(shown[1]-whole[2])) > 1e-3*math.Abs(float64(whole[2])) {
		t.Errorf("after that it shows %g for %g", shown[1], whole[2])
	}
	two := openOwn(t, small, table(200, 2))
	two.Along("2,1")
	if w := two.Snapshot([]string{probe.Samples}, true, false); slices.ContainsFunc(w.Arrays, func(a wire.Array) bool { return a.Name == probe.RealWhole }) {
		t.Error("two columns have axes to choose")
	}
}
