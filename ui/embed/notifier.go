package embed

import (
	"ganvas/core/wire"
	"ganvas/ui/app"
)

// The least seconds between two events of a type.
const (
	stepEvery    = 0.25
	measureEvery = 1.0
	stateEvery   = 0.1
)

// Notifier decides when the page around a lab is told what. Its zero value has told nothing.
type Notifier struct {
	ready                bool
	step, measure, state throttle
	toldStep             uint64
	toldMeasures         uint64
	toldState            string
	toldFault            string
	reached              uint64 // the step at which the goal held first, or 0
}

// throttle is when an event of one type was told last.
type throttle struct {
	at   float64
	once bool
}

// due reports whether the next may be told now, and otherwise in how many seconds.
func (t *throttle) due(now, every float64) (wait float64) {
	if t.once && now-t.at < every {
		return every - (now - t.at)
	}
	t.at, t.once = now, true
	return 0
}

// Tell returns what is to be told of m at a time in seconds, and in how many seconds to ask again, or 0 where nothing waits.
func (t *Notifier) Tell(o *Options, m app.Model, now float64) (events []Event, wait float64) {
	if !m.Ready || m.Snapshot == nil {
		return t.fault(m, nil), 0
	}
	tell := func(changed bool, th *throttle, every float64, e func() Event) {
		if !changed {
			return
		}
		if w := th.due(now, every); w > 0 {
			if wait == 0 || w < wait {
				wait = w
			}
			return
		}
		events = append(events, e())
	}
	look := stateKey(m)
	if !t.ready {
		t.ready, t.toldState = true, look
		first := State(o, m)
		first["type"] = "ganvas:ready"
		events = append(events, first)
	}
	tell(look != t.toldState, &t.state, stateEvery, func() Event { t.toldState = look; return State(o, m) })
	tell(m.Step() != t.toldStep, &t.step, stepEvery, func() Event { t.toldStep = m.Step(); return steps(m) })
	if at, ok := measuredAt(m.Snapshot); ok {
		tell(at+1 != t.toldMeasures, &t.measure, measureEvery, func() Event { t.toldMeasures = at + 1; return quality(m.Snapshot) })
	}
	return t.fault(m, t.goal(o, m, events)), wait
}

// fault tells once why training has stopped.
func (t *Notifier) fault(m app.Model, events []Event) []Event {
	if m.Fault == t.toldFault {
		return events
	}
	t.toldFault = m.Fault
	if m.Fault == "" {
		return events
	}
	return append(events, Event{"type": "ganvas:error", "version": Version, "text": m.Fault, "step": int(m.Step())})
}

// stateKey is a text that changes whenever State does, but for the step.
func stateKey(m app.Model) string {
	return m.Address() + " " + onOff(m.Playing) + " " + onOff(m.Unseen) + " " + m.Fault
}

// measuredAt is the step of a snapshot's measures, and whether it has any.
func measuredAt(s *wire.Snapshot) (step uint64, ok bool) {
	for _, x := range s.Measures {
		step, ok = max(step, x.Step), true
	}
	return step, ok
}
