package app

import (
	"reflect"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/form"
)

// parsed is a Spec that a test gives as text.
func parsed(t *testing.T, text string) experiment.Spec {
	t.Helper()
	s, err := experiment.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Each preset of the catalogue opens as its link would, in a new entry of the history, and is cured and ill again.
func TestEveryPresetOpensIsCuredAndIsIllAgain(t *testing.T) {
	for _, x := range experiment.Presets {
		t.Run(x.Key, func(t *testing.T) {
			p := open(t, "data=grid25&seed=9")
			p.snapshot(40).commands()
			p.tell(PresetWanted{x.Key})
			ill := parsed(t, x.Query)
			if _, first := p.effects[0].(NewEntry); !first {
				t.Errorf("the first effect is %T", p.effects[0])
			}
			expectExhibit(t, p.model, x.Key, ill, false)
			run := x.Query
			if x.Turns != "" {
				run += "&turns=" + x.Turns
			}
			if address := p.model.Address(); address != run && !strings.HasPrefix(address, run+"&view.layers=") || x.Layers == "" && address != run {
				t.Errorf("the address is %q, of %q", address, run)
			}
			if Pretrained(x) {
				p.expect("the commands", p.commands(), "open?"+run)
				p.unpictured()
				p.expect("without a picture", p.commands(), "play?rate=400")
			} else {
				p.expect("the commands", p.commands(), "open?"+run+" play?rate=400")
			}
			p.snapshot(0)

			p.tell(CureWanted{})
			if x.Cure == "" {
				expectExhibit(t, p.model, x.Key, ill, false)
				return
			}
			cured, err := ill.With(x.Cure)
			if err != nil {
				t.Fatal(err)
			}
			expectExhibit(t, p.model, x.Key, cured, true)
			p.tell(CureUndone{})
			expectExhibit(t, p.model, x.Key, ill, false)
			if link := New(Start{Query: cured.String()}); link.Preset != x.Key {
				t.Errorf("the cured preset's link opens %q", link.Preset)
			}
		})
	}
}

func expectExhibit(t *testing.T, m Model, key string, s experiment.Spec, cured bool) {
	t.Helper()
	e, ok := m.Exhibit()
	if !ok || e.Key != key || e.Cured != cured || m.Spec != s {
		t.Errorf("%q is shown (%v, cured %v) and %q runs, want %q, cured %v, and %q", e.Key, ok, e.Cured, m.Spec, key, cured, s)
	}
}

// A new entry of the catalogue is there by being listed.
func TestPresetIsThereByBeingListed(t *testing.T) {
	all := experiment.Presets
	defer func() { experiment.Presets = all }()
	mine := experiment.Preset{Key: "mine", Label: "Mine", Doc: "Moons.", Query: "data=moons", Steps: 10, Cure: "g.lr=0.001&seed=4"}
	experiment.Presets = append(all[:len(all):len(all)], mine)
	p := open(t, "").tell(PresetWanted{"mine"})
	e, _ := p.model.Exhibit()
	if e.Preset != mine {
		t.Fatalf("%q is shown", e.Key)
	}
	p.expect("the commands", p.commands(), "open?data=moons")
	p.unpictured().commands()
	p.tell(CureWanted{})
	p.expect("the cure restarts", p.commands(), "open?"+p.model.Spec.String()+" play?rate=400")
}

// A cure that a run can take as it goes is set in the run; its undoing starts again, as what has settled would stay so.
func TestLiveCureKeepsTheRun(t *testing.T) {
	all := experiment.Presets
	defer func() { experiment.Presets = all }()
	experiment.Presets = []experiment.Preset{{Key: "fast", Label: "Fast", Doc: "Fast.", Query: "g.lr=0.05", Steps: 10, Cure: "g.lr=0.002&d.lr=0.002"}}
	p := open(t, "").tell(PresetWanted{"fast"}).unpictured()
	p.snapshot(0)
	p.snapshot(50).commands()
	p.tell(CureWanted{})
	p.expect("the commands", p.commands(), "set?g.lr=0.002&d.lr=0.002")
	p.tell(CureUndone{})
	p.expect("the commands", p.commands(), "open?g.lr=0.05")
}

// The words go with the experiment that they are about, and come back with it.
func TestExhibitGoesWithItsSpec(t *testing.T) {
	shown := func(m Model) string {
		e, ok := m.Exhibit()
		if !ok {
			return ""
		}
		return e.Key
	}
	for _, c := range []struct {
		name, query string
		msgs        []Msg
		want        string
	}{
		{"nobody has asked for the default", "", nil, ""},
		{"somebody has", "", []Msg{PresetWanted{"works"}}, "works"},
		{"a link", "data=dirac", nil, "dirac"},
		{"a link to the cured one", "data=dirac&r1=0.3", nil, "dirac"},
		{"other data by hand are no preset", "", []Msg{FieldChanged{"data", "dirac"}}, ""},
		{"a knob", "data=dirac", []Msg{FieldChanged{"g.lr", "0.01"}}, ""},
		{"the knob turned back", "data=dirac", []Msg{FieldChanged{"seed", "3"}, FieldChanged{"seed", "1"}}, "dirac"},
		{"the cure by hand", "data=dirac", []Msg{FieldChanged{"r1", "0.3"}}, "dirac"},
		{"put away", "data=dirac", []Msg{PresetLeft{}}, ""},
		{"the back button", "", []Msg{PresetWanted{"dirac"}, AddressChanged{Text: "?"}}, ""},
		{"back and forth", "", []Msg{PresetWanted{"dirac"}, AddressChanged{Text: "?"}, AddressChanged{Text: "?data=dirac"}}, "dirac"},
		{"no such preset", "data=dirac", []Msg{PresetWanted{"none"}}, "dirac"},
	} {
		p := open(t, c.query)
		for _, msg := range c.msgs {
			p.tell(msg)
		}
		p.expect(c.name, shown(p.model), c.want)
	}
}

// A preset that is opened trains, unless the reader prefers no motion; what was typed is gone.
func TestPresetTrainsWhereMotionIsWelcome(t *testing.T) {
	for _, calm := range []bool{false, true} {
		p := &page{t: t, model: New(Start{CalmlyPlease: calm})}
		p.tell(WorkerReady{}).snapshot(0)
		p.tell(FieldChanged{"g.lr", "fast"})
		if p.model.Playing {
			p.tell(PlayToggled{})
		}
		p.commands()
		p.tell(PresetWanted{"dirac"}).unpictured()
		if got := strings.Contains(p.commands(), "play?"); got == calm || len(p.model.Drafts) != 0 {
			t.Errorf("prefers no motion: %v, it plays: %v, with drafts %v", calm, got, p.model.Drafts)
		}
	}
}

// A cure is named by the labels of the controls it turns; those that both players have say whose.
func TestCuresSpeakTheWordsOfTheControls(t *testing.T) {
	for _, c := range []struct {
		cure string
		want []Change
	}{
		{"unroll=5", []Change{{experiment.Find("unroll").Label, "5"}}},
		{"clip=0&gp=0.1", []Change{{experiment.Find("clip").Label, "0"}, {experiment.Find("gp").Label, "0.1"}}},
		{"g.lr=0.01", []Change{{"the generator’s " + experiment.Find("g.lr").Label, "0.01"}}},
		{"", nil},
	} {
		if got := (Exhibit{Preset: experiment.Preset{Cure: c.cure}}).Changes(); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q is %q, want %q", c.cure, got, c.want)
		}
	}
	for _, x := range experiment.Presets {
		if n := len((Exhibit{Preset: x}).Changes()); n != strings.Count(x.Cure, "=") {
			t.Errorf("%s: %d changes for %q", x.Key, n, x.Cure)
		}
	}
}

// An experiment of another family shows that family's layers, and one with players again shows theirs.
func TestPresetsShowTheirFamilysLayers(t *testing.T) {
	p := open(t, "data=moons")
	for _, x := range form.Presets() {
		p.tell(PresetWanted{Key: x.Key})
		if want := UsualLayers(p.model.Spec); x.Layers == "" && p.model.Layers != want && p.model.Spec.Rival != nil {
			t.Errorf("%s shows %v, want %v", x.Key, p.model.Layers, want)
		}
	}
}
