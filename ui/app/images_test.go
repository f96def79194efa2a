package app

import (
	"bytes"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/imageset"
)

// setOf is n images of two classes.
func setOf(t *testing.T, n int, shape imageset.Shape) []byte {
	t.Helper()
	s := &imageset.Set{Shape: shape, Pixels: make([]uint8, n*shape.Size()), Labels: make([]uint8, n), Classes: []string{"a", "b"}, High: 255, Total: n}
	for i := range s.Pixels {
		s.Pixels[i] = uint8(i)
	}
	for i := range s.Labels {
		s.Labels[i] = uint8(i % 2)
	}
	if err := s.Check(); err != nil {
		t.Fatal(err)
	}
	return s.Bytes()
}

// Images that somebody brings are learnt by networks of their size, and come back out of a saved file.
func TestImagesAreTakenAndSaved(t *testing.T) {
	set := setOf(t, 10, imageset.Shape{8, 12, 1})
	p := open(t, "data=moons")
	p.snapshot(3).commands()
	p.tell(ImagesDropped{Name: "cats", Set: set, Told: "10 images."})
	want, err := experiment.ForImages([]int{8, 12, 1}, 2, 10)
	if err != nil || p.model.Spec != want || p.model.Spec.Data != experiment.OwnData {
		t.Fatalf("%q runs, want %q, %v", p.model.Spec, want, err)
	}
	if !strings.Contains(p.model.Notice, "cats") || !strings.Contains(p.model.Notice, "10 images.") {
		t.Errorf("the notice is %q", p.model.Notice)
	}
	if c := p.model.openCommand(); !bytes.Equal(c.Bytes, set) {
		t.Error("the images are not beside the command")
	}
	_, effects := Update(p.model, SaveWanted{})
	file := effects[0].(SaveFile)
	q := open(t, "")
	q.tell(PointsDropped{Name: "saved.txt", Text: file.Text})
	if q.model.Spec != want || !bytes.Equal(q.model.CSV, set) {
		t.Errorf("saved and opened, %q runs: %s", q.model.Spec, q.model.Notice)
	}
}

// What is too large for a saved file is said, and so is what is no set.
func TestImagesThatDoNotFit(t *testing.T) {
	p := open(t, "")
	p.tell(ImagesDropped{Name: "large", Set: setOf(t, MaxSaved/(64*64)+1, imageset.Shape{64, 64, 1})})
	m, effects := Update(p.model, SaveWanted{})
	if file := effects[0].(SaveFile); len(file.Text) > 10_000 || !strings.Contains(m.Notice, "16 MB") {
		t.Errorf("%d bytes are saved, and it is said: %q", len(file.Text), m.Notice)
	}
	before := m.Spec
	m, _ = Update(m, ImagesDropped{Name: "broken", Set: []byte("nothing")})
	if m.Spec != before || !strings.Contains(m.Notice, "broken") {
		t.Errorf("what is no set gives %q", m.Notice)
	}
}
