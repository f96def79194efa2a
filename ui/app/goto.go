package app

import "ganvas/core/wire"

type (
	// StepGone takes the run to a step and pauses it there: on, or back by the same run from step 0.
	StepGone struct{ To uint32 }
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
		at := int64(max(m.Toward, m.Step())) + int64(msg.By)
		m, effects = m.gone(uint32(max(0, at)))
	case EndGone:
		m, effects = m.gone(uint32(m.Spec.Steps))
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

// gone goes to a step and waits there. The same Spec has the same steps, so that the way back begins at step 0; where a knob was turned on the
// way, that would be another run.
func (m Model) gone(to uint32) (Model, []Effect) {
	switch {
	case !m.Ready || m.Lost || to == m.Step() && m.Toward == 0:
		return m, nil
	case to > m.Step():
		return m.trainedTo(to)
	case m.Turned:
		m.Notice = "Earlier steps cannot be shown again here, because a setting was changed on the way. Reset begins at step 0 with the settings as they are now."
		return m, []Effect{Announce{m.Notice}}
	}
	m = m.fresh()
	m.Playing, m.Notice, m.Toward, m.before = false, "", to, m.pull.underWay
	return m.pulled([]Effect{Send{Command: wire.NewCommand("reset")}, pauseCommand()})
}
