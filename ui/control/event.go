package control

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/form"
	"ganvas/core/script"
	"ganvas/ui/app"
)

// Event is something that has happened to a run at a step.
type Event struct {
	Step   uint64
	Text   string // a few words: "D’s learning rate 0.02", "8 modes"
	Doc    string // all of it
	Weight int    // what matters more stands in front of what matters less: a fault, a turn, a loss, a find
}

// Events are what has happened to a run, in the order of the steps.
func Events(r app.Record) []Event {
	var all []Event
	for _, t := range r.Turns() {
		all = append(all, turnEvent(t))
	}
	before := 0
	for _, m := range r.Marks {
		switch {
		case m.Fault != "":
			all = append(all, Event{m.Step, "stopped", m.Fault, 3})
			continue
		case m.Modes > before:
			all = append(all, Event{m.Step, modesText(m.Modes), "The samples cover " + modesText(m.Modes) + ".", 0})
		case m.Modes < before:
			lost := modesText(before - m.Modes)
			all = append(all, Event{m.Step, lost + " lost", "The samples cover " + modesText(m.Modes) + ": " + lost + " lost.", 1})
		}
		before = m.Modes
	}
	slices.SortStableFunc(all, func(a, b Event) int { return cmp.Compare(a.Step, b.Step) })
	return all
}

func modesText(n int) string {
	if n == 1 {
		return "1 mode"
	}
	return strconv.Itoa(n) + " modes"
}

// turnEvent says what was turned.
func turnEvent(t script.Turn) Event {
	if t.Stretch() {
		text := strings.ToUpper(t.Who) + " alone, " + strconv.FormatUint(t.N, 10) + " steps"
		if t.N == 1 {
			text = strings.TrimSuffix(text, "s")
		}
		return Event{t.Step, text, text + ".", 2}
	}
	var words []string
	for _, k := range t.Knobs {
		words = append(words, knobText(k.Key, k.Value))
	}
	e := Event{t.Step, words[0], strings.Join(words, ", ") + ".", 2}
	if n := len(words) - 1; n > 0 {
		e.Text += " +" + strconv.Itoa(n)
	}
	return e
}

// knobText is a setting and its value within a sentence: "D’s learning rate 0.02".
func knobText(key, value string) string {
	if w, ok := experiment.ParseWeight(key); ok {
		return weightText(w) + " " + value
	}
	f := form.Any(key)
	if f == nil {
		return key + " " + value
	}
	c := Of(f)
	label := c.Label
	if who := c.Player(); who != "" {
		label = who + "’s " + inSentence(label)
	}
	return label + " " + c.OptionLabel(value)
}

// weightText is a weight within a sentence: "G’s weight 2→5 of layer 1".
func weightText(w experiment.Weight) string {
	what := "bias of unit " + strconv.Itoa(w.To) + ", layer "
	if w.From > 0 {
		what = "weight " + strconv.Itoa(w.From) + "→" + strconv.Itoa(w.To) + " of layer "
	}
	return strings.ToUpper(w.Player) + "’s " + what + strconv.Itoa(w.Layer)
}

// inSentence is a label whose first word is an ordinary one with a small letter.
func inSentence(label string) string {
	if len(label) > 1 && label[1] >= 'a' && label[1] <= 'z' && !slices.Contains(names, label) {
		return strings.ToLower(label[:1]) + label[1:]
	}
	return label
}

// Label is an event's place on an axis: its words begin at At, or end there.
type Label struct {
	Event
	At  float64 // pixels from the axis' left end
	End bool    // they end there
}

// Labels are the events whose words have room on an axis of a width: letter is how wide a letter is. Of those that would lie on one another the
// weightier stays, or else the later. Their order is that of the steps.
func Labels(all []Event, place func(step uint64) float64, width, letter float64) []Label {
	const gap = 10
	order := slices.Clone(all)
	slices.Reverse(order)
	slices.SortStableFunc(order, func(a, b Event) int { return cmp.Compare(b.Weight, a.Weight) })
	var out []Label
	var taken [][2]float64
	for _, e := range order {
		l := Label{e, place(e.Step), false}
		long := letter*float64(len([]rune(e.Text))) + gap
		from, to := l.At, l.At+long
		if to > width {
			from, to, l.End = l.At-long, l.At, true
		}
		if from < 0 || slices.ContainsFunc(taken, func(t [2]float64) bool { return from < t[1] && t[0] < to }) {
			continue
		}
		out, taken = append(out, l), append(taken, [2]float64{from, to})
	}
	slices.SortStableFunc(out, func(a, b Label) int { return cmp.Compare(a.Step, b.Step) })
	return out
}
