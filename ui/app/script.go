package app

import (
	"ganvas/core/experiment"
	"ganvas/core/form"
	"ganvas/core/script"
	"ganvas/core/wire"
)

// retold takes what the worker says of the run's way, and reports whether the address is another now: the Spec becomes what it is at the
// Snapshot's step, and turns that the reader has made, by hand or by going back, join the link.
func (m Model) retold(s *wire.Snapshot) (Model, bool) {
	if s.Script == m.way && !m.untold || len(m.Drafts) > 0 {
		return m, false
	}
	way, err := script.Parse(s.Script)
	if err != nil {
		return m, false
	}
	base, err := form.Parse(way.Spec)
	if err != nil || base.Data != m.base.Data || base.Family() != m.base.Family() {
		return m, false
	}
	was, turns := m.base, m.turns
	m.way, m.untold = s.Script, false
	m.base, m.Spec = base, after(base, way)
	if m.Turned {
		m.turns = way.Text()
	}
	return m, m.base != was || m.turns != turns
}

// after is a Spec after a script's turns.
func after(s experiment.Spec, way script.Script) experiment.Spec {
	for _, t := range way.Turns {
		for _, k := range t.Knobs {
			if f := s.Find(k.Key); f != nil {
				_ = f.Set(&s, k.Value)
			}
		}
	}
	return s
}

// Way is what determines the run: the Spec that it began with, and its turns as a link has them.
func (m Model) Way() (base experiment.Spec, turns string) { return m.base, m.turns }
