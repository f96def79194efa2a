package app

import (
	"strconv"

	"ganvas/core/query"
	"ganvas/core/wire"
)

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
		m, effects = m.gone(msg.To)
	case Wandered:
		at := m.Step()
		if m.Toward > 0 {
			at = m.Toward
		}
		m, effects = m.gone(uint64(max(0, int64(at)+int64(msg.By))))
	case EndGone:
		m, effects = m.gone(uint64(m.Spec.Steps))
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

// gone goes to a step and waits there: on by training, back by the worker, which does again what was done on the way.
func (m Model) gone(to uint64) (Model, []Effect) {
	switch {
	case !m.Ready || m.Lost || to == m.Step() && m.Toward == 0:
		return m, nil
	case to > m.Step():
		return m.trainedTo(to)
	}
	var effects []Effect
	if m.Playing {
		effects = append(effects, pauseCommand())
	}
	m.Playing, m.Notice, m.Rate, m.Toward, m.asked = false, "", Rate{}, to, 0
	m.before = m.pull.underWay
	at := query.Pair{Key: "step", Value: strconv.FormatUint(to, 10)}
	return m.pulled(append(effects, Send{Command: wire.NewCommand("at", at)}))
}
