package imageset

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// small is a set of two images of 1 by 2 pixels.
func small() *Set {
	return &Set{Shape: Shape{1, 2, 1}, Pixels: []uint8{0, 255, 51, 51}, Labels: []uint8{1, 0}, Classes: []string{"cat", "dög"}, Low: -1, High: 1, Total: 7}
}

// What is written is read back, with labels and without.
func TestBytes(t *testing.T) {
	bare := small()
	bare.Labels, bare.Classes = nil, nil
	for _, s := range []*Set{small(), bare} {
		got, err := Parse(s.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(s, got); d != "" {
			t.Error(d)
		}
	}
}

// The moments of 0, 255, 51, 51: the mean is 357/4, the mean square (65025+2*2601)/4.
func TestStatistics(t *testing.T) {
	got := small().Statistics()
	mean := 357. / 4
	if got.Mean != mean || math.Abs(got.Deviation-math.Sqrt((65025.+5202)/4-mean*mean)) > 1e-12 || got.Least != 0 || got.Greatest != 255 {
		t.Errorf("%+v", got)
	}
	if got.Count != 2 || got.Total != 7 || got.Histogram[51] != 2 || got.Histogram[0] != 1 || got.Histogram[1] != 0 {
		t.Errorf("%+v", got)
	}
	if d := cmp.Diff([]Class{{"cat", 1}, {"dög", 1}}, got.Classes); d != "" {
		t.Error(d)
	}
}

// One fault at a time is refused, and says what.
func TestCheck(t *testing.T) {
	for name, spoil := range map[string]func(*Set){
		"side":    func(s *Set) { s.Shape[0] = 257 },
		"none":    func(s *Set) { s.Shape[1] = 0 },
		"channel": func(s *Set) { s.Shape[2] = 2 },
		"pixels":  func(s *Set) { s.Pixels = s.Pixels[:3] },
		"single":  func(s *Set) { s.Pixels, s.Labels = s.Pixels[:2], s.Labels[:1] },
		"labels":  func(s *Set) { s.Labels = s.Labels[:1] },
		"class":   func(s *Set) { s.Labels[0] = 2 },
		"total":   func(s *Set) { s.Total = 1 },
	} {
		s := small()
		spoil(s)
		if s.Check() == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := small().Check(); err != nil {
		t.Error(err)
	}
}

// Cut anywhere, it is refused.
func TestCut(t *testing.T) {
	whole := small().Bytes()
	for n := range whole {
		if _, err := Parse(whole[:n]); err == nil {
			t.Errorf("%d bytes of %d are taken", n, len(whole))
		}
	}
	if _, err := Parse(append(whole, 0)); err == nil {
		t.Error("a byte too many is taken")
	}
}

func FuzzParse(f *testing.F) {
	f.Add(small().Bytes())
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := Parse(b)
		if err != nil {
			return
		}
		if err := s.Check(); err != nil {
			t.Fatal(err)
		}
		s.Statistics()
		again, err := Parse(s.Bytes())
		if err != nil || again.Len() != s.Len() {
			t.Fatalf("read again: %v", err)
		}
	})
}
