package app

import (
	"strings"
	"testing"

	"ganvas/core/probe"
	"ganvas/core/stepping"
	"ganvas/core/wire"
)

// stepShown is a snapshot at a step that shows the next one: of a move of each player, told for four pairs.
func stepShown(step uint64) *wire.Snapshot {
	j := stepping.Judged{Logits: make([]float32, 4), Says: make([]float32, 4), Slopes: make([]float32, 4)}
	m := stepping.Move{Batch: 4, Size: 2, Noise: make([]float32, 8), Real: make([]float32, 8), Made: make([]float32, 8), Judged: [2]stepping.Judged{j, j}}
	g := m
	g.Player = stepping.G
	values := stepping.Step{Moves: []stepping.Move{m, g}}.Encode()
	return &wire.Snapshot{Step: step, Arrays: []wire.Array{wire.Floats(probe.Stepping, values, len(values))}}
}

// The step-through pauses, goes through the phases of a step and on to the next step, back again, and asks for nothing once it is closed.
func TestStepping(t *testing.T) {
	p := open(t, "seed=7")
	asks := func() bool { return strings.Contains(p.model.PullCommand(Pull{}).String(), probe.Stepping) }
	show := func(step uint64) {
		t.Helper()
		p.tell(SnapshotCame{Snapshot: stepShown(step)})
	}
	if asks() {
		t.Error("closed, it is asked for")
	}
	p.tell(SteppingToggled{})
	if p.model.Playing || !p.model.Stepping.On || p.model.Larger != TheMachine || !asks() {
		t.Errorf("opened: %+v, playing %v, larger %q, asked for %v", p.model.Stepping, p.model.Playing, p.model.Larger, asks())
	}
	show(5)
	s, ok := p.model.NextStep()
	if !ok {
		t.Fatal("no step")
	}
	last := len(s.Phases()) - 1
	for i := 1; i <= last; i++ {
		p.tell(PhaseTurned{By: 1})
		if p.model.Stepping.Phase != i {
			t.Fatalf("phase %d, want %d", p.model.Stepping.Phase, i)
		}
	}
	p.commands()
	p.tell(PhaseTurned{By: 1})
	p.expect("beyond the last phase", p.commands(), "step?n=1&who=both")
	if p.model.Stepping.Phase != last {
		t.Error("the phase changes before the step is done")
	}
	p.tell(PhaseTurned{By: 1}) // a second press while the step is under way
	p.expect("meanwhile", p.commands(), "")
	show(6)
	if p.model.Stepping.Phase != 0 {
		t.Errorf("after the step, phase %d", p.model.Stepping.Phase)
	}
	p.tell(PairTurned{By: -1})
	if p.model.Stepping.Pair != 3 {
		t.Errorf("pairs do not go round: %d", p.model.Stepping.Pair)
	}
	p.tell(PairChosen{At: 2})
	p.tell(PhaseTurned{By: -1})
	p.expect("before the first phase", p.commands(), "at?step=5")
	show(5) // the answer to what was asked for before
	show(5)
	if p.model.Stepping.Phase != last || p.model.Stepping.Pair != 2 {
		t.Errorf("a step back, it is at %+v", p.model.Stepping)
	}
	p.tell(SteppingSlowly{})
	if !p.model.Stepping.Slowly {
		t.Error("no slow motion")
	}
	p.tell(PhaseChosen{At: 1})
	if p.model.Stepping.Slowly || p.model.Stepping.Phase != 1 {
		t.Errorf("a phase that is chosen: %+v", p.model.Stepping)
	}
	p.tell(SteppingToggled{})
	if p.model.Stepping.On || asks() || p.model.Larger != ThePlane {
		t.Errorf("closed: %+v, asked for %v, larger %q", p.model.Stepping, asks(), p.model.Larger)
	}
	p.tell(SteppingToggled{}).tell(ViewChosen{TheCharts})
	if p.model.Stepping.On || asks() {
		t.Error("another view leaves it open")
	}
}
