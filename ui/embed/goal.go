package embed

import (
	"slices"

	"ganvas/core/lesson"
	"ganvas/ui/app"
	"ganvas/ui/control"
)

func setGoal(o *Options, s string) bool {
	if o.Goal = s; s == "" {
		return true
	}
	g, err := lesson.ParseGoal(s, told)
	o.Goal = g.String()
	return err == nil
}

// told reports whether a lab knows a number whatever it shows.
func told(name string) bool {
	quick := slices.ContainsFunc(control.Measures, func(m control.Measure) bool { return m.Key == name && !m.Slow })
	return quick || lesson.IsQuantity(name) && name != "gradient" // for which it would have to show arrows
}

// goal tells once, in each run, that what the address asks for has been reached.
func (t *Notifier) goal(o *Options, m app.Model, events []Event) []Event {
	if m.Step() < t.reached {
		t.reached = 0 // another run, or back before it
	}
	if o.Goal == "" || t.reached > 0 || m.Step() == 0 {
		return events
	}
	g, err := lesson.ParseGoal(o.Goal, nil)
	if err != nil || !g.Holds(lesson.Reading(m.Snapshot)) {
		return events
	}
	t.reached = m.Step()
	page := "?" + m.Address()
	return append(events, Event{
		"type": "ganvas:goal", "version": Version, "goal": o.Goal, "step": int(m.Step()), "page": page,
		"statement": map[string]any{
			"verb":   map[string]any{"id": "http://adlnet.gov/expapi/verbs/completed", "display": map[string]any{"en": "completed"}},
			"object": map[string]any{"id": page, "definition": map[string]any{"name": map[string]any{"en": o.Goal}}},
			"result": map[string]any{"completion": true, "success": true},
		},
	})
}
