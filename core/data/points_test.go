package data

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/random"
	"github.com/google/go-cmp/cmp"
)

var square = []float32{0, 0, 10, 0, 10, 2, 0, 2}

// plane is the names of a point's coordinates in the plane.
var plane = []string{"x", "y"}

func TestNewPointsRefuses(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	for name, xy := range map[string][]float32{
		"none": {}, "one": {1, 2}, "odd": {1, 2, 3, 4, 5}, "same": {1, 2, 1, 2}, "nan": {1, nan, 2, 3}, "inf": {1, 2, inf, 3},
		"too many": make([]float32, 2*MaxPoints+2), "too large": {1, 2, 2e15, 3},
	} {
		if _, err := NewPoints(xy, "x", "y"); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// A sample is made of the points alone, each as often as any other: of 40,000 draws, 10,000 ± 5 * 87 of each of four.
func TestPointsSample(t *testing.T) {
	p, err := NewPoints(square, "x", "y")
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
	if f := p.Frame(); !cmp.Equal(f, Frame{[]float32{5, 1}, []float32{5, 1}}) {
		t.Errorf("frame %v", f)
	}
}

// A brush makes the points a mixture: it passes the checks of the catalogue, in its own units too.
func TestBrush(t *testing.T) {
	p, _ := NewPoints([]float32{0, 0, 1, 0, 1, 1.5, 0.25, 2}, "x", "y")
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

// Every point goes to one side, in the order of the points; the same seed deals alike, another does not.
func TestSplit(t *testing.T) {
	rows := Rows{Names: plane, Classes: []string{"even", "odd"}}
	for i := range 200 {
		rows.Values, rows.Labels = append(rows.Values, float64(i), float64(-i)), append(rows.Labels, i%2)
	}
	p, err := rows.Source()
	if err != nil {
		t.Fatal(err)
	}
	train, held, err := p.Split(random.New(1, "split"), 50)
	if err != nil || train.Len() != 150 || held.Len() != 50 {
		t.Fatalf("%d and %d points, %v", train.Len(), held.Len(), err)
	}
	seen := map[float32]bool{}
	for _, part := range []Finite{train, held} {
		for i := 0; i < 2*part.Len(); i += 2 {
			x := part.Own()[i]
			if seen[x] || i > 0 && x <= part.Own()[i-2] || part.(Labelled).Class(float64(x), -float64(x)) < 0 || part.(*labelledPoints).labels[i/2] != float32(int(x)%2) {
				t.Fatalf("point %v is out of order, in both parts, or of another class", x)
			}
			seen[x] = true
		}
		if !cmp.Equal(part.Frame(), p.Frame()) {
			t.Error("a part has another frame")
		}
	}
	again, _, _ := p.Split(random.New(1, "split"), 50)
	other, _, _ := p.Split(random.New(2, "split"), 50)
	if !slices.Equal(again.Own(), train.Own()) || slices.Equal(other.Own(), train.Own()) {
		t.Error("the seed does not decide who is dealt what")
	}
	for _, hold := range []int{-1, 0, 200, 201} {
		if _, _, err := p.Split(random.New(1, "split"), hold); err == nil {
			t.Errorf("holding out %d of 200 gives no error", hold)
		}
	}
}

// Out undoes In, to a rounding of each step relative to the largest number on the way.
func TestFrameRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := Frame{make([]float32, 2), make([]float32, 2)}
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

// Affine images of a set that float64 holds exactly are the same bits in training's units.
func TestTrainingUnitsOfAffineImages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.IntRange(-1<<20, 1<<20)
		n := rapid.IntRange(4, 300).Draw(t, "points")
		xy := make([]float64, 2*n)
		for i := range xy {
			xy[i] = float64(whole.Draw(t, "coordinate"))
		}
		want, err := Rows{Names: plane, Values: xy}.points()
		if err != nil {
			return
		}
		// |a x + b| stays below 2^53 units of its last place.
		a := float64(rapid.IntRange(1, 1000).Draw(t, "a")) * math.Pow(2, float64(rapid.IntRange(-30, 10).Draw(t, "power")))
		b := a * float64(rapid.Int64Range(-1<<30, 1<<30).Draw(t, "b"))
		image := make([]float64, len(xy))
		for i, v := range xy {
			image[i] = float64(a*v) + b
		}
		got, err := Rows{Names: plane, Values: image}.points()
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got.In(), want.In()) {
			t.Fatal("training's units have other bits")
		}
		if got.Outside() != want.Outside() {
			t.Fatalf("%d points outside, of the image %d", want.Outside(), got.Outside())
		}
	})
}

// Own units and their origin say where the points are, to a float32 of their extent.
func TestOriginKeepsPointsApart(t *testing.T) {
	for name, c := range map[string]struct{ at, step float64 }{
		"plain": {0, 1}, "latitudes in a room": {52.52, 1e-8}, "seconds since 1970": {1.7e9, 1}, "days as numbers": {20240101, 1}, "near zero": {.001, 1e-5},
	} {
		r := Rows{Names: plane}
		for i := range 300 {
			r.Values = append(r.Values, c.at+c.step*float64(i), c.step*float64(i*i%101))
		}
		p, err := r.Source()
		if err != nil {
			t.Fatal(err)
		}
		seen := map[float32]bool{}
		for i := 0; i < 600; i += 2 {
			own := float64(p.Own()[i]) + p.Origin()[0]
			if math.Abs(own-r.Values[i]) > c.step*300*1e-3 {
				t.Fatalf("%s: %v is shown as %v", name, r.Values[i], own)
			}
			seen[p.In()[i]] = true
		}
		if len(seen) != 300 {
			t.Errorf("%s: %d of 300 points differ in training's units", name, len(seen))
		}
		f := p.Frame()
		back := slices.Clone(p.Own())
		f.In(back)
		for i, v := range p.In() {
			if math.Abs(float64(back[i]-v)) > 1e-3 {
				t.Fatalf("%s: the frame takes point %d to %v, not %v", name, i/2, back[i], v)
			}
		}
	}
}

// One point far away changes neither the frame nor the window, and is counted; a second clump is no such point.
func TestOutside(t *testing.T) {
	r := random.New(1, "data/outside")
	rows := Rows{Names: plane}
	for range 60 {
		rows.Values = append(rows.Values, float64(r.Normal()), 100*float64(r.Normal()))
	}
	without, _ := rows.points()
	rows.Values = append(rows.Values, 1e9, 50)
	with, err := rows.points()
	if err != nil {
		t.Fatal(err)
	}
	if without.Outside() != 0 || with.Outside() != 1 {
		t.Errorf("%d and %d points outside", without.Outside(), with.Outside())
	}
	if w := with.Window(); w.High[0] > 10 || w.Low[0] < -10 || with.Whole().High[0] < 1e9 {
		t.Errorf("the window is %v, the whole %v", w, with.Whole())
	}
	if a, b := with.Frame(), without.Frame(); math.Abs(float64(a.Scale[0]/b.Scale[0]-1)) > .05 {
		t.Errorf("the frame goes from %v to %v", b, a)
	}
	for range 5 {
		rows.Values = append(rows.Values, 1e9, 50)
	}
	if p, _ := rows.points(); p.Outside() != 0 {
		t.Errorf("%d points of a clump are outside", p.Outside())
	}
}

// Draw draws what Sample and SampleLabelled draw.
func TestDraw(t *testing.T) {
	classes := Rows{Names: plane, Values: []float64{0, 0, 1, 0, 1, 1.5, .25, 2}, Labels: []int{0, 1, 1, 0}, Classes: []string{"a", "b"}}
	labelled, err := classes.Source()
	if err != nil {
		t.Fatal(err)
	}
	points, _ := NewPoints(square, "x", "y")
	for name, s := range map[string]Source{"catalogue": Moons, "mixture": Ring8, "points": points, "classes": labelled} {
		d := Draw(s, random.New(3, "data/draw"), 50)
		own, labels := make([]float32, 100), make([]float32, 50)
		if _, given := s.(Finite); given {
			continue
		}
		if l, ok := s.(Labelled); ok {
			l.SampleLabelled(random.New(3, "data/draw"), own, labels)
		} else {
			s.Sample(random.New(3, "data/draw"), own)
			labels = nil
		}
		if !slices.Equal(d.Own, own) || !slices.Equal(d.Labels, labels) {
			t.Errorf("%s: other points or classes", name)
		}
		FrameOf(s).In(own)
		for i, v := range d.In {
			if math.Abs(float64(v-own[i])) > 1e-5 {
				t.Errorf("%s: %v in training's units, want %v", name, v, own[i])
			}
		}
	}
}

// A point's class is that of the points about it.
func TestClassOfPoints(t *testing.T) {
	r := random.New(1, "data/class")
	rows := Rows{Names: plane, Classes: []string{"left", "right"}}
	for i := range 500 {
		rows.Values = append(rows.Values, float64(i%2*20)+float64(r.Normal()), 1e6+float64(r.Normal()))
		rows.Labels = append(rows.Labels, i%2)
	}
	s, err := rows.Source()
	if err != nil {
		t.Fatal(err)
	}
	y := 1e6 - s.Origin()[1]
	for x, want := range map[float64]int{0: 0, 20: 1, -50: 0, 200: 1, 1: 0, 19: 1} {
		if got := s.(Labelled).Class(x, y); got != want {
			t.Errorf("the class at %v is %d, want %d", x, got, want)
		}
	}
	for _, bad := range []Rows{{Names: plane, Values: rows.Values, Labels: []int{1}, Classes: rows.Classes}, {Names: plane, Values: []float64{1, 2, 3, 4}, Labels: []int{0, 2}, Classes: rows.Classes}} {
		if _, err := bad.Source(); err == nil {
			t.Error("wrong classes give no error")
		}
	}
}
