package app

import (
	"math"
	"testing"

	"ganvas/core/wire"
)

// rest lets all pulls be answered that are under way.
func (p *page) rest(step uint64) *page {
	for range 4 {
		p.snapshot(step)
	}
	p.effects = nil
	return p
}

// A step beyond the furthest is gone to from the furthest, where the run stands before it.
func TestBeyondTheRecordIsTrained(t *testing.T) {
	p := open(t, "view.play=0")
	p.rest(300)
	p.tell(StepGone{To: 100}).snapshot(100).rest(100)
	p.tell(StepGone{To: 350})
	p.expect("to the furthest", p.commands(), "at?step=300")
	p.snapshot(300)
	p.expect("and on", p.commands(), "step?n=50&who=both")
}

// A hand on the timeline sends one command at a time, and the last place where it was counts.
func TestScrubbingIsSingleFlight(t *testing.T) {
	p := open(t, "view.play=0")
	p.rest(1000)
	for step := uint64(990); step > 100; step -= 10 {
		p.tell(StepGone{To: step})
	}
	p.expect("the first", p.commands(), "at?step=990")
	if pulls := pullsIn(p.tell(StepGone{To: 40}).effects); pulls != 0 {
		t.Errorf("%d more snapshots are asked for", pulls)
	}
	p.snapshot(990)
	p.expect("the last", p.commands(), "at?step=40")
	p.snapshot(40)
	if p.expect("there", p.commands(), ""); p.model.Step() != 40 || p.model.jump.on {
		t.Errorf("it stands at %d, %+v", p.model.Step(), p.model.jump)
	}
}

// A run plays backward at its speed until it is at its start, or something else is asked for.
func TestPlayingBackward(t *testing.T) {
	p := open(t, "view.speed=60&view.play=0")
	p.rest(5)
	p.tell(RewindToggled{})
	p.expect("one step back", p.commands(), "at?step=4")
	came := func(step uint64, after float64) {
		p.now = p.model.rewind.from + after
		p.tell(SnapshotCame{Snapshot: &wire.Snapshot{Step: step}, Seconds: p.now})
	}
	came(4, 1/60.)
	p.expect("and, when a thirtieth of a second is over, two more", p.commands(), "at?step=2")
	came(2, .5)
	p.expect("half a second is 30 steps", p.commands(), "at?step=0")
	came(0, 1)
	if p.expect("it stays", p.commands(), ""); p.model.Rewinding() {
		t.Error("it plays on before the start")
	}
	p.rest(0).tell(RewindToggled{})
	p.expect("there is nothing before the start", p.commands(), "")

	p.rest(9).tell(RewindToggled{}).tell(PlayToggled{})
	if p.model.Rewinding() || !p.model.Playing {
		t.Error("it still plays backward")
	}
}

// What a run is trained until, as people write it.
func TestParseUntil(t *testing.T) {
	known := func(name string) bool { return name == "modes" || name == "js" || name == "high_quality" }
	s := &wire.Snapshot{Step: 900, Measures: []wire.Measure{{Key: "modes", Step: 900, Value: 8}, {Key: "js", Step: 900, Value: .003, Floor: .002},
		{Key: "high_quality", Step: 900, Value: .95}}}
	for text, want := range map[string]bool{
		"modes = 8": true, "MODES=8": true, "modes = 7": false, "modes >= 7 and js < 2 floor": true, "js < floor": false, "js < 1.4 floors": false,
		"high_quality > 90 %": true, "high_quality > 96%": false, "step >= 900": true, "js <= 0.003": true,
	} {
		u, err := ParseUntil(text, known)
		if err != nil {
			t.Errorf("%q: %v", text, err)
		} else if got := u.Goal.Holds(measured(s)); got != want {
			t.Errorf("%q holds: %v (%s)", text, got, u.Goal)
		}
	}
	for text, want := range map[string]uint64{"3000": 3000, "step 3,000": 3000, " 12 000 ": 12000, "0": 0} {
		if u, err := ParseUntil(text, known); err != nil || u.Step != want || len(u.Goal.Conditions) > 0 {
			t.Errorf("%q: %+v, %v", text, u, err)
		}
	}
	for _, text := range []string{"", "soon", "modes", "-3", "3.5", "kl < 1", "gradient < 1", "js < 2 ceilings", "js.floor.floor < 1", "= 3"} {
		if u, err := ParseUntil(text, known); err == nil {
			t.Errorf("%q is taken for %+v", text, u)
		}
	}
	s.Step = 950 // later than its measures
	if u, _ := ParseUntil("modes = 8", known); u.Goal.Holds(measured(s)) {
		t.Error("what was measured before counts")
	}
}

func FuzzParseUntil(f *testing.F) {
	for _, text := range []string{"3000", "modes = 8", "js < 2 floor and kl<1", "high_quality > 90 %", "a within 0 of b"} {
		f.Add(text)
	}
	s := &wire.Snapshot{Measures: []wire.Measure{{Key: "js", Value: 1, Floor: math.NaN()}}}
	f.Fuzz(func(t *testing.T, text string) {
		if u, err := ParseUntil(text, func(string) bool { return true }); err == nil {
			u.Goal.Holds(measured(s))
		}
	})
}

// A run that is trained until something stops at the step at which that was measured, although it has gone on meanwhile.
func TestTrainsUntil(t *testing.T) {
	p := open(t, "view.play=0")
	p.rest(10)
	u, err := ParseUntil("modes = 8", func(string) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	p.tell(UntilWanted{u})
	if p.expect("it trains", p.commands(), "play?rate=400"); p.model.Until() != "modes = 8" {
		t.Errorf("it trains until %q", p.model.Until())
	}
	at := func(step uint64, modes float64) {
		p.now += .1
		p.tell(SnapshotCame{Snapshot: &wire.Snapshot{Step: step, Measures: []wire.Measure{{Key: "modes", Step: step, Value: modes}}}, Seconds: p.now})
	}
	at(400, 7)
	p.expect("not yet", p.commands(), "")
	at(500, 8)
	p.expect("there", p.commands(), "pause? at?step=500")
	if p.model.Playing || p.model.Until() != "" || p.model.Notice != "Modes = 8: at step 500." {
		t.Errorf("it plays %v, until %q, and says %q", p.model.Playing, p.model.Until(), p.model.Notice)
	}
	p.tell(UntilWanted{Until{Text: "200", Step: 200}})
	p.tell(UntilUnread{Reason: "give a step"})
	p.expect("what is wrong", p.model.Notice, "Give a step.")
}
