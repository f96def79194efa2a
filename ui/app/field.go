package app

import (
	"errors"
	"ganvas/core/form"
	"maps"
	"strconv"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/query"
	"ganvas/core/wire"
)

// changed puts text into a field. Text that is not good becomes a Draft and nothing else happens; a live knob is turned in the run;
// anything else opens a new run.
func (m Model) changed(key, text string) (Model, []Effect) {
	f := form.FieldOf(m.Spec, key)
	if f == nil {
		return m, nil
	}
	next, err := m.with(query.Format(query.Pair{Key: key, Value: text}))
	if err != nil {
		return m.withDraft(key, Draft{text, m.explain(key, err)}), nil
	}
	m = m.withoutDraft(key)
	if f.Get(&m.Spec) == f.Get(&next) {
		return m, nil
	}
	left := m
	m.Spec = next
	if key == form.Key {
		return left.departed(m.open("A new run: " + familyLabel(next) + "."))
	}
	if key == "data" {
		return left.departed(m.open(""))
	}
	if !f.Live {
		return m.open("")
	}
	return m.turn(f)
}

// explain is what is wrong with the field key, for people who see its label beside it.
func (m Model) explain(key string, err error) string {
	var e *experiment.FieldError
	if !errors.As(err, &e) {
		return err.Error()
	}
	if other := m.Spec.Find(e.Field); other != nil && e.Field != key {
		return "With this, " + other.Label + " would have to be " + e.Allowed + "."
	}
	if f := m.Spec.Find(key); f != nil && f.Kind == experiment.List && strings.HasPrefix(e.Allowed, f.Allowed()) {
		return "Give each layer from 1 to " + strconv.Itoa(experiment.MaxWidth) + " neurons or channels, and at most " + strconv.Itoa(experiment.MaxLayers) + " layers."
	}
	return "Give " + e.Allowed + "."
}

// Refuses is why a field cannot take a value beside what the others have, or empty where it can, or has it.
func (m Model) Refuses(f *experiment.Field, text string) string {
	next := m.Next()
	if f.Key == "data" || f.Key == form.Key || f.Get(&next) == text { // other data bring their settings along
		return ""
	}
	if _, err := next.With(query.Format(query.Pair{Key: f.Key, Value: text})); err != nil {
		return m.explain(f.Key, err)
	}
	return ""
}

// usual is what is said where all settings go back to the Base.
func (m Model) usual() string {
	if _, ok := form.FindPreset(m.Preset); ok {
		return "Every setting is as the preset has it."
	}
	return "Every setting is as usual for these data."
}

// turn sends live knobs' values to the run.
func (m Model) turn(knobs ...*experiment.Field) (Model, []Effect) {
	m.Turned, m.untold = true, m.Ready
	if !m.Ready {
		return m, []Effect{m.setURL()}
	}
	var pairs []query.Pair
	for _, f := range knobs {
		pairs = append(pairs, query.Pair{Key: f.Key, Value: f.Get(&m.Spec)})
	}
	return m.set(pairs...)
}

// weighed sets a weight by hand in the run, where its value is one.
func (m Model) weighed(p query.Pair) (Model, []Effect) {
	if _, err := experiment.WeightValue(p); err != nil || !m.Ready {
		return m, nil
	}
	m.Turned, m.untold = true, true
	return m.set(p)
}

func (m Model) set(pairs ...query.Pair) (Model, []Effect) {
	return m.pulled([]Effect{Send{Command: wire.NewCommand("set", pairs...)}, m.setURL()})
}

func (m Model) withDraft(key string, d Draft) Model {
	drafts := maps.Clone(m.Drafts)
	if drafts == nil {
		drafts = map[string]Draft{}
	}
	drafts[key] = d
	m.Drafts = drafts
	return m
}

func (m Model) withoutDraft(key string) Model {
	if _, ok := m.Drafts[key]; !ok {
		return m
	}
	drafts := maps.Clone(m.Drafts)
	delete(drafts, key)
	m.Drafts = drafts
	return m
}

// familyLabel is how people call the family of a Spec.
func familyLabel(s experiment.Spec) string { return valueOf(&form.Field, form.Field.Get(&s)) }
