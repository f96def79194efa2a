package plan_test

import (
	"testing"

	"ganvas/core/plan"
)

func TestSlotsAndEntriesByName(t *testing.T) {
	p := &plan.Program{Slots: []plan.Slot{{Name: "a"}, {Name: "b"}}, Entries: []plan.Entry{{Name: "c"}, {Name: "d"}, {Name: "e"}}}
	for name, want := range map[string]int{"a": 0, "b": 1, "c": -1, "": -1} {
		if got := p.Slot(name); got != want {
			t.Errorf("slot %q is %d, want %d", name, got, want)
		}
	}
	for name, want := range map[string]int{"c": 0, "d": 1, "e": 2, "a": -1, "": -1} {
		if got := p.Entry(name); got != want {
			t.Errorf("entry %q is %d, want %d", name, got, want)
		}
	}
}
