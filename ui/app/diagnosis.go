package app

import (
	"ganvas/core/diagnosis"
	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
)

type (
	// TryWanted sets what would mend what is wrong: in the run where all of it is live, else from step 0.
	TryWanted struct{}
	// TryUndone goes back to the settings before that, TryKept stays.
	TryUndone struct{}
	TryKept   struct{}
)

func (TryWanted) msg() {}
func (TryUndone) msg() {}
func (TryKept) msg()   {}

// illness is what is wrong with the run, as far as the page says it.
type illness struct {
	shown   diagnosis.Finding // without a key where nothing is wrong
	suspect string            // what was wrong at the last measurement
	tried   string            // what has been tried, or empty
	before  experiment.Spec   // that
}

// Finding is what is wrong with the run, and whether anything is.
func (m Model) Finding() (diagnosis.Finding, bool) { return m.ill.shown, m.ill.shown.Key != "" }

// Tried is the title of what has been tried to mend, or empty.
func (m Model) Tried() string { return m.ill.tried }

// diagnosed looks at a Snapshot whose measures are fresh. While the run trains, only what is wrong twice in a row is said.
func (m Model) diagnosed(s *wire.Snapshot) Model {
	if len(s.Measures) == 0 || s.Measures[0].Step != s.Step {
		return m
	}
	f, ok := diagnosis.Finding{}, m.Spec.Rival == nil // its rules are of two players
	if ok {
		f, ok = diagnosis.Of(m.look(s))
	}
	if !ok {
		f = diagnosis.Finding{}
	}
	if f.Key == m.ill.suspect || !m.Playing {
		m.ill.shown = f
	}
	m.ill.suspect = f.Key
	return m
}

// look is what diagnosis needs to know of a Snapshot.
func (m Model) look(s *wire.Snapshot) diagnosis.Look {
	l := diagnosis.Look{Spec: m.Spec, Trace: s.Trace, Measures: s.Measures, Step: s.Step, Points: m.Spec.Rows}
	if m.Spec.Data == experiment.OwnData {
		l.Points = s.Array(probe.Real).Dim(0)
	}
	for _, k := range m.Record.Marks {
		if k.Step < s.Step && k.Modes > l.Most {
			l.Most, l.MostAt = k.Modes, k.Step
		}
	}
	return l
}

// tryHeard takes what is done about what is wrong, and reports whether this was of that kind.
func (m Model) tryHeard(msg Msg) (Model, []Effect, bool) {
	var effects []Effect
	switch msg.(type) {
	case TryWanted:
		m, effects = m.try()
	case TryUndone:
		if was := m.ill; was.tried != "" {
			m.ill = illness{}
			m, effects = m.reset(was.before, "Undone: "+was.tried+".")
		}
	case TryKept:
		m.ill.tried = ""
	default:
		return m, nil, false
	}
	return m, effects, true
}

func (m Model) try() (Model, []Effect) {
	f, ok := m.Finding()
	if !ok || f.Try == "" {
		return m, nil
	}
	next, err := m.Spec.With(f.Try)
	if err != nil {
		return m.refused(err.Error())
	}
	was := m
	tried := TryText(f)
	m, effects := m.reset(next, "Trying: "+tried+".")
	m.ill = illness{tried: tried, before: was.Spec}
	return was.touched("", m, effects)
}

// reset goes over to other settings: as the run goes where it can take them, else from step 0.
func (m Model) reset(next experiment.Spec, say string) (Model, []Effect) {
	var knobs []*experiment.Field
	live := true
	fields := m.Spec.Fields()
	for i := range fields {
		if f := &fields[i]; f.Get(&m.Spec) != f.Get(&next) {
			knobs, live = append(knobs, f), live && f.Live
		}
	}
	m.Spec, m.Drafts = next, nil
	if !live {
		return m.open(say)
	}
	m, effects := m.turn(knobs...)
	m.Notice = say
	return m, append(effects, Announce{say})
}

// TryText is what a finding would try, in the words of the controls.
func TryText(f diagnosis.Finding) string {
	text := ""
	for _, c := range (Exhibit{Preset: experiment.Preset{Cure: f.Try}}).Changes() {
		if text != "" {
			text += ", "
		}
		text += c.Label + " " + c.Value
	}
	return text
}

// TryLive reports whether a run can take what would be tried as it goes.
func TryLive(f diagnosis.Finding) bool {
	_, live := liveFields(f.Try)
	return live
}
