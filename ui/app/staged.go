package app

import (
	"ganvas/core/form"
	"maps"

	"ganvas/core/experiment"
	"ganvas/core/query"
)

type (
	// FieldStaged says that the control of the field Key now holds Text. A live knob is turned in the run; what starts it anew waits until it is asked for.
	FieldStaged struct{ Key, Text string }
	// StagedApplied starts the run anew with what waits; StagedDropped forgets it.
	StagedApplied struct{}
	StagedDropped struct{}
)

func (FieldStaged) msg()   {}
func (StagedApplied) msg() {}
func (StagedDropped) msg() {}

// stagedHeard takes what is done with settings that wait, and reports whether this was of that kind.
func (m Model) stagedHeard(msg Msg) (Model, []Effect, bool) {
	var effects []Effect
	switch msg := msg.(type) {
	case FieldStaged:
		next, then := m.stage(msg.Key, msg.Text)
		m, effects = m.touched(msg.Key, next, then)
	case Undone:
		m, effects = m.undone()
	case StagedApplied:
		m, effects = m.apply()
	case StagedDropped:
		m.Staged, m.Drafts = nil, nil
	default:
		return m, nil, false
	}
	return m, effects, true
}

// stage lets a field's text wait, unless a run can take it as it goes. Text that is not good becomes a Draft.
func (m Model) stage(key, text string) (Model, []Effect) {
	f := form.FieldOf(m.Spec, key)
	if f == nil {
		return m, nil
	}
	if f.Live || f.Key == form.Key {
		return m.changed(key, text)
	}
	staged := maps.Clone(m.Staged)
	if staged == nil {
		staged = map[string]string{}
	}
	staged[key] = text
	next, err := m.with(m.stagedText(staged))
	if err != nil {
		return m.withDraft(key, Draft{text, m.explain(key, err)}), nil
	}
	if f.Get(&next) == f.Get(&m.Spec) {
		delete(staged, key)
	}
	m.Staged = staged
	return m.withoutDraft(key), []Effect{Announce{m.stagedNews()}}
}

// stagedText is what waits as the text of a Spec, in the order of the fields.
func (m Model) stagedText(staged map[string]string) string {
	var pairs []query.Pair
	for _, f := range m.Spec.Fields() {
		if text, ok := staged[f.Key]; ok {
			pairs = append(pairs, query.Pair{Key: f.Key, Value: text})
		}
	}
	return query.Format(pairs...)
}

// stagedNews says what Restart would do.
func (m Model) stagedNews() string {
	if len(m.Staged) == 0 {
		return "Nothing waits for a restart."
	}
	return "This waits for a restart."
}

// Next is the Spec that Restart would run: the present one, with what waits on top. Where they do not fit it is the present one.
func (m Model) Next() experiment.Spec {
	if len(m.Staged) == 0 {
		return m.Spec
	}
	next, err := m.with(m.stagedText(m.Staged))
	if err != nil {
		return m.Spec
	}
	return next
}

// apply starts the run anew with what waits. Other data are another place.
func (m Model) apply() (Model, []Effect) {
	if len(m.Staged) == 0 {
		return m, nil
	}
	next, err := m.with(m.stagedText(m.Staged))
	if err != nil {
		m.Staged = nil
		return m.refused(err.Error())
	}
	left := m
	m.Spec, m.Drafts = next, nil
	if left.Spec.Data != next.Data {
		return left.departed(m.open(""))
	}
	return m.open("")
}

// Waiting are the changes that wait for a restart, in the words of the controls.
func (m Model) Waiting() []Change {
	var all []Change
	fields := m.Spec.Fields()
	for i := range fields {
		f := &fields[i]
		if text, ok := m.Staged[f.Key]; ok {
			all = append(all, Change{labelOf(fields, f), valueOf(f, text)})
		}
	}
	return all
}

// Base is what the settings are compared with: the named experiment that was opened last, else what the data are usually learnt with.
func (m Model) Base() experiment.Spec {
	if p, ok := form.FindPreset(m.Preset); ok {
		if s, err := form.Parse(p.Query); err == nil && s.Family() == m.Spec.Family() {
			return s
		}
	}
	next := m.Next()
	return m.usualOf(next)
}

// Changed are the fields that differ from the Base, or will when what waits is applied.
func (m Model) Changed() []*experiment.Field {
	base, next := m.Base(), m.Next()
	var all []*experiment.Field
	fields := next.Fields()
	for i := range fields {
		if f := &fields[i]; f.Get(&base) != f.Get(&next) {
			all = append(all, f)
		}
	}
	return all
}
