package app

import (
	"slices"

	"ganvas/core/experiment"
)

// Undone takes back the last change of a setting. What starts the run anew waits for that, as any such change does.
type Undone struct{}

func (Undone) msg() {}

// touch is a change of settings that can be taken back.
type touch struct {
	key    string          // of the field, or empty where it was several
	before experiment.Spec // what waited to run, and what ran otherwise
}

// mostTouches is how many changes can be taken back.
const mostTouches = 100

// touching remembers the settings before a change of a field. A hand that goes on with one field is taken back as a whole.
func (m Model) touching(key string) Model {
	n := len(m.touches)
	if n > 0 && key != "" && m.touches[n-1].key == key {
		return m
	}
	m.touches = append(slices.Clone(m.touches[max(0, n+1-mostTouches):]), touch{key, m.Next()})
	return m
}

// touched is a model after a change of a field, which is only remembered if it has changed something.
func (m Model) touched(key string, next Model, effects []Effect) (Model, []Effect) {
	if next.Next() != m.Next() {
		next.touches = m.touching(key).touches
	}
	return next, effects
}

// undone takes the last change back.
func (m Model) undone() (Model, []Effect) {
	n := len(m.touches)
	if n == 0 {
		return m, []Effect{Announce{"There is nothing to undo."}}
	}
	before := m.touches[n-1].before
	m.touches = slices.Clone(m.touches[:n-1])
	said := "Undone."
	var effects []Effect
	if before.Family() != m.Next().Family() {
		m.Spec, m.Drafts = before, nil
		return m.open("Undone: the model is " + familyLabel(before) + " again.")
	}
	fields := before.Fields()
	for i := range fields {
		f := &fields[i]
		next := m.Next()
		if f.Get(&next) == f.Get(&before) {
			continue
		}
		said = "Undone: " + labelOf(fields, f) + " " + valueOf(f, f.Get(&before)) + "."
		var more []Effect
		m, more = m.stage(f.Key, f.Get(&before))
		effects = append(effects, more...)
	}
	return m, append(effects, Announce{said})
}
