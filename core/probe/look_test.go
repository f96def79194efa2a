package probe

import (
	"testing"

	"pgregory.net/rapid"
)

// An aim is its text.
func TestAimIsItsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		place := rapid.IntRange(0, 1<<16-1)
		a := Aim{
			Kind: rapid.SampledFrom([]SubjectKind{OfGenerated, OfReal, OfMap}).Draw(t, "kind"), At: place.Draw(t, "at"),
			Three: [3]int{place.Draw(t, "A"), place.Draw(t, "B"), place.Draw(t, "C")},
			U:     rapid.Float64Range(-1e3, 1e3).Draw(t, "u"), V: rapid.Float64Range(-1e3, 1e3).Draw(t, "v"),
		}
		if got := ParseAim(a.String()); got != a {
			t.Fatalf("%q is read as %+v", a, got)
		}
		w := a.Within(100, 30)
		for _, n := range append(w.Three[:], w.At) {
			if n >= 100 || a.Kind == OfReal && w.At >= 30 {
				t.Fatalf("%+v lies beyond walls of 100 and 30", w)
			}
		}
	})
}

func FuzzAim(f *testing.F) {
	f.Add("g,1,2,3,4,0.5,-1")
	f.Add("m,1,2,3,4,NaN,Inf")
	f.Fuzz(func(t *testing.T, text string) {
		a := ParseAim(text)
		if got := ParseAim(a.String()); got != a {
			t.Errorf("%q is read as %+v, and its text as %+v", text, a, got)
		}
	})
}
