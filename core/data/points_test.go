package data

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

var square = []float32{0, 0, 10, 0, 10, 2, 0, 2}

func TestNewPointsRefuses(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	for name, xy := range map[string][]float32{
		"none": {}, "one": {1, 2}, "odd": {1, 2, 3, 4, 5}, "same": {1, 2, 1, 2}, "nan": {1, nan, 2, 3}, "inf": {1, 2, inf, 3},
		"too many": make([]float32, 2*MaxPoints+2), "too large": {1, 2, 2e15, 3},
	} {
		if _, err := NewPoints(xy, [2]string{}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// A sample is made of the points alone, each as often as any other: of 40,000 draws, 10,000 ± 5 * 87 of each of four.
func TestPointsSample(t *testing.T) {
	p, err := NewPoints(square, [2]string{"x", "y"})
	if err != nil {
		t.Fatal(err)
	}
	counts := map[[2]float32]int{}
	points := draw(p, 1, 40000)
	for i := 0; i < len(points); i += 2 {
		counts[[2]float32{points[i], points[i+1]}]++
	}
	for i := 0; i < len(square); i += 2 {
		if n := counts[[2]float32{square[i], square[i+1]}]; n < 10000-435 || n > 10000+435 {
			t.Errorf("point %d drawn %d times", i/2, n)
		}
	}
	if len(counts) != 4 {
		t.Errorf("%d different points", len(counts))
	}
	if f := p.Frame(); f != (Frame{[2]float32{5, 1}, [2]float32{5, 1}}) {
		t.Errorf("frame %v", f)
	}
}

// A brush makes the points a mixture: it passes the checks of the catalogue, in its own units too.
func TestBrush(t *testing.T) {
	p, _ := NewPoints([]float32{0, 0, 1, 0, 1, 1.5, 0.25, 2}, [2]string{})
	s := p.Brush(0.3)
	checkDeterministic(t, s)
	checkTotal(t, s)
	checkMass(t, s)
	checkMoments(t, s)
	checkHistogram(t, s)
	if p.Brush(0) != Source(p) {
		t.Error("a brush of no width changes the source")
	}
}

func TestSplit(t *testing.T) {
	p, _ := NewPoints([]float32{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, [2]string{})
	train, held, err := p.Split(2)
	if err != nil || !slices.Equal(train.XY(), []float32{0, 1, 4, 5, 8, 9}) || !slices.Equal(held.XY(), []float32{2, 3, 6, 7}) {
		t.Errorf("train %v, held %v, %v", train, held, err)
	}
	if train.Frame() != p.Frame() || held.Frame() != p.Frame() {
		t.Error("a part has another frame")
	}
	for _, hold := range []int{-1, 0, 1, 6} {
		if _, _, err := p.Split(hold); err == nil {
			t.Errorf("Split(%d) gives no error", hold)
		}
	}
}

// Out undoes In, to a rounding of each step relative to the largest number on the way.
func TestFrameRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var f Frame
		for k := range 2 {
			f.Centre[k] = rapid.Float32Range(-100, 100).Draw(t, "centre")
			f.Scale[k] = rapid.Float32Range(0.01, 100).Draw(t, "scale")
		}
		want := rapid.SliceOfN(rapid.Float32Range(-100, 100), 2, 2).Draw(t, "point")
		got := slices.Clone(want)
		f.In(got)
		f.Out(got)
		for k := range 2 {
			if math.Abs(float64(got[k]-want[k])) > 1e-6*200 {
				t.Fatalf("%v came back as %v", want, got)
			}
		}
	})
}
