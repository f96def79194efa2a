package app

import (
	"ganvas/core/probe"
	"ganvas/core/stepping"
	"ganvas/core/wire"
)

// Stepping is the step-through: the next step, one phase at a time. What it shows is computed only while it is on.
type Stepping struct {
	On     bool
	Phase  int  // of Stepping's phases
	Pair   int  // the pair of samples that is followed
	Slowly bool // phases follow one another by themselves

	back  Larger // the larger picture from before
	waits bool   // a step is under way, at whose end
	to    uint64 // the run is at this step, and
	then  int    // the step-through at this phase; -1 is the last
}

type (
	// SteppingToggled opens the step-through, and pauses; or closes it.
	SteppingToggled struct{}
	// PhaseTurned goes some phases on or back: beyond the last the run does the step, before the first it goes a step back.
	PhaseTurned struct{ By int }
	// PhaseChosen goes to a phase.
	PhaseChosen struct{ At int }
	// PairTurned follows another pair of samples, PairChosen a certain one.
	PairTurned struct{ By int }
	PairChosen struct{ At int }
	// SteppingSlowly lets phases follow one another by themselves, or stops that.
	SteppingSlowly struct{}
)

func (SteppingToggled) msg() {}
func (PhaseTurned) msg()     {}
func (PhaseChosen) msg()     {}
func (PairTurned) msg()      {}
func (PairChosen) msg()      {}
func (SteppingSlowly) msg()  {}

// NextStep is the next step as the last Snapshot has it, and whether it does.
func (m Model) NextStep() (stepping.Step, bool) {
	a := m.Snapshot.Array(probe.Stepping)
	if a.Name == "" {
		return stepping.Step{}, false
	}
	s, err := stepping.Decode(a.Floats)
	return s, err == nil && len(s.Phases()) > 0
}

// steppedThrough takes what is done with the step-through, and reports whether this was of that kind.
func (m Model) steppedThrough(msg Msg) (Model, []Effect, bool) {
	var effects []Effect
	switch msg := msg.(type) {
	case SteppingToggled:
		m, effects = m.steppingToggled()
	case PhaseTurned:
		m, effects = m.phaseTurned(msg.By)
	case PhaseChosen:
		m.Stepping.Slowly = false
		m, effects = m.phaseTurned(msg.At - m.Stepping.Phase)
	case PairTurned:
		m.Stepping.Pair = m.pair(m.Stepping.Pair + msg.By)
	case PairChosen:
		m.Stepping.Pair = m.pair(msg.At)
	case SteppingSlowly:
		m.Stepping.Slowly = m.Stepping.On && !m.Stepping.Slowly
	default:
		return m, nil, false
	}
	return m, effects, true
}

func (m Model) steppingToggled() (Model, []Effect) {
	if m.Stepping.On {
		m.Larger = m.Stepping.back
		m.Stepping = Stepping{Pair: m.Stepping.Pair}
		return m.pulled(nil)
	}
	if m.Spec.Rival != nil || m.Lost {
		return m, nil
	}
	var effects []Effect
	if m.Playing || m.Rewinding() {
		m, effects = m.played(false)
	}
	m.Sheet, m.Asking = NoSheet, false
	m.Stepping = Stepping{On: true, Pair: m.Stepping.Pair, back: m.Larger}
	m, more := m.larger(TheMachine)
	return m, append(effects, more...)
}

// pair is the number of a pair that there is: they go round.
func (m Model) pair(i int) int {
	s, ok := m.NextStep()
	if !ok {
		return max(i, 0)
	}
	rows := s.Moves[0].Rows()
	return ((i % rows) + rows) % rows
}

// phaseTurned goes some phases on. A step that is under way is waited for.
func (m Model) phaseTurned(by int) (Model, []Effect) {
	s, ok := m.NextStep()
	if !m.Stepping.On || !ok || m.Stepping.waits {
		return m, nil
	}
	last := len(s.Phases()) - 1
	switch at := m.Stepping.Phase + by; {
	case at > last && m.Fault == "" && m.Ready:
		m.Stepping.waits, m.Stepping.to, m.Stepping.then = true, m.Step()+1, 0
		return m.stepped("both")
	case at < 0 && m.Step() > 0:
		m.Stepping.waits, m.Stepping.to, m.Stepping.then = true, m.Step()-1, -1
		return m.sent(m.Step() - 1)
	default:
		m.Stepping.Phase = min(max(at, 0), last)
		return m, nil
	}
}

// steppedOn keeps the step-through at a phase that there is after a Snapshot.
func (m Model) steppedOn(s *wire.Snapshot) Model {
	step, ok := m.NextStep()
	if !m.Stepping.On || !ok {
		m.Stepping.waits = m.Stepping.waits && s.Fault == ""
		return m
	}
	last := len(step.Phases()) - 1
	if m.Stepping.waits && (s.Step == m.Stepping.to || s.Fault != "") {
		if m.Stepping.waits = false; s.Fault == "" {
			m.Stepping.Phase = m.Stepping.then
			if m.Stepping.then < 0 {
				m.Stepping.Phase = last
			}
		}
	}
	m.Stepping.Phase = min(m.Stepping.Phase, last)
	m.Stepping.Pair = m.pair(m.Stepping.Pair)
	return m
}
