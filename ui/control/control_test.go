package control

import (
	"math"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/ui/app"
)

var players = experiment.Default()

// Every field of an experiment has exactly one control, and one that suits it.
func TestEveryFieldHasItsControl(t *testing.T) {
	seen := map[string]int{}
	all := Bar(&players)
	for _, g := range Groups(&players) {
		if len(g.Controls) == 0 || len(g.Major()) == 0 {
			t.Errorf("the group %s has nothing to turn", g.Key)
		}
		all = append(all, g.Controls...)
	}
	for _, c := range all {
		seen[c.Key]++
		if c.Label == "" || c.Doc == "" {
			t.Errorf("%s has no words", c.Key)
		}
		if c.Widget == Menu && len(c.Choices) == 0 {
			t.Errorf("%s is a menu of nothing", c.Key)
		}
	}
	for _, f := range experiment.Fields {
		if seen[f.Key] != 1 {
			t.Errorf("the field %s has %d controls", f.Key, seen[f.Key])
		}
	}
}

// Whatever a control can be set to by hand, the experiment takes.
func TestWidgetsOfferOnlyWhatIsAllowed(t *testing.T) {
	for _, g := range Groups(&players) {
		for _, c := range g.Controls {
			for _, text := range offers(c) {
				s := experiment.Default()
				if err := c.Set(&s, text); err != nil {
					t.Errorf("%s offers %q: %v", c.Key, text, err)
				}
			}
		}
	}
}

func offers(c Control) []string {
	var texts []string
	switch c.Widget {
	case Menu:
		for _, o := range c.Choices {
			texts = append(texts, o.Key)
		}
	case Slider:
		for i := range Notches + 1 {
			texts = append(texts, Text(c.Scale().At(i)))
		}
	case Switch:
		texts = []string{"on", "off"}
	case Stack:
		s := experiment.Default()
		l, _ := experiment.ParseLayers(c.Get(&s))
		for l.Len() < experiment.MaxLayers {
			l = Grown(l)
			texts = append(texts, l.String())
		}
		texts = append(texts, l.Without(0).String(), "")
	}
	return texts
}

func TestScalesKeepTheirPlace(t *testing.T) {
	for _, g := range Groups(&players) {
		for _, c := range g.Controls {
			if c.Widget == Slider {
				checkScale(t, c.Key, c.Scale(), c.Min, c.Max)
			}
		}
	}
}

// checkScale holds a scale to its ends, to its order, and to Notch being At's inverse up to rounding.
func checkScale(t *testing.T, key string, s Scale, lo, hi float64) {
	if s.At(0) != lo || math.Abs(s.At(Notches)-hi) > 1e-9*hi {
		t.Errorf("%s runs from %g to %g, want %g to %g", key, s.At(0), s.At(Notches), lo, hi)
	}
	for i := 0; i < Notches; i++ {
		if s.At(i+1) < s.At(i) {
			t.Errorf("%s falls at notch %d", key, i)
		}
		if j := s.Notch(s.At(i)); s.At(j) != s.At(i) && abs(j-i) > 1 {
			t.Errorf("%s: notch %d is %g, which is notch %d", key, i, s.At(i), j)
		}
	}
}

func abs(i int) int { return max(i, -i) }

func TestShortcutsAreUnique(t *testing.T) {
	seen := map[string]string{}
	for _, a := range Actions {
		if a.Shortcut == "" {
			continue
		}
		if other := seen[a.Shortcut]; other != "" {
			t.Errorf("%q presses both %s and %s", a.Shortcut, other, a.Key)
		}
		seen[a.Shortcut] = a.Key
		if a.Msg == nil && a.Key != NewSeed {
			t.Errorf("%s says nothing", a.Key)
		}
	}
	if a, ok := ByShortcut(" "); !ok || a.Msg != (app.PlayToggled{}) {
		t.Error("the space does not play")
	}
}

func TestDigestTellsWhatIsTurned(t *testing.T) {
	s := experiment.Default()
	s.Generator.Hidden = experiment.LayersOf(7, 5)
	for _, g := range Groups(&players) {
		d := g.Digest(&s)
		if d == "" {
			t.Errorf("the group %s says nothing when folded", g.Key)
		}
		if g.Key == "generator" && !strings.Contains(d, "7, 5") {
			t.Errorf("the generator says %q", d)
		}
	}
}
