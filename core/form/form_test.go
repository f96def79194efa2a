package form

import (
	"strings"
	"testing"

	"ganvas/core/experiment"

	"pgregory.net/rapid"
)

// Texts of all families are read as they are written, and each field of a Spec that a page carries is its family's.
func TestSpecsAreTheirText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := rapid.SampledFrom(All).Draw(t, "family")
		s := e.Grammar.Default(rapid.SampledFrom(e.Grammar.Fields.Find("data").Choices).Draw(t, "data").Key)
		for range 4 {
			f := &e.Grammar.Fields[rapid.IntRange(0, len(e.Grammar.Fields)-1).Draw(t, "field")]
			text := rapid.SampledFrom([]string{"1", "2", "7", "0.5", "8,4", "0.01"}).Draw(t, "value")
			if f.Kind == experiment.Choice {
				text = rapid.SampledFrom(f.Choices).Draw(t, "choice").Key
			}
			next := s
			if f.Set(&next, text) != nil || next.Check() != nil {
				continue
			}
			s = next
		}
		back, err := Parse(s.String())
		if err != nil || back != s || back.String() != s.String() {
			t.Fatalf("%q is read as %q: %v", s, back, err)
		}
		if s.Family() != e.Key || s.Structure() == "" {
			t.Fatalf("%q is of %q", s, s.Family())
		}
		// What all families have is where that of two players has it.
		if s.Find("data").Get(&s) != s.Data || s.Find("rows").Number(&s) != float64(s.Rows) || s.Find("seed").Number(&s) != float64(s.Seed) {
			t.Fatalf("%q has the data %q, %d rows and the seed %d", s, s.Data, s.Rows, s.Seed)
		}
	})
}

func TestFamiliesChange(t *testing.T) {
	for _, c := range []struct{ from, text, to string }{
		{"data=moons&seed=5", "family=flow", "family=flow&data=moons&seed=5"},
		{"family=flow&data=moons&seed=5", "family=gan", "data=moons&seed=5"},
		{"family=flow&data=moons&seed=5&layers=7", "family=vae&beta=2", "family=vae&data=moons&seed=5&beta=2"},
		{"family=flow&data=moons", "layers=3", "family=flow&data=moons&layers=3"},
		{"", "family=gan&seed=2", "seed=2"},
		{"data=digits", "family=mixture", "family=mixture"}, // no points of the plane
	} {
		s, err := Parse(c.from)
		if err != nil {
			t.Logf("%q: %v", c.from, err)
			continue
		}
		next, err := With(s, c.text)
		if err != nil || next.String() != c.to {
			t.Errorf("%q with %q is %q, not %q: %v", c.from, c.text, next, c.to, err)
		}
	}
	for _, bad := range []string{"family=oracle", "family=flow&g.lr=1", "family=flow&layers=99", "family="} {
		if s, err := Parse(bad); err == nil {
			t.Errorf("%q is read as %q", bad, s)
		}
	}
}

func TestPresetsArePresetsOfTheirFamilies(t *testing.T) {
	families := map[string]bool{}
	for _, p := range rivals {
		s, err := Parse(p.Query)
		if err != nil || s.String() != p.Query || s.Rival == nil || !strings.HasSuffix(p.Doc, ".") || p.Steps < 1 {
			t.Errorf("%s: %q, %v", p.Key, s, err)
		}
		if _, twice := experiment.FindPreset(p.Key); twice || families[s.Family()] {
			t.Errorf("%s is there twice", p.Key)
		}
		families[s.Family()] = true
	}
	if len(families) != len(All) {
		t.Errorf("%d of %d families have a preset", len(families), len(All))
	}
}
