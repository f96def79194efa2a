package app

import (
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/picture"

	"pgregory.net/rapid"
)

func TestAddressBringsThePageBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := New(Start{})
		m.Layers = picture.Layers(rapid.IntRange(0, 31).Draw(t, "layers"))
		m.Speed = rapid.IntRange(0, len(Speeds)-1).Draw(t, "speed")
		m.Theme = rapid.SampledFrom([]Theme{Auto, Light, Dark}).Draw(t, "theme")
		m.Spec.Seed = rapid.Uint32().Draw(t, "seed")
		m.Spec.Batch = rapid.IntRange(1, 512).Draw(t, "batch")
		m.base = m.Spec
		for _, escape := range []func(string) string{same, func(s string) string { return strings.ReplaceAll(s, ",", "%2C") }} {
			again := New(Start{Query: escape(m.Address())})
			if again.Layers != m.Layers || again.Speed != m.Speed || again.Theme != m.Theme || again.Spec != m.Spec || again.Notice != "" {
				t.Fatalf("%q comes back as %q with notice %q", m.Address(), again.Address(), again.Notice)
			}
		}
	})
}

func same(s string) string { return s }

func TestDefaultPageHasNoQuery(t *testing.T) {
	if a := New(Start{}).Address(); a != "" {
		t.Errorf("the default page's query is %q", a)
	}
}

func TestBadLinkIsExplainedAndDefaultsRun(t *testing.T) {
	m := New(Start{Query: "g.lr=fast&view.layers=real"})
	if m.Spec != experiment.Default() || !strings.Contains(m.Notice, "g.lr") || m.Layers != picture.Real {
		t.Errorf("spec %q, layers %s, notice %q", m.Spec.String(), m.Layers, m.Notice)
	}
}

// What a link asks of the view and the page does not have is named, with what it may be; the rest of the link holds.
func TestBadViewIsExplained(t *testing.T) {
	for _, c := range []struct{ query, says string }{
		{"view.speed=warp", "view.speed"},
		{"view.speed=warp", "max"},
		{"view.layers=real,<b>", "<b>"},
		{"view.layers=real,<b>", "manifold"},
		{"view.theme=pink", "dark"},
		{"view.play=perhaps", "0 or 1"},
		{"view.zoom=3", "view.zoom"},
		{"view.speed=%zz", "%zz"},
		{"g.lr=fast&view.speed=warp", "g.lr"},
		{"g.lr=fast&view.speed=warp", "view.speed"},
	} {
		m := New(Start{Query: c.query + "&view.theme=dark"})
		if !strings.Contains(m.Notice, c.says) || c.query != "view.theme=pink" && m.Theme != Dark {
			t.Errorf("%s: theme %q, notice %q, which lacks %q", c.query, m.Theme, m.Notice, c.says)
		}
	}
	if m := New(Start{Query: strings.Repeat("view.x="+strings.Repeat("y", 90)+"&", 10000)}); m.Notice == "" || len(m.Notice) > 1000 {
		t.Errorf("a million characters make a notice of %d", len(m.Notice))
	}
	for _, good := range []string{"view.play=1", "view.play=0", "view.layers=", "view.theme=", "view.speed=max"} {
		if m := New(Start{Query: good}); m.Notice != "" {
			t.Errorf("%s: %s", good, m.Notice)
		}
	}
}

func TestLinkToSomebodysPoints(t *testing.T) {
	m := New(Start{Query: "data=" + experiment.OwnData + "&seed=5"})
	if m.Spec.Data != experiment.Default().Data || m.Spec.Seed != 5 || m.Notice == "" {
		t.Errorf("spec %q, notice %q", m.Spec.String(), m.Notice)
	}
}

func FuzzAddress(f *testing.F) {
	f.Add("view.layers=real,field&seed=3&view.speed=max")
	f.Add("?view.theme=dark&&=&view.=%zz")
	f.Fuzz(func(t *testing.T, query string) {
		m := New(Start{Query: query})
		if err := m.Spec.Check(); err != nil {
			t.Fatalf("%q makes a spec that cannot run: %v", query, err)
		}
		if again := New(Start{Query: m.Address()}); again.Address() != m.Address() {
			t.Fatalf("%q comes back as %q", m.Address(), again.Address())
		}
	})
}

func TestChangedAddressIsFollowed(t *testing.T) {
	p := open(t, "")
	p.tell(AddressChanged{Text: "?seed=9"})
	p.expect("another spec", p.commands(), "open?seed=9 play?rate=400")
	p.tell(AddressChanged{Text: "?seed=9"})
	p.expect("the same address", p.commands(), "")
	p.tell(AddressChanged{Text: "?seed=9&view.speed=1"})
	p.expect("another speed", p.commands(), "play?rate=1")
}
