package experiment

import (
	"testing"

	"ganvas/core/data"
)

// A Spec that names its data alone is what learns them.
func TestEveryDataSetHasDefaults(t *testing.T) {
	for _, e := range catalogue() {
		s := DefaultFor(e.Key)
		if err := s.Check(); err != nil {
			t.Errorf("%s: %v", e.Key, err)
		}
		want := "data=" + e.Key
		if e.Key == Default().Data {
			want = ""
		}
		if got := s.String(); got != want {
			t.Errorf("%s: the defaults print as %q, want %q", e.Key, got, want)
		}
		if got, err := Parse("data=" + e.Key); err != nil || got != s {
			t.Errorf("%s parses as %+v (%v), want its defaults", e.Key, got, err)
		}
	}
	for _, r := range recipes {
		if _, ok := data.Find(r.Data); !ok {
			t.Errorf("there is a recipe for %q, which is no data", r.Data)
		}
	}
}

// What somebody has set stays when the data change, and everything else becomes what the data need.
func TestOtherDataBringTheirDefaults(t *testing.T) {
	s, err := Parse("seed=7&g.lr=0.0017")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range catalogue() {
		moved, err := s.With("data=" + e.Key)
		if err != nil {
			t.Fatalf("%s: %v", e.Key, err)
		}
		want := DefaultFor(e.Key)
		want.Seed, want.Generator.Rate = 7, 0.0017
		if moved != want {
			t.Errorf("%s: got %+v, want %+v", e.Key, moved, want)
		}
		back, err := moved.With("data=" + s.Data)
		if err != nil || back != s {
			t.Errorf("from %s and back: got %+v (%v), want %+v", e.Key, back, err, s)
		}
		first, err := Parse("g.lr=0.0017&data=" + e.Key + "&seed=7")
		if err != nil || first != moved {
			t.Errorf("%s: the order of the fields counts: got %+v (%v), want %+v", e.Key, first, err, moved)
		}
	}
}
