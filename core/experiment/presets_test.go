package experiment

import (
	"strings"
	"testing"
)

func TestPresets(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Presets {
		s, err := Parse(p.Query)
		if err != nil || s.String() != p.Query {
			t.Errorf("%s: %q parses as %q, %v", p.Key, p.Query, s, err)
		}
		if cured, err := p.Cured(); err != nil || (cured == s) != (p.Cure == "") {
			t.Errorf("%s: cured it is %q, %v", p.Key, cured, err)
		}
		if got, ok := FindPreset(p.Key); !ok || got != p || seen[p.Key] {
			t.Errorf("%s cannot be found, or is found twice", p.Key)
		}
		if p.Label == "" || !strings.HasSuffix(p.Doc, ".") || p.Steps < 1 {
			t.Errorf("%s: label %q, doc %q, %d steps", p.Key, p.Label, p.Doc, p.Steps)
		}
		seen[p.Key] = true
	}
	for _, p := range ImagePresets {
		if s, _ := Parse(p.Query); !s.pictures() {
			t.Errorf("%s is of no images", p.Key)
		}
	}
	if _, ok := FindPreset("no such"); ok {
		t.Error("there is a preset of no name")
	}
}
