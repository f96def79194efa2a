package embed

import (
	"math"
	"strings"

	"ganvas/core/address"
	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/app"
)

// Event is what a lab tells the page around it: an object of text, numbers, booleans, and lists and objects of these.
type Event map[string]any

// EventTypes are what a lab tells.
var EventTypes = []struct{ Type, Fields, Doc string }{
	{"ganvas:born", "", "The lab's page is there, and waits to be seen. After a rest it is told again."},
	{"ganvas:ready", "as ganvas:state", "The lab shows its experiment and hears commands. After a rest it is told again."},
	{"ganvas:step", "step, lossD, lossG", "Training has gone on. At most four times a second, the last for certain."},
	{"ganvas:measure", "step, measures: [{key, value, floor}]", "New measures of sample quality; floor is what a perfect generator would score. At most once a second."},
	{"ganvas:state", "step, playing, seen, spec, speed, layers, theme, page, fault", "Something else has changed: the settings, playing, being seen; or the answer to ganvas:ask. At most ten times a second."},
	{"ganvas:goal", "goal, step, page, statement", "What the address asks for holds for the first time in this run. statement is what xAPI says of it, without an actor; its object's id is the part behind the page's address."},
	{"ganvas:done", "to", "The command with this id was taken. Only for commands that have an id."},
	{"ganvas:error", "text, field, value, allowed, of, to", "What is wrong: with the address, with a message of type of (and id to), or with training (then with text alone)."},
	{"ganvas:size", "height", "How many CSS pixels the lab is high, where its address says height=auto."},
	{"ganvas:file", "name, bytes", "The reader saves a file, which a sandbox forbids: the element does it. Only in an element."},
	{"ganvas:page", "query", "The reader wants the whole page, with this behind its address: the element opens it. Only in an element."},
	{"ganvas:key", "key, code", "A key that the lab does not use, such as PageDown of a clicker: the element presses it in its page. Only in an element."},
	{"ganvas:rest", "step", "The lab gives its memory back. What is said to it is lost until the next ganvas:ready."},
}

// shown is the most of a stranger's text that is said back to it.
const shown = 200

func cut(s string) string {
	if len(s) <= shown {
		return s
	}
	return strings.ToValidUTF8(s[:shown], "") + "…"
}

// Problem is the event that says what is wrong with a field of a message of this type.
func Problem(wrong *experiment.FieldError, of string) Event {
	return Event{"type": "ganvas:error", "version": Version, "text": wrong.Error(), "field": cut(wrong.Field), "value": cut(wrong.Value), "allowed": wrong.Allowed, "of": cut(of)}
}

// Noted is the event that says what of a lab's address was not taken as it stands.
func Noted(n address.Note) Event {
	return Event{"type": "ganvas:error", "version": Version, "text": n.Text, "field": cut(n.Field), "value": cut(n.Value), "allowed": n.Allowed}
}

// State is all of a lab's state that is not numbers of its run.
func State(o *Options, m app.Model) Event {
	return Event{
		"type": "ganvas:state", "version": Version,
		"step": int(m.Step()), "playing": m.Playing, "seen": !m.Unseen, "spec": m.Spec.String(), "speed": speeds()[m.Speed],
		"layers": orElse(m.Layers.String(), none), "theme": orElse(string(m.Theme), "auto"), "page": "?" + m.Address(), "fault": m.Fault,
		"panels": strings.Join(o.Panels, ","), "lang": o.Lang,
	}
}

// steps is where a run is.
func steps(m app.Model) Event {
	e := Event{"type": "ganvas:step", "version": Version, "step": int(m.Step())}
	if m.Snapshot != nil {
		put(e, "lossD", last(m.Snapshot.Trace.Column(probe.LossD)))
		put(e, "lossG", last(m.Snapshot.Trace.Column(probe.LossG)))
	}
	return e
}

func last(column []float32) float64 {
	if len(column) == 0 {
		return math.NaN()
	}
	return float64(column[len(column)-1])
}

// put puts a number into an event, where it is one.
func put(e map[string]any, key string, v float64) {
	if !math.IsNaN(v) && !math.IsInf(v, 0) {
		e[key] = v
	}
}

// quality is the measures of a snapshot.
func quality(s *wire.Snapshot) Event {
	var all []any
	step := uint64(0)
	for _, x := range s.Measures {
		one := map[string]any{"key": x.Key}
		put(one, "value", x.Value)
		put(one, "floor", x.Floor)
		if x.High > x.Low {
			put(one, "floorLow", x.Low)
			put(one, "floorHigh", x.High)
		}
		all = append(all, one)
		step = max(step, x.Step)
	}
	return Event{"type": "ganvas:measure", "version": Version, "step": int(step), "measures": all}
}
