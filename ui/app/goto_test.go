package app

import (
	"testing"

	"ganvas/core/wire"
	"ganvas/ui/plot"
)

// A run goes to a step and waits there: on by training, back by the same way.
func TestGoToAStep(t *testing.T) {
	p := open(t, "")
	p.snapshot(100).commands()
	p.tell(StepGone{To: 150})
	p.expect("on", p.commands(), "pause? step?n=50&who=both")
	p.snapshot(150)
	if p.model.Playing || p.model.Toward != 0 {
		t.Errorf("at the step it plays %v, on the way to %d", p.model.Playing, p.model.Toward)
	}
	for range 4 {
		p.snapshot(150) // no pull is under way any more
	}
	p.commands()
	p.tell(Wandered{By: -10})
	p.expect("back", p.commands(), "at?step=140")
	p.tell(Wandered{By: -10}).tell(Wandered{By: -10}).tell(Wandered{By: 10})
	p.expect("further before it is there", p.commands(), "")
	p.snapshot(150) // it is from before
	p.expect("not there yet", p.commands(), "")
	p.snapshot(140)
	p.expect("and on to where it is wanted by now", p.commands(), "at?step=130")
	p.snapshot(130)
	p.tell(StepGone{To: 140})
	p.expect("on where it has been", p.commands(), "at?step=140")
	p.snapshot(140).snapshot(140).commands()
	p.tell(StepGone{To: 140})
	p.expect("it is there", p.commands(), "")
	p.tell(Wandered{By: -1000})
	p.expect("no farther than the start", p.commands(), "at?step=0")
	if p.model.Toward != 0 {
		t.Errorf("it goes to %d", p.model.Toward)
	}
}

// A run that was further than the page had heard when it was sent to a step comes back to that step.
func TestGoToAStepFromAhead(t *testing.T) {
	p := open(t, "")
	p.snapshot(3).commands()
	p.tell(StepGone{To: 10})
	p.expect("on", p.commands(), "pause? step?n=7&who=both")
	p.snapshot(83)
	p.expect("back", p.commands(), "at?step=10")
	p.snapshot(10).snapshot(10) // the first may be from before
	if got := p.model.Step(); got != 10 || p.model.jump.on {
		t.Errorf("it is at step %d", got)
	}
}

func TestGoToTheEnd(t *testing.T) {
	p := open(t, "steps=500&view.play=0")
	p.tell(EndGone{})
	p.expect("the horizon", p.commands(), "step?n=500&who=both")
}

// A run goes back past the turn of a knob, and the page shows what the knob was there.
func TestBackPastATurn(t *testing.T) {
	p := open(t, "")
	p.snapshot(100)
	was := p.model.Spec
	p.tell(FieldChanged{"d.lr", "0.02"}).commands()
	p.tell(StepGone{To: 50})
	p.expect("back", p.commands(), "pause? at?step=50")
	for range 2 { // the first may be from before
		p.tell(SnapshotCame{Snapshot: &wire.Snapshot{Step: 50, Script: was.String()}, Seconds: 9})
	}
	if p.model.Spec != was || p.model.Toward != 0 {
		t.Errorf("the page shows %q, on the way to %d", p.model.Spec, p.model.Toward)
	}
}

// Slow motion and back is at the speed before it.
func TestSlowMotion(t *testing.T) {
	p := open(t, "view.speed=60")
	before := p.model.Speed
	p.tell(SlowToggled{})
	p.expect("slow", p.commands(), "play?rate=1")
	p.tell(SlowToggled{})
	if p.model.Speed != before {
		t.Errorf("back at %v", Speeds[p.model.Speed])
	}
}

// The scale of the field's colours follows the field, but no more than once a second.
func TestReachChangesOnceASecond(t *testing.T) {
	near, far := plot.Field{Size: 2, D: []float32{.5, .51, .5, .49}}, plot.Field{Size: 2, D: []float32{0, 1, 0, 1}}
	r := Reach{}.of(plot.Field{}, 1)
	if r.Of != 0 {
		t.Errorf("without a field it is %v", r)
	}
	r = r.of(near, 2)
	if r.Of != .02 {
		t.Errorf("at first it is %v", r)
	}
	if r = r.of(far, 2.5); r.Of != .02 {
		t.Errorf("half a second later it is %v", r)
	}
	if r = r.of(far, 3.1); r.Of != .5 {
		t.Errorf("after a second it is %v", r)
	}
}

// One thing is open at a time, and presenting closes it and has its scenes.
func TestSheetsAndScenes(t *testing.T) {
	p := open(t, "")
	p.tell(SheetToggled{Sheet: Settings, Sought: "rate"})
	if p.model.Sheet != Settings || p.model.Sought != "rate" {
		t.Errorf("open is %q, sought %q", p.model.Sheet, p.model.Sought)
	}
	p.tell(SheetToggled{Sheet: Help}).tell(SheetToggled{Sheet: Help})
	if p.model.Sheet != NoSheet {
		t.Errorf("open is %q", p.model.Sheet)
	}
	p.tell(SceneTurned{By: 1}).tell(BlackToggled{})
	if p.model.Preset != "" || p.model.Black {
		t.Error("a clicker works without presenting")
	}
	p.tell(SheetToggled{Sheet: Menu}).tell(PresentToggled{}).tell(SceneTurned{By: 1}).tell(BlackToggled{})
	if p.model.Sheet != NoSheet || p.model.Preset != "works" || !p.model.Black {
		t.Errorf("presenting: open is %q, scene %q, black %v", p.model.Sheet, p.model.Preset, p.model.Black)
	}
	p.tell(SceneTurned{By: 1})
	p.expect("the next scene", p.model.Preset, "equilibrium")
	p.tell(SceneTurned{By: -1}).tell(SceneTurned{By: -1})
	p.expect("before the first is none", p.model.Preset, "works")
	p.tell(PresentToggled{})
	if p.model.Black {
		t.Error("the page stays black")
	}
	p.tell(ViewToggled{}).tell(ViewToggled{}).tell(CurvesTurned{plot.ChartOptions{Log: true}})
	if p.model.Larger != TheCharts || !p.model.Curves.Log {
		t.Errorf("the larger picture is %q, %+v", p.model.Larger, p.model.Curves)
	}
}
