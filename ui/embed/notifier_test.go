package embed

import (
	"math"
	"testing"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/app"
)

// at is the model after a snapshot of a step.
func at(m app.Model, step uint64, measures ...wire.Measure) app.Model {
	m, _ = app.Update(m, app.SnapshotCame{Snapshot: &wire.Snapshot{Step: step, Measures: measures,
		Trace: wire.Trace{Stride: 1, Columns: []wire.Column{{Key: probe.LossD, Values: []float32{0.5}}, {Key: probe.LossG, Values: []float32{float32(math.NaN())}}}}}, Seconds: float64(step)})
	return m
}

// However fast a run is, its page hears of steps four times a second, and of the last one for certain.
func TestStepsAreThrottled(t *testing.T) {
	var notifier Notifier
	o := Defaults()
	m := app.New(app.Start{})
	if events, wait := notifier.Tell(&o, m, 0); events != nil || wait != 0 {
		t.Fatalf("before there is a run: %v", events)
	}
	m, _ = app.Update(m, app.WorkerReady{})
	heard := map[string]int{}
	var last Event
	due := math.Inf(1)
	tell := func(now float64) {
		events, wait := notifier.Tell(&o, m, now)
		for _, e := range events {
			heard[e["type"].(string)]++
			if e["type"] == "ganvas:step" {
				last = e
			}
		}
		if due = math.Inf(1); wait > 0 {
			due = now + wait
		}
	}
	const seconds, rate = 8, 100
	for i := range seconds * rate {
		m = at(m, uint64(i+1), wire.Measure{Key: "js", Step: uint64(i + 1), Value: 1, Floor: math.NaN()})
		tell(float64(i) / rate)
	}
	for due < math.Inf(1) {
		tell(due)
	}
	if n := heard["ganvas:step"]; n < 4*seconds-1 || n > 4*seconds+1 {
		t.Errorf("%d steps are told in %d seconds", n, seconds)
	}
	if n := heard["ganvas:measure"]; n < seconds-1 || n > seconds+1 {
		t.Errorf("%d measures are told in %d seconds", n, seconds)
	}
	if heard["ganvas:ready"] != 1 || heard["ganvas:state"] != 0 || heard["ganvas:error"] != 0 {
		t.Errorf("told: %v", heard)
	}
	if last["step"] != seconds*rate {
		t.Errorf("the last step that is told is %v", last["step"])
	}
	if _, ok := last["lossG"]; ok || last["lossD"] != 0.5 {
		t.Errorf("a loss that is no number is told: %v", last)
	}
}

func TestChangesAndFaultsAreTold(t *testing.T) {
	var notifier Notifier
	o := Defaults()
	m := lab("")
	notifier.Tell(&o, m, 0)
	m, _ = app.Update(m, app.PlayToggled{})
	if events, _ := notifier.Tell(&o, m, 1); len(events) != 1 || events[0]["type"] != "ganvas:state" || events[0]["playing"] != false {
		t.Errorf("a pause is told as %v", events)
	}
	m, _ = app.Update(m, app.SnapshotCame{Snapshot: &wire.Snapshot{Step: 5, Fault: "the loss became NaN"}})
	events, _ := notifier.Tell(&o, m, 2)
	if len(events) != 2 || events[1]["type"] != "ganvas:error" || events[1]["text"] != "the loss became NaN" {
		t.Errorf("a fault is told as %v", events)
	}
	if events, _ := notifier.Tell(&o, m, 3); len(events) != 0 {
		t.Errorf("and once more: %v", events)
	}
}

// A flood is cut to the rate, and its sender hears of it once a second; a slider's messages all pass.
func TestGate(t *testing.T) {
	var g Gate
	passed, told := 0, 0
	for i := range 100000 {
		pass, tell := g.Pass(float64(i) / 10000) // ten seconds of 10000 a second
		if pass {
			passed++
		}
		if tell {
			told++
		}
	}
	if most := int(burst + 10*perSecond); passed > most || passed < most-2 {
		t.Errorf("%d messages pass, want %d", passed, most)
	}
	if told < 9 || told > 11 {
		t.Errorf("told %d times in ten seconds", told)
	}
	g = Gate{}
	for i := range 6000 {
		if pass, _ := g.Pass(float64(i) / 60); !pass {
			t.Fatal("a slider is cut off")
		}
	}
}

// A lab rests only where its address brings the run back.
func TestRest(t *testing.T) {
	l, _ := Parse("data=moons&panels=plane,losses&lock=all&origin=*&autoplay=off&controls=all")
	m := lab(l.Page())
	m, _ = app.Update(m, app.SpeedChosen{Index: 2})
	address, ok := l.Rest(m)
	if !ok {
		t.Fatal("an untouched run does not rest")
	}
	again, wrong := Parse(address)
	if wrong != nil {
		t.Fatal(wrong)
	}
	if again.At != 5 || again.Speed != 2 || again.Spec != m.Spec || again.Autoplay != "visible" || !again.Lock.Has("all") || len(again.Panels) != 2 || again.Origins[0] != "*" {
		t.Errorf("it comes back as %s", address)
	}
	m, _ = app.Update(m, app.PlayToggled{})
	if address, _ := l.Rest(m); address == "" {
		t.Error("a paused run does not rest")
	} else if again, _ := Parse(address); again.Autoplay != "off" {
		t.Errorf("a paused run comes back as %s", address)
	}
	for name, refuse := range map[string]func(l *Lab, m *app.Model){
		"rest=never":  func(l *Lab, _ *app.Model) { l.Options.Rest = 0 },
		"autoplay=on": func(l *Lab, _ *app.Model) { l.Autoplay = "on" },
		"a far run":   func(_ *Lab, m *app.Model) { *m = at(*m, restSteps+1) },
		"one player":  func(_ *Lab, m *app.Model) { *m, _ = app.Update(*m, app.Stepped{Who: "g"}) },
	} {
		l, m := l, m
		refuse(&l, &m)
		if address, ok := l.Rest(m); ok {
			t.Errorf("%s rests as %s", name, address)
		}
	}
}
