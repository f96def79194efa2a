package sketch

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ganvas/core/data"
)

// drawn draws strokes, erasures and images of any kind.
var drawn = rapid.Custom(func(t *rapid.T) *Sketch {
	s := &Sketch{}
	number := rapid.Float64Range(-4, 4)
	for range rapid.IntRange(0, 6).Draw(t, "strokes") {
		switch rapid.IntRange(0, 3).Draw(t, "kind") {
		case 0:
			s.Begin()
			s.Erase(number.Draw(t, "x"), number.Draw(t, "y"), rapid.Float64Range(0, 2).Draw(t, "width"))
		case 1:
			s.Image(rapid.SliceOfN(rapid.Uint8(), 12, 12).Draw(t, "image"), 4, 50, uint8(rapid.IntRange(0, 3).Draw(t, "class")))
		default:
			s.Begin()
			b := Brush{rapid.Float64Range(0, 1).Draw(t, "width"), rapid.Float64Range(0, 100).Draw(t, "density"), uint8(rapid.IntRange(0, 3).Draw(t, "class"))}
			s.Stroke(b, number.Draw(t, "x"), number.Draw(t, "y"), number.Draw(t, "x1"), number.Draw(t, "y1"))
		}
	}
	return s
})

// What is drawn comes back from its text, and is in order, each point once.
func TestTextComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawn.Draw(t, "sketch")
		again, err := Parse(s.String())
		if err != nil || !slices.Equal(again.Points(), s.Points()) {
			t.Errorf("%v comes back as %v (%v)", s.Points(), again, err)
		}
		if !slices.IsSortedFunc(s.Points(), order) || len(slices.Compact(slices.Clone(s.Points()))) != len(s.Points()) {
			t.Errorf("%v are not in order, each once", s.Points())
		}
	})
}

// Undo brings back what was before each stroke, to the beginning.
func TestUndo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawn.Draw(t, "sketch")
		before := slices.Clone(s.Points())
		s.Begin()
		s.Stroke(Brush{.3, 40, 1}, 0, 0, 1, 1)
		s.Erase(.5, .5, .2)
		if !s.Undo() || !slices.Equal(s.Points(), before) {
			t.Errorf("%v, want %v", s.Points(), before)
		}
		for s.Undo() {
		}
		if len(s.Points()) > 0 || s.CanUndo() {
			t.Errorf("at the beginning there are %v", s.Points())
		}
	})
}

// A stroke lies along its way, as densely as was asked for; the eraser leaves nothing within its width and all beyond.
func TestBrushAndEraser(t *testing.T) {
	s := &Sketch{}
	s.Begin()
	s.Stroke(Brush{Width: .1, Density: 200}, -2, 1, 2, 1)
	if n := len(s.Points()); n < 750 || n > 801 { // 801, but for those that fall on one another
		t.Errorf("%d points, want 801", n)
	}
	for _, p := range s.Points() {
		if x, y := p.At(); math.Abs(y-1) > .11 || math.Abs(x) > 2.11 {
			t.Errorf("(%v, %v) is not on the way", x, y)
		}
	}
	all := len(s.Points())
	if !s.Erase(0, 1, .5) || s.Erase(0, -2, .5) {
		t.Error("the eraser says that it has not erased, or has where nothing is")
	}
	for _, p := range s.Points() {
		if x, y := p.At(); math.Hypot(x, y-1) <= .5 {
			t.Errorf("(%v, %v) is still there", x, y)
		}
	}
	if n := len(s.Points()); n < all*2/3 || n > all*9/10 { // a quarter of the way was erased
		t.Errorf("%d of %d points are left", n, all)
	}
}

// An image that is dark below gives points below, twice as many where it is twice as dark, and a white one gives none.
func TestImage(t *testing.T) {
	s := &Sketch{}
	s.Image([]uint8{255, 255, 0, 127}, 2, 3000, 0)
	left, right := 0, 0
	for _, p := range s.Points() {
		x, y := p.At()
		if y > .01 || math.Abs(x) > .9*Half+.01 {
			t.Fatalf("a point at (%v, %v)", x, y)
		}
		if x < 0 {
			left++
		} else {
			right++
		}
	}
	if ratio := float64(left) / float64(right); ratio < 1.75 || ratio > 2.25 {
		t.Errorf("%d points on the left, %d on the right", left, right)
	}
	s = &Sketch{}
	s.Image([]uint8{255, 255, 255, 255}, 2, 100, 0)
	s.Image(nil, 0, 100, 0)
	if len(s.Points()) > 0 {
		t.Errorf("white gives %v", s.Points())
	}
}

// A run takes the points as they are, in their classes.
func TestCSV(t *testing.T) {
	s := &Sketch{}
	s.Begin()
	s.Stroke(Brush{.2, 100, 0}, -1, 0, 1, 0)
	one, err := data.CSV(s.CSV())
	if err != nil {
		t.Fatal(err)
	}
	s.Stroke(Brush{.2, 100, 2}, -1, 1, 1, 1)
	two, err := data.CSV(s.CSV())
	if err != nil {
		t.Fatal(err)
	}
	if _, labelled := one.(data.Labelled); labelled {
		t.Error("points of one class have classes")
	}
	if l, labelled := two.(data.Labelled); !labelled || l.Classes() != 2 {
		t.Errorf("of points of two classes the source is %T", two)
	}
}

func FuzzParse(f *testing.F) {
	s := &Sketch{}
	s.Begin()
	s.Stroke(Brush{.2, 20, 1}, -1, 0, 1, 0)
	for _, text := range []string{"", "A", "AQA", s.String(), "____", "AAAA"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Parse(text)
		if err == nil && s.String() != text {
			t.Errorf("%q becomes %q", text, s.String())
		}
	})
}
