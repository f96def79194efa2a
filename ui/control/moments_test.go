package control

import (
	"math"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
)

// of is a snapshot of some arrays.
func of(arrays ...wire.Array) *wire.Snapshot { return &wire.Snapshot{Arrays: arrays} }

// Moments are of n-1 degrees of freedom, and CSV has all of it.
func TestMoments(t *testing.T) {
	names := []byte("length\nwidth, cm")
	s := of(wire.Floats(probe.Real, []float32{1, 2, 3, 6, 5, 4}, 3, 2), wire.Floats(probe.Samples, []float32{0, 0, 2, 2}, 2, 2), wire.Bytes(probe.Names, names, len(names)))
	real, made := Clouds(s)
	m := real.Moments()
	if m.Mean[0] != 3 || m.Mean[1] != 4 || m.Covariance[0][0] != 4 || m.Covariance[1][1] != 4 || m.Covariance[0][1] != 2 || m.Covariance[1][0] != 2 {
		t.Errorf("got %v", m)
	}
	if got, want := MomentsCSV(real, made), "of,column,mean,length,\"width, cm\"\ndata,length,3,4,2\ndata,\"width, cm\",4,2,4\nsamples,length,1,2,2\nsamples,\"width, cm\",1,2,2\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	var labels []string
	for _, r := range MomentRows(real, made) {
		labels = append(labels, r.Label)
	}
	if got := strings.Join(labels, "; "); got != "mean of length; mean of width, cm; standard deviation of length; standard deviation of width, cm; variance of length; covariance of length and width, cm; variance of width, cm" {
		t.Errorf("rows are %s", got)
	}
	if got := made.First(1).CSV(); got != "length,\"width, cm\"\n0,0\n" {
		t.Errorf("the first sample is %q", got)
	}
}

// Points far from zero are as they were given, points of many columns whole, those of a line numbers; of images there are none.
func TestCloudsAreAsTheyWereGiven(t *testing.T) {
	s := of(wire.Floats(probe.LineReal, []float32{.5, 1}, 2), wire.Floats(probe.LineSamples, []float32{1, 2, 3}, 3), wire.Floats(probe.Origins, []float32{1e9, 7}, 2))
	real, made := Clouds(s)
	if real.Len() != 2 || made.Len() != 3 || made.Values[2] != 1e9+7+3 || real.Names[0] != "x" {
		t.Errorf("on a line: %v, %v", real, made)
	}
	if got := string(SampleText(s)); got != "# columns: x\n1\n2\n3\n" {
		t.Errorf("the laboratory is given %q", got)
	}
	s = of(wire.Floats(probe.Real, []float32{0, 0}, 1, 2), wire.Floats(probe.Samples, []float32{0, 0}, 1, 2),
		wire.Floats(probe.RealWhole, []float32{1, 2, 3, 4}, 1, 4), wire.Floats(probe.Whole, []float32{5, 6, 7, 8}, 1, 4))
	if real, made = Clouds(s); real.Len() != 1 || made.Values[3] != 8 || len(Columns(s)) != 4 || real.Names[3] != "column 4" {
		t.Errorf("of four columns: %v, %v", real, made)
	}
	if got := string(SampleText(s)); got != "# columns: x, y, further, further\n5,6,7,8\n" {
		t.Errorf("the laboratory is given %q", got)
	}
	if real, _ = Clouds(of()); real.Len() != 0 || Columns(nil) != nil {
		t.Error("of nothing there are points")
	}
}

// A generator without hidden layers is A z + b in the data's units.
func TestLinearGenerator(t *testing.T) {
	text := []byte("g/0/weight 2 2\ng/0/bias 2\nd/0/weight 2 1\n")
	weights := wire.Floats(probe.Weights, []float32{1, 2, 3, 4, .5, -1, 9, 9}, 8)
	s := of(weights, wire.Bytes(probe.WeightNames, text, len(text)), wire.Floats(probe.Frame, []float32{10, 20, 2, 4}, 4))
	l, ok := AffineOf(s)
	if !ok || l.A[0][0] != 2 || l.A[0][1] != 6 || l.A[1][0] != 8 || l.A[1][1] != 16 || l.B[0] != 11 || l.B[1] != 16 {
		t.Errorf("got %+v, %v", l, ok)
	}
	if got := WeightsCSV(Weights(s)); !strings.HasPrefix(got, "array,row,column,value\ng/0/weight,0,0,1\ng/0/weight,0,1,2\ng/0/weight,1,0,3\n") || strings.Count(got, "\n") != 9 {
		t.Errorf("weights are %q", got)
	}
	deep := []byte("g/0/weight 2 2\ng/0/bias 2\ng/1/weight 2 1\n")
	if _, ok := AffineOf(of(weights, wire.Bytes(probe.WeightNames, deep, len(deep)), s.Array(probe.Frame))); ok {
		t.Error("two layers are one")
	}
	if _, ok := AffineOf(of()); ok || Weights(of(wire.Bytes(probe.WeightNames, deep, len(deep)))) != nil {
		t.Error("of nothing there are weights")
	}
}

// A penalty of 1/s² in training's units is one of 1 in units that are s times as large: at 2√2, 1 is an eighth.
func TestUnits(t *testing.T) {
	spec, err := experiment.Parse("r1=0.125&r2=0")
	if err != nil {
		t.Fatal(err)
	}
	scale := float32(2 * math.Sqrt2)
	s := of(wire.Floats(probe.Frame, []float32{0, 0, scale, scale}, 4))
	s.Measures = []wire.Measure{{Key: "w1", Value: .5}}
	lines := strings.Join(UnitLines(s, &spec), "\n")
	for _, want := range []string{"(x − 0) / 2.83, (y − 0) / 2.83.", "is 0.125 there, 1.00 in the data’s units.", "W₁ is 0.500 there, 1.41 in the data’s units."} {
		if !strings.Contains(lines, want) {
			t.Errorf("%q does not say %q", lines, want)
		}
	}
	if got := UnitLines(of(wire.Floats(probe.Frame, []float32{0, 0, 1, 2}, 4)), &spec); len(got) != 2 || !strings.Contains(got[1], "no unit") {
		t.Errorf("of two scales it says %q", got)
	}
}

// A penalty's weight goes with the square of the scale, and a distance with the scale; what has no unit has no words.
func TestInUnits(t *testing.T) {
	framed := func(frame ...float32) *wire.Snapshot {
		return &wire.Snapshot{Arrays: []wire.Array{wire.Floats(probe.Frame, frame, len(frame))}}
	}
	for _, c := range []struct {
		s     *wire.Snapshot
		key   string
		value float64
		want  string
	}{
		{framed(0, 0, 2, 2), "r1", .25, "In the data’s units it is 1.00."}, {framed(5, 2), "w1_marginals", .5, "In the data’s units it is 1.00."},
		{framed(0, 0, 2, 3), "r1", .25, ""}, {framed(0, 0, 1, 1), "w1", .25, ""}, {framed(0, 0, 2, 2), "js", .25, ""}, {nil, "w1", 1, ""}, {framed(0, 0, 2, 2), "r1", 0, ""}, {&wire.Snapshot{}, "w1", 1, ""},
	} {
		if got := InUnits(c.s, c.key, c.value); got != c.want {
			t.Errorf("%s of %g: %q, want %q", c.key, c.value, got, c.want)
		}
	}
}
