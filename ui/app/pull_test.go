package app

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Whatever happens, at most one Pull is under way, and one is while training goes on.
func TestOnePullAtATime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := New(Start{})
		m, es := Update(m, WorkerReady{Machine: "simd"})
		underWay, step := pullsIn(es), uint64(0)
		for range rapid.IntRange(1, 60).Draw(t, "length") {
			msg := rapid.SampledFrom([]Msg{
				nil, nil, PlayToggled{}, Stepped{"both"}, Stepped{"g"}, WasReset{}, FieldChanged{"g.lr", "0.01"},
				FieldChanged{"g.lr", "0.02"}, FieldChanged{"batch", "32"}, FieldChanged{"batch", "64"}, SpeedChosen{3}, WentOnSlower{},
			}).Draw(t, "msg")
			if msg == nil { // the worker answers
				if underWay == 0 {
					continue
				}
				underWay--
				step += uint64(rapid.IntRange(0, 3).Draw(t, "steps"))
				msg = SnapshotCame{Snapshot: snapshotAt(step), Seconds: float64(step)}
			}
			m, es = Update(m, msg)
			underWay += pullsIn(es)
			for _, e := range es {
				if w, ok := e.(Wait); ok { // the browser's timer
					m, es = Update(m, Waited{Seconds: float64(step) + w.Seconds})
					underWay += pullsIn(es)
				}
			}
			if underWay > 1 {
				t.Fatalf("%d pulls are under way after %#v", underWay, msg)
			}
			if m.Playing && underWay == 0 {
				t.Fatalf("training is not looked at after %#v", msg)
			}
		}
	})
}

// Timers may end a little before their time, by the clock that the page reads: what was waited for comes all the same.
func TestTimersThatEndEarly(t *testing.T) {
	const early = 0.0004
	// waited has every timer end early, one after the other, until an effect is there.
	waited := func(m Model, es []Effect, now float64, there func(Effect) bool) bool {
		for range 60 {
			if slices.ContainsFunc(es, there) {
				return true
			}
			wait := slices.IndexFunc(es, func(e Effect) bool { _, ok := e.(Wait); return ok })
			if wait < 0 {
				return false
			}
			now += max(es[wait].(Wait).Seconds/2, es[wait].(Wait).Seconds-early) + 1e-9
			var more []Effect
			m, more = Update(m, Waited{Seconds: now})
			es = append(slices.Delete(es, wait, wait+1), more...)
		}
		return false
	}
	p := open(t, "")
	p.now += 1
	m, es := Update(p.model, SnapshotCame{Snapshot: snapshotAt(40), Seconds: p.now, Undrawn: true})
	if !waited(m, es, p.now, func(e Effect) bool { _, ok := e.(Pull); return ok }) {
		t.Error("a snapshot that is not drawn is the last")
	}

	p = open(t, "data=moons")
	p.snapshot(40).tell(PresetWanted{"dirac"})
	p.now += 1
	m, es = Update(p.model, SnapshotCame{Snapshot: snapshotAt(0), Seconds: p.now})
	m.pull = puller{} // which has timers of its own
	if !waited(m, es, p.now, func(e Effect) bool { s, ok := e.(Send); return ok && s.Command.Verb == "play" }) {
		t.Error("a run waits for its picture for ever")
	}
}

func TestPausedPageComesToRest(t *testing.T) {
	p := open(t, "")
	p.tell(PlayToggled{})
	p.snapshot(100) // answers the pull that was under way
	measured := false
	for range 10 {
		n := pullsIn(p.effects)
		if n == 0 {
			if !measured {
				t.Error("the last picture has no fresh measures")
			}
			return
		}
		for _, e := range p.effects {
			if pull, ok := e.(Pull); ok {
				measured = pull.Measure
			}
		}
		p.effects = nil
		p.snapshot(100)
	}
	t.Error("a paused page goes on asking")
}

func TestMeasuresAreAskedForOnceASecond(t *testing.T) {
	p := open(t, "")
	const seconds = 10
	asked := 0
	for i := range 50 * seconds { // snapshots come every 0.02 s
		p.effects = nil
		p.snapshot(uint64(i))
		for _, e := range p.effects {
			if pull, ok := e.(Pull); ok && pull.Measure {
				asked++
			}
		}
	}
	if asked < seconds-1 || asked > seconds+1 {
		t.Errorf("measures were asked for %d times in %d s", asked, seconds)
	}
}
