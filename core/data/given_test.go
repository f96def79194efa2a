package data

import (
	"math"
	"slices"
	"testing"

	"ganvas/core/imageset"
	"ganvas/core/random"
)

// Given images come with their own classes, each as often as chance has it.
func TestGiven(t *testing.T) {
	set := &imageset.Set{Shape: imageset.Shape{1, 1, 1}, Pixels: []uint8{10, 20, 30}, Labels: []uint8{1, 0, 1}, Classes: []string{"a", "b"}, High: 255, Total: 3}
	g, n := NewGiven(set), 3000
	pixels, labels, counts := make([]uint8, n), make([]float32, n), map[uint8]float64{}
	g.SampleBytes(random.New(1, "given"), pixels, labels)
	for i, p := range pixels {
		counts[p]++
		if want := map[uint8]float32{10: 1, 20: 0, 30: 1}[p]; labels[i] != want {
			t.Fatalf("the image %d is of class %v, want %v", p, labels[i], want)
		}
	}
	for p, k := range counts {
		if math.Abs(k-1000) > 5*math.Sqrt(3000*(1./3)*(2./3)) {
			t.Errorf("the image %d came %v times of %d", p, k, n)
		}
	}
	if ImageSet(g, 1, 5) != set {
		t.Error("the set of given images is not their own")
	}
}

// A set of a source that draws is one that passes its check, and whose images are the source's.
func TestImageSet(t *testing.T) {
	for _, e := range Images {
		s := ImageSet(e.Source.(Imaged), 3, 50)
		if err := s.Check(); err != nil || s.Len() != 50 || len(s.Classes) != e.Source.(Imaged).Classes() {
			t.Errorf("%s: %d images in %d classes, %v", e.Key, s.Len(), len(s.Classes), err)
		}
		values := make([]float32, len(s.Pixels))
		e.Source.Sample(random.New(3, "data"), values)
		for i, b := range s.Pixels {
			if values[i] != Value(b) {
				t.Fatalf("%s: number %d is %v, want %v", e.Key, i, Value(b), values[i])
			}
		}
	}
}

// Own data are images or points by how they begin.
func TestOwn(t *testing.T) {
	set := ImageSet(Digits8, 1, 4)
	s, err := Own(set.Bytes())
	if g, ok := s.(*Given); err != nil || !ok || !slices.Equal(g.Set().Pixels, set.Pixels) {
		t.Errorf("a set of images is %T, %v", s, err)
	}
	s, err = Own([]byte("x,y\n1,2\n3,5\n"))
	if p, ok := s.(Finite); err != nil || !ok || p.Len() != 2 {
		t.Errorf("two points are %T, %v", s, err)
	}
	for _, b := range [][]byte{set.Bytes()[:90], []byte("x,y")} {
		if s, err := Own(b); err == nil {
			t.Errorf("%.20q is %T", b, s)
		}
	}
}
