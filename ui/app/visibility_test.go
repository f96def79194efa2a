package app

import (
	"strings"
	"testing"

	"ganvas/core/wire"
)

// Out of sight the run rests and nothing is asked for; back in sight it goes on, and what was wanted meanwhile holds.
func TestOutOfSightTheRunRests(t *testing.T) {
	p := open(t, "seed=7")
	p.tell(VisibilityChanged{Seen: false})
	p.expect("going out of sight", p.commands(), "pause?")
	if !p.model.Playing {
		t.Error("what the reader wants is forgotten")
	}
	for range 1 + afterwards { // the answers to what was asked for before
		p.snapshot(40)
	}
	p.effects = nil
	p.snapshot(40)
	for _, e := range p.effects {
		t.Errorf("unseen, the page asks for %#v", e)
	}
	p.tell(VisibilityChanged{Seen: true})
	p.expect("coming back", p.commands(), "play?rate=400")

	p.tell(VisibilityChanged{Seen: false}).tell(PlayToggled{}).tell(PlayToggled{}).tell(SpeedChosen{Index: 0})
	p.expect("hands while unseen", p.commands(), "pause? pause?")
	p.tell(VisibilityChanged{Seen: true})
	p.expect("coming back at another speed", p.commands(), "play?rate=0.2")

	p.tell(VisibilityChanged{Seen: false}).tell(FieldChanged{Key: "data", Text: "moons"})
	p.expect("another experiment while unseen", p.commands(), "pause? open?data=moons&seed=7")
}

func TestUnseenFromTheStart(t *testing.T) {
	p := &page{t: t, model: New(Start{Unseen: true})}
	p.tell(WorkerReady{Machine: "simd"})
	p.expect("commands", p.commands(), "open?")
	p.snapshot(0)
	p.tell(VisibilityChanged{Seen: true})
	p.expect("seen", p.commands(), "play?rate=400")
}

// A run is brought back by training to its step in stretches, and goes on from there only if it is to play.
func TestRunGoesBackToItsStep(t *testing.T) {
	for _, test := range []struct {
		calm bool
		last string
	}{{false, "play?rate=400"}, {true, ""}} {
		p := &page{t: t, model: New(Start{At: 2300, CalmlyPlease: test.calm})}
		p.tell(WorkerReady{Machine: "simd"})
		p.expect("begin", p.commands(), "open? step?n=1000&who=both")
		p.snapshot(600)
		p.expect("on the way", p.commands(), "")
		p.snapshot(1000)
		p.expect("second stretch", p.commands(), "step?n=1000&who=both")
		p.tell(VisibilityChanged{Seen: false}).snapshot(2000)
		p.expect("unseen", p.commands(), "pause?")
		p.tell(VisibilityChanged{Seen: true})
		p.expect("seen again", p.commands(), "step?n=300&who=both")
		if p.model.Replayable() {
			t.Error("a run on its way is not where its reader left it")
		}
		p.snapshot(2300)
		p.expect("there", p.commands(), test.last)
		if !p.model.Replayable() {
			t.Error("the Spec and the step bring this run back")
		}
	}
}

func TestStepsWantedTrainsSoManyAndPauses(t *testing.T) {
	p := open(t, "")
	p.tell(StepsWanted{N: 1500})
	p.expect("commands", p.commands(), "pause? step?n=1000&who=both")
	p.snapshot(1000)
	p.expect("then", p.commands(), "step?n=500&who=both")
	p.snapshot(1500)
	p.expect("there", p.commands(), "")
	if p.model.Playing || p.model.Toward != 0 {
		t.Error("the run does not rest")
	}
}

// One step asked for by hand is one step.
func TestOneStepIsOneStep(t *testing.T) {
	p := open(t, "").tell(PlayToggled{})
	p.commands()
	p.tell(Stepped{Who: "both"})
	p.expect("step", p.commands(), "step?n=1&who=both")
	p.snapshot(0).snapshot(1).snapshot(1)
	p.expect("after it", p.commands(), "")
}

// A run is replayed only where that gives the same bits.
func TestTurnedRunsAreNotReplayed(t *testing.T) {
	turned := map[string]func(*page){
		"a live knob": func(p *page) { p.tell(FieldChanged{Key: "g.lr", Text: "0.001"}) },
		"one player":  func(p *page) { p.tell(Stepped{Who: "d"}) },
		"a fault":     func(p *page) { p.tell(SnapshotCame{Snapshot: &wire.Snapshot{Step: 9, Fault: "NaN"}}) },
		"a draft":     func(p *page) { p.tell(FieldChanged{Key: "g.lr", Text: "fast"}) },
		"own points": func(p *page) {
			p.tell(PointsDropped{Name: "a.csv", Text: []byte("0,0\n1,1\n2,1\n")}).snapshot(0)
		},
	}
	for name, turn := range turned {
		p := open(t, "").snapshot(5)
		if !p.model.Replayable() {
			t.Fatal("an untouched run can be replayed")
		}
		turn(p)
		if p.model.Replayable() {
			t.Errorf("%s is forgotten", name)
		}
	}
	for turn, way := range map[Msg]string{FieldChanged{Key: "g.lr", Text: "0.001"}: "turns=5:g.lr:0.001", Stepped{Who: "d"}: "turns=5:d*1"} {
		p := open(t, "").snapshot(5).tell(turn).told(5, way).told(6, way)
		if !p.model.Replayable() || !strings.Contains(p.model.Address(), way) {
			t.Errorf("after %#v the address is %q", turn, p.model.Address())
		}
	}
	p := open(t, "").snapshot(5).tell(FieldChanged{Key: "g.lr", Text: "0.001"}).tell(WasReset{}).snapshot(5).snapshot(0) // the first was under way
	if !p.model.Replayable() {
		t.Error("from step 0 again, the knob is the Spec's")
	}
}
