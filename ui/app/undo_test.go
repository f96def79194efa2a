package app

import (
	"testing"

	"ganvas/core/experiment"
)

// Changes are taken back one by one: a live knob is turned back in the run, what waits for a restart waits as it did before, and what has
// started anew waits to start anew with what it was.
func TestUndo(t *testing.T) {
	p := open(t, "data=moons")
	start := p.model.Spec
	p.tell(FieldStaged{"d.lr", "0.02"}).tell(FieldStaged{"d.lr", "0.03"}).tell(FieldStaged{"batch", "64"}).commands()
	p.tell(Undone{})
	if p.expect("the batch is as it was", p.commands(), ""); len(p.model.Staged) > 0 {
		t.Errorf("%v waits", p.model.Staged)
	}
	p.tell(Undone{})
	p.expect("and the rate, which was turned in one go", p.commands(), "set?d.lr=0.004")
	if p.model.Spec != start {
		t.Errorf("it is %s, was %s", p.model.Spec, start)
	}
	p.tell(Undone{})
	p.expect("nothing is left", p.commands(), "")

	p.tell(FieldStaged{"batch", "64"}).tell(StagedApplied{}).tell(Undone{})
	if got, want := p.model.Staged["batch"], experiment.Find("batch").Get(&start); got != want || p.model.Spec == start {
		t.Errorf("waiting is a batch of %q, want %q", got, want)
	}
	p.tell(StagedDropped{}).tell(FieldStaged{"seed", "8"}).tell(FieldStaged{"no.such", "1"}).tell(FieldStaged{"batch", "many"}).tell(Undone{})
	if _, waits := p.model.Staged["seed"]; waits {
		t.Error("what was refused counts as a change")
	}
	p.tell(PresetWanted{Key: "circling"}).commands()
	p.tell(Undone{})
	if p.expect("a preset is no change", p.commands(), ""); len(p.model.Staged) > 0 {
		t.Errorf("%v waits", p.model.Staged)
	}
}
