package app

import (
	"slices"
	"testing"

	"ganvas/core/experiment"
)

// What starts a run anew waits until it is asked for; a live knob turns at once.
func TestStagedFieldsWaitForARestart(t *testing.T) {
	p := open(t, "")
	p.tell(FieldStaged{"batch", "64"}).tell(FieldStaged{"data", "moons"}).tell(FieldStaged{"d.lr", "0.02"})
	p.expect("what waits sends nothing, what is live does", p.commands(), "set?d.lr=0.02")
	if p.model.Spec.Data != "ring8" || p.model.Spec.Batch != 128 || p.model.Spec.Discriminator.Rate != .02 {
		t.Errorf("the run is of %q", p.model.Spec)
	}
	next := p.model.Next()
	if next.Data != "moons" || next.Batch != 64 || next.Discriminator.Rate != .02 {
		t.Errorf("next would be %q", next)
	}
	p.expect("the control shows what waits", p.model.Text(experiment.Find("batch")), "64")
	if got := p.model.Waiting(); !slices.Equal(got, []Change{{"Data", "Two moons"}, {"Minibatch", "64"}}) {
		t.Errorf("it says that %v waits", got)
	}
	p.tell(FieldStaged{"batch", "128"})
	if got := p.model.Waiting(); len(got) != 1 {
		t.Errorf("back at its value, a field still waits: %v", got)
	}
	p.tell(StagedApplied{})
	if p.model.Spec.Data != "moons" || len(p.model.Staged) > 0 {
		t.Errorf("the run is of %q, and %v waits", p.model.Spec, p.model.Staged)
	}
	p.expect("the restart", p.commands(), "open?data=moons&d.lr=0.02 play?rate=400")
	p.tell(StagedApplied{})
	p.expect("nothing waits", p.commands(), "")
}

func TestStagedFieldsAreForgotten(t *testing.T) {
	p := open(t, "")
	p.tell(FieldStaged{"batch", "64"}).tell(StagedDropped{})
	if len(p.model.Staged) > 0 || p.model.Next() != p.model.Spec {
		t.Errorf("%v waits", p.model.Staged)
	}
	p.tell(FieldStaged{"batch", "64"}).tell(PresetWanted{Key: "circling"})
	if len(p.model.Staged) > 0 {
		t.Errorf("a preset leaves %v waiting", p.model.Staged)
	}
}

// Other data are a place of their own, to which Back returns; another batch size is not.
func TestStagedDataAreAPlace(t *testing.T) {
	for _, c := range []struct {
		key, text string
		place     bool
	}{{"data", "circles", true}, {"batch", "64", false}} {
		p := open(t, "data=moons")
		p.tell(FieldStaged{c.key, c.text})
		p.effects = nil
		p.tell(StagedApplied{})
		if _, place := p.effects[0].(NewEntry); place != c.place {
			t.Errorf("%s=%s: its first effect is %T", c.key, c.text, p.effects[0])
		}
	}
}

// What is not good is explained, and neither waits nor runs.
func TestStagedTextIsChecked(t *testing.T) {
	p := open(t, "")
	p.tell(FieldStaged{"batch", "many"})
	if p.model.Drafts["batch"].Error == "" || len(p.model.Staged) > 0 {
		t.Errorf("the draft is %+v, and %v waits", p.model.Drafts, p.model.Staged)
	}
	p.tell(FieldStaged{"no.such", "1"})
	p.expect("nothing is sent", p.commands(), "")
}

// Settings are compared with the named experiment that is open, or with what the data are usually learnt with.
func TestChangedFields(t *testing.T) {
	keys := func(m Model) (keys []string) {
		for _, f := range m.Changed() {
			keys = append(keys, f.Key)
		}
		return keys
	}
	p := open(t, "data=moons")
	if got := keys(p.model); len(got) > 0 {
		t.Errorf("nothing was touched, yet %v differ", got)
	}
	p.tell(FieldStaged{"batch", "64"}).tell(FieldStaged{"d.lr", "0.02"})
	if got := keys(p.model); !slices.Equal(got, []string{"d.lr", "batch"}) {
		t.Errorf("%v differ", got)
	}
	p.tell(DefaultsWanted{})
	if got := keys(p.model); len(got) > 0 || p.model.Spec != experiment.DefaultFor("moons") {
		t.Errorf("after all is undone %v differ", got)
	}
	p.tell(PresetWanted{Key: "circling"}).tell(FieldStaged{"g.lr", "0.2"})
	if got := keys(p.model); !slices.Equal(got, []string{"g.lr"}) {
		t.Errorf("of the preset %v differ", got)
	}
	p.tell(DefaultsWanted{})
	if e, ok := p.model.Exhibit(); !ok || e.Key != "circling" {
		t.Error("undone, it is not the preset")
	}
}
