package app

import (
	"slices"
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
)

// ahead is a page on which a preset has been opened, whose picture of a step has come.
func ahead(t *testing.T, msgs ...Msg) (p *page, step uint64) {
	t.Helper()
	p = open(t, "data=moons")
	p.snapshot(40)
	p.tell(PresetWanted{"dirac"})
	if !slices.Contains(p.effects, Effect(FetchPretrained{"dirac"})) {
		t.Fatalf("%v are asked for", p.effects)
	}
	p.rest(0)
	for _, m := range msgs {
		p.tell(m)
	}
	p.effects = nil
	s := &wire.Snapshot{Step: 500, Script: "data=dirac", Arrays: []wire.Array{wire.Floats(probe.Samples, []float32{.25, .5}, 1, 2)}}
	p.tell(PretrainedCame{Key: "dirac", Bytes: s.Packed().Encode(nil)})
	return p, 500
}

// An experiment opens with its picture, while its run trains there as fast as it goes; from there on it is the run that is shown, and it goes on.
func TestAPresetOpensWithItsPicture(t *testing.T) {
	p, step := ahead(t)
	p.expect("the commands", p.commands(), "pause? step?n=500&who=both")
	if m := p.model; m.Step() != step || !m.Behind() || len(m.Snapshot.Floats(probe.Samples)) != 2 || !m.Playing {
		t.Fatalf("it shows step %d, of a run behind it: %v", m.Step(), m.Behind())
	}
	for _, at := range []uint64{100, 300} {
		p.snapshot(at)
		if m := p.model; m.Step() != step || m.Passing().Step != at || m.Record.Last != at {
			t.Errorf("with the run at step %d it shows step %d", at, m.Step())
		}
	}
	p.expect("meanwhile", p.commands(), "")
	p.snapshot(step)
	p.expect("there", p.commands(), "play?rate=400")
	if p.model.Behind() {
		t.Error("the run is there, and still behind")
	}
	p.snapshot(step + 20)
	if p.model.Step() != step+20 {
		t.Errorf("it goes on at step %d", p.model.Step())
	}
}

// unpictured answers that there is no picture, for which the run has waited.
func (p *page) unpictured() *page { return p.tell(PretrainedCame{Key: p.model.awaited.key}) }

// The run waits for its picture, so that it is not past its step when it comes; but not for ever, nor where there is none or a hand starts it.
func TestARunWaitsForItsPicture(t *testing.T) {
	opened := func() *page {
		p := open(t, "data=moons")
		p.snapshot(40).commands()
		p.tell(PresetWanted{"dirac"})
		p.expect("at first", p.commands(), "open?data=dirac")
		return p
	}
	p := opened()
	s := &wire.Snapshot{Step: 500, Script: "data=dirac", Arrays: []wire.Array{wire.Floats(probe.Samples, []float32{.25, .5}, 1, 2)}}
	p.tell(PretrainedCame{Key: "dirac", Bytes: s.Packed().Encode(nil)}).snapshot(40).snapshot(0) // the first is of the run before
	if p.expect("the picture has come", p.commands(), "step?n=500&who=both"); !p.model.Behind() || !p.model.Playing {
		t.Error("it is not shown")
	}
	p = opened().unpictured()
	p.expect("there is none", p.commands(), "play?rate=400")
	p = opened().snapshot(0).snapshot(0) // the timer of a test is over at once
	p.expect("it takes long", p.commands(), "play?rate=400")
	p = opened().tell(PlayToggled{}).tell(PlayToggled{})
	p.expect("a hand does not wait", p.commands(), "pause? play?rate=400")
	p = opened().tell(PlayToggled{}).unpictured()
	p.expect("nor is it started", p.commands(), "pause?")
}

// What a hand does meanwhile is done to the run; a pause is one at the picture.
func TestHandsWhileTheRunIsBehind(t *testing.T) {
	p, step := ahead(t)
	p.snapshot(100).commands()
	p.tell(PlayToggled{})
	p.snapshot(step)
	if p.expect("paused", p.commands(), ""); p.model.Playing || p.model.Step() != step {
		t.Errorf("paused it stands at step %d", p.model.Step())
	}
	for _, c := range []struct {
		msg  Msg
		want string
	}{
		{StepGone{To: 60}, "pause? at?step=60"},
		{Stepped{Who: "d"}, "pause? step?n=1&who=d"},
		{WasReset{}, "reset? play?rate=400"},
		{PresetWanted{"dirac"}, "open?data=dirac"},
	} {
		p, _ := ahead(t)
		p.snapshot(100).commands()
		p.tell(c.msg)
		if p.expect("the command", p.commands(), c.want); p.model.Behind() {
			t.Errorf("%T leaves the picture of another step", c.msg)
		}
	}
	p, step = ahead(t)
	p.snapshot(100).commands()
	p.tell(Stepped{Who: "both"}).snapshot(100)
	if p.model.Toward != step+1 {
		t.Errorf("one more step goes to step %d", p.model.Toward)
	}
}

// A picture that comes too late, or is of another run, is left.
func TestPicturesOfOtherRunsAreLeft(t *testing.T) {
	for name, m := range map[string]Msg{
		"another experiment": PresetWanted{"collapse"}, "a knob": FieldChanged{"g.lr", "0.01"}, "another seed": SeedDrawn{9},
		"farther": SnapshotCame{Snapshot: &wire.Snapshot{Step: 700}}, "a step is wanted": StepGone{To: 900},
	} {
		if p, _ := ahead(t, m); p.model.Behind() {
			t.Errorf("%s: it is shown", name)
		}
	}
	p := open(t, "data=dirac")
	p.tell(PretrainedCame{Key: "dirac", Bytes: []byte("<html>")})
	if p.model.Behind() {
		t.Error("a page is shown as a picture")
	}
}

// The last answer of the run before says nothing of the step at which a new run stands: neither where its picture comes then, nor where a hand does.
func TestStepsAreOfTheRunThatIsMeant(t *testing.T) {
	opened := func(m Msg) *page {
		p := open(t, "data=moons")
		p.snapshot(274).commands()
		p.tell(m)
		p.snapshot(274).commands() // what was under way
		return p
	}
	p := opened(PresetWanted{"dirac"})
	s := &wire.Snapshot{Step: 500, Script: "data=dirac", Arrays: []wire.Array{wire.Floats(probe.Samples, []float32{.25, .5}, 1, 2)}}
	p.tell(PretrainedCame{Key: "dirac", Bytes: s.Packed().Encode(nil)})
	p.expect("before the run has answered", p.commands(), "pause?")
	p.snapshot(0)
	p.expect("from its start", p.commands(), "step?n=500&who=both")
	for name, m := range map[string]Msg{"other data": FieldChanged{"data", "ring"}, "a reset": WasReset{}} {
		p := opened(m).tell(Stepped{Who: "both"})
		if p.model.Toward != 1 {
			t.Errorf("a step after %s goes to %d", name, p.model.Toward)
		}
		p = opened(m).tell(StepsWanted{N: 100})
		if p.model.Toward != 100 {
			t.Errorf("100 steps after %s go to %d", name, p.model.Toward)
		}
	}
}
