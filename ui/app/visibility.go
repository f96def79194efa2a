package app

import (
	"ganvas/core/form"
	"ganvas/core/picture"
	"ganvas/core/wire"
)

// What an embedded page is told beside the rest: whether it can be seen, and what the page around it wants.
type (
	// VisibilityChanged says whether the reader can see the page. A page that is never told so counts as seen. Out of sight nothing
	// trains and no Snapshot is asked for, but Playing stays what it was.
	VisibilityChanged struct{ Seen bool }
	// PlayWanted starts or pauses training, whatever it did before.
	PlayWanted struct{ On bool }
	// StepsWanted trains N steps of both players, and pauses.
	StepsWanted struct{ N uint64 }
	// SpecWanted opens a run of another Spec, as canonical text.
	SpecWanted struct{ Query string }
	// LayersWanted shows these layers and no others.
	LayersWanted struct{ Layers picture.Layers }
)

func (VisibilityChanged) msg() {}
func (PlayWanted) msg()        {}
func (StepsWanted) msg()       {}
func (SpecWanted) msg()        {}
func (LayersWanted) msg()      {}

// embedded takes what an embedded page is told, and reports whether this was of that kind.
func (m Model) embedded(msg Msg) (Model, []Effect, bool) {
	var effects []Effect
	switch msg := msg.(type) {
	case VisibilityChanged:
		m, effects = m.visibilityChanged(msg.Seen)
	case PlayWanted:
		if m.Playing != msg.On {
			m, effects = m.played(msg.On)
		}
	case StepsWanted:
		m, effects = m.trainedTo(max(m.Toward, m.Step()) + msg.N)
	case SpecWanted:
		if spec, err := form.Parse(msg.Query); err == nil {
			m.Spec, m.Preset, m.Drafts = spec, presetOf(spec), nil
			m, effects = m.open("")
		}
	case LayersWanted:
		m.Layers = msg.Layers
		m, effects = m.pulled([]Effect{m.setURL()})
	default:
		return m, nil, false
	}
	return m, effects, true
}

// runs reports whether the worker is to train without end: wanted, seen, and neither on the way to a step nor before the picture of one has come.
func (m Model) runs() bool {
	return m.Playing && !m.Unseen && !m.Asking && m.Toward == 0 && m.awaited.key == ""
}

// visibilityChanged lets the run rest while nobody sees it.
func (m Model) visibilityChanged(seen bool) (Model, []Effect) {
	if m.Unseen == !seen {
		return m, nil
	}
	m.Unseen, m.Rate = !seen, Rate{}
	if !m.Ready || m.Lost {
		return m, nil
	}
	if m.Unseen {
		return m, []Effect{pauseCommand()}
	}
	if m.runs() {
		return m.pulled([]Effect{m.playCommand()})
	}
	next := m.towards()
	return m.pulled(next)
}

// strideTo is how many steps of the way to a step are asked for at once: so many are still trained when the page goes out of sight.
const strideTo = 1000

// towards asks for the next stretch of the way to a step, where the last one is done.
func (m *Model) towards() []Effect {
	at := m.runStep()
	if m.Toward <= at || m.Unseen || m.Asking || m.asked > at {
		return nil
	}
	n := min(m.Toward-at, strideTo)
	m.asked = at + n
	return []Effect{stepCommand(n, "both")}
}

// trainedTo pauses and goes to a step.
func (m Model) trainedTo(step uint64) (Model, []Effect) {
	if !m.Ready || m.Fault != "" {
		return m, nil
	}
	var effects []Effect
	if m.Playing {
		effects = append(effects, pauseCommand())
	}
	m = m.idle()
	m.Playing, m.Asking, m.Notice, m.Rate, m.Toward = false, false, "", Rate{}, step
	effects = append(effects, m.towards()...)
	return m.pulled(effects)
}

// arrived goes on after a Snapshot of a run that is on the way to a step: another stretch, or what was wanted there.
func (m Model) arrived(s *wire.Snapshot) (Model, []Effect) {
	if m.Toward == 0 {
		return m, nil
	}
	if s.Step < m.Toward {
		effects := m.towards()
		return m, effects
	}
	to := m.Toward
	m.Toward, m.asked = 0, 0
	switch {
	case m.runs():
		return m, []Effect{m.playCommand()}
	case s.Step > to: // when it was sent on, the run was further than the page had heard
		return m.jumped(to)
	}
	return m, nil
}

// Replayable reports whether the link and the step bring this run back, bit for bit: the data are not the reader's own, or the link has them.
func (m Model) Replayable() bool { return m.replays() && (m.CSV == nil || m.Travels()) }

// replays is Replayable of a reader who has the points too.
func (m Model) replays() bool {
	return m.Ready && !m.Lost && !m.untold && m.Fault == "" && m.Toward == 0 && len(m.Drafts) == 0 && m.Snapshot != nil && !m.opening
}
