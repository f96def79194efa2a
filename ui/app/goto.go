package app

import "strings"

type (
	// StepGone takes the run to a step and pauses it there: on, or back by the same way.
	StepGone struct{ To uint64 }
	// Wandered takes the run some steps on, or back where By is negative, and pauses it there.
	Wandered struct{ By int }
	// EndGone takes the run to the horizon.
	EndGone struct{}
	// SlowToggled changes between slow motion and the speed before it.
	SlowToggled struct{}
)

func (StepGone) msg()    {}
func (Wandered) msg()    {}
func (EndGone) msg()     {}
func (SlowToggled) msg() {}

// wentHeard takes what is done with the place in time, and reports whether this was of that kind.
func (m Model) wentHeard(msg Msg) (Model, []Effect, bool) {
	var effects []Effect
	switch msg := msg.(type) {
	case StepGone:
		m, effects = m.sent(msg.To)
	case Wandered:
		m, effects = m.sent(uint64(max(0, int64(m.bound())+int64(msg.By))))
	case EndGone:
		m, effects = m.sent(uint64(m.Spec.Steps))
	case RewindToggled:
		m, effects = m.rewindToggled()
	case TourWanted:
		m, effects = m.toured(msg.Steps)
	case UntilWanted:
		m, effects = m.waitsUntil(msg.Until)
	case UntilUnread:
		m.Notice = strings.ToUpper(msg.Reason[:1]) + msg.Reason[1:] + "."
		effects = []Effect{Announce{m.Notice}}
	case SlowToggled:
		to := SlowMotion
		if m.Speed == SlowMotion {
			to = m.fast
		} else {
			m.fast = m.Speed
		}
		m, effects = m.sped(to)
	default:
		return m, nil, false
	}
	return m, effects, true
}

// bound is the step at which the run will wait.
func (m Model) bound() uint64 {
	switch {
	case m.jump.on:
		return m.jump.target()
	case m.Toward > 0:
		return m.Toward
	}
	return m.Step()
}

// sent goes to a step by hand, in place of whatever the run was doing.
func (m Model) sent(to uint64) (Model, []Effect) {
	m.rewind, m.until, m.tour = rewind{}, Until{}, tour{}
	return m.gone(to)
}

// gone goes to a step and waits there: where the run has been, by the worker's record of it, and otherwise on by training from the furthest step.
func (m Model) gone(to uint64) (Model, []Effect) {
	last := max(m.Record.Last, m.Step())
	switch {
	case !m.Ready || m.Lost || to == m.bound() && !m.Playing:
		return m, nil
	case to <= last:
		return m.jumped(to)
	case m.Step() < last:
		m, effects := m.jumped(last)
		m.jump.then, m.jump.more = to, true
		return m, effects
	}
	return m.trainedTo(to)
}
