package app

import (
	"strings"
	"testing"

	"ganvas/core/probe"
)

// The machine's probes are asked for while it is the larger picture, and at no other time.
func TestMachineAsksOnlyWhileItIsOpen(t *testing.T) {
	p := open(t, "")
	asks := func() (n int) {
		text := p.model.PullCommand(Pull{}).String()
		for _, name := range probe.Machine {
			if strings.Contains(text, name) {
				n++
			}
		}
		return n
	}
	if n := asks(); n != 0 {
		t.Errorf("closed, it asks for %d probes", n)
	}
	p.tell(ViewChosen{TheMachine})
	pulled := false
	for _, e := range p.effects {
		_, is := e.(Pull)
		pulled = pulled || is
	}
	if n := asks(); n != len(probe.Machine) || !pulled && !p.model.pull.stale {
		t.Errorf("open, it asks for %d probes; at once: %v", n, pulled)
	}
	p.tell(ViewChosen{ThePlane})
	if n := asks(); n != 0 {
		t.Errorf("closed again, it asks for %d probes", n)
	}
	for _, want := range []Larger{TheMachine, TheCharts, ThePlane} {
		if p.tell(ViewToggled{}); p.model.Larger != want {
			t.Errorf("the larger picture is %q, not %q", p.model.Larger, want)
		}
	}
}
