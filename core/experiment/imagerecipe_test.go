package experiment

import (
	"testing"

	"pgregory.net/rapid"
)

// Whatever images somebody brings, there is an experiment that learns them, whose text is that experiment.
func TestThereIsAnExperimentForAnyImages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		side := rapid.OneOf(rapid.IntRange(1, 256), rapid.SampledFrom([]int{8, 16, 28, 32, 64, 128, 256}))
		shape := []int{side.Draw(t, "height"), side.Draw(t, "width"), rapid.SampledFrom([]int{1, 3}).Draw(t, "channels")}
		classes := rapid.IntRange(1, 256).Draw(t, "classes")
		count := rapid.IntRange(2, max(2, (64<<20)/(shape[0]*shape[1]*shape[2]))).Draw(t, "count")
		s, err := ForImages(shape, classes, count)
		if err != nil {
			t.Fatalf("%v, %d classes, %d images: %v", shape, classes, count, err)
		}
		if again, err := Parse(s.String()); err != nil || again != s {
			t.Errorf("%q is read as %q, %v", s, again, err)
		}
		if err := s.Fit(shape, classes); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	})
}

// Images of the product's digits' size are learnt as those are.
func TestOwnDigitsAreLearntAsTheProductsOwn(t *testing.T) {
	s, err := ForImages([]int{28, 28, 1}, 10, 8192)
	if err != nil {
		t.Fatal(err)
	}
	want := DefaultFor("digits")
	if want.Data = OwnData; s != want {
		t.Errorf("%q, want %q", s, want)
	}
}
