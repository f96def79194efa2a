package app

import (
	"strings"
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// offering is a snapshot of a run that has some probes.
func offering(names ...string) *wire.Snapshot {
	text := []byte(strings.Join(names, "\n"))
	a := wire.Bytes(probe.Offers, text, len(text))
	a.Constant = true
	real := wire.Bytes(probe.RealImages, make([]uint8, 4), 1, 1, 2, 2, 1)
	real.Constant = true
	return &wire.Snapshot{Arrays: []wire.Array{a, real}}
}

// What is looked at is asked for while something shows it, with where it is, and at no other time.
func TestLooksAreAskedForWhileTheyAreShown(t *testing.T) {
	p := open(t, "data=digits")
	asks := func() string { return p.model.PullCommand(Pull{}).String() }
	has := func(name string) bool { return strings.Contains(asks(), name) }
	p.tell(ViewChosen{TheLatent})
	if p.model.Larger != ThePlane {
		t.Error("there is a latent map before the run has said that it has one")
	}
	p.tell(SnapshotCame{Snapshot: offering(probe.Subject, probe.LatentMap)})
	if has("aim") || has(probe.Subject) || has(probe.LatentMap) {
		t.Errorf("nobody looks, and it asks %s", asks())
	}
	aim := probe.Aim{Kind: probe.OfReal, At: 3}
	p.tell(Aimed{Aim: aim, Opens: true})
	if p.model.Sheet != Inspector || !has(probe.Nearest) || !has("aim=r") || has(probe.LatentMap) {
		t.Errorf("of an image that is looked at it asks %s", asks())
	}
	p.tell(SheetClosed{})
	if has("aim") {
		t.Errorf("closed, it asks %s", asks())
	}
	p.tell(ViewChosen{TheMachine})
	if !has(probe.InsideG) || !has("aim=r") {
		t.Errorf("the machine asks %s", asks())
	}
	p.tell(ViewChosen{TheLatent})
	if p.model.Larger != TheLatent || !has(probe.LatentMap) || has(probe.InsideG) || !has("aim=m") {
		t.Errorf("the latent map asks %s", asks())
	}
	for _, want := range []Larger{ThePlane, TheMachine, TheCharts, TheLatent} {
		if p.tell(ViewToggled{}); p.model.Larger != want {
			t.Errorf("the larger picture is %q, want %q", p.model.Larger, want)
		}
	}
}
