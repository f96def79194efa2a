package app

import (
	"ganvas/core/picture"
	"ganvas/core/probe"
	"slices"
	"strings"

	"ganvas/core/lesson"
	"ganvas/core/query"
	"ganvas/core/wire"
)

// puller decides when the page asks for a Snapshot. One Pull is under way at a time; the next is sent when the last answer has been drawn, and
// not before it is due.
type puller struct {
	early    bool // a script has sent the first, which nobody here has asked for yet,
	dropped  bool // nor will: its answer is of a run that the page does not show
	underWay bool
	stale    bool    // something has happened that the Pull under way may not show
	again    int     // how many more answers to wait for while nothing trains
	measured float64 // the time of the last Pull with measures

	due     bool // next is to be sent, from a time on, once the last answer has been drawn
	next    Pull
	from    float64
	undrawn bool    // the last answer has not been drawn
	came    float64 // the time of that answer
}

const (
	// Measures cost more than a picture, so they are asked for at most every measureEvery seconds while training goes on.
	measureEvery = 1.0
	// measureSoon is measureEvery where the run is trained until a measure says so.
	measureSoon = 0.25
	// waitNoStep is how long to wait before asking again when the last two snapshots showed the same step.
	waitNoStep = 0.1
	// waitBehind is how long to wait where the run trains to a picture that is shown already: to look at it takes time from that.
	waitBehind = 0.2
	// patience is how many seconds a snapshot waits to be drawn before the next is asked for without it: the stage may be scrolled out of
	// sight, where browsers draw nothing.
	patience = 0.4
	// afterwards is how many more Snapshots are asked for after the first that follows a command: the worker obeys a step
	// in its own time, so the first may not show it yet.
	afterwards = 2
)

// want asks for a Snapshot: now, or as soon as the Pull under way is answered.
func (p puller) want() (puller, []Effect) {
	p.again = afterwards
	switch {
	case p.early: // it has been sent
		p.early, p.underWay = false, true
		return p, nil
	case p.underWay:
		p.stale = true
		return p, nil
	}
	p.due, p.from = true, 0
	return p.send(p.came)
}

// send sends the Pull that is due, if its time has come.
func (p puller) send(now float64) (puller, []Effect) {
	switch {
	case !p.due || p.undrawn:
		return p, nil
	case now < p.from:
		return p, []Effect{Wait{p.from - now}}
	}
	next := p.next
	p.due, p.next, p.underWay, p.stale = false, Pull{}, true, false
	return p, []Effect{next}
}

// answer is what a puller has to know of an answer.
type answer struct {
	seconds float64
	goesOn  bool // the run does
	eager   bool // somebody waits for a measure
	moved   bool // the step is another than the last answer's
	first   bool // there was none before
	undrawn bool // it is still to be drawn
	behind  bool // a picture of a later step is shown in its place
}

// answered takes an answer, and asks for the next if the run goes on or something has changed. The second Snapshot is asked for while the first
// is drawn, which takes longest: it shows the first steps. So that it comes soon, its measures are owed to the next.
func (p puller) answered(a answer) (puller, []Effect) {
	p.underWay, p.came, p.undrawn = false, a.seconds, a.undrawn && !a.first
	var effects []Effect
	if p.undrawn {
		effects = append(effects, Wait{patience})
	}
	var more []Effect
	switch {
	case p.stale:
		p.stale = false
		p, more = p.want()
	case a.goesOn || p.again > 0:
		p, more = p.planned(a)
	}
	return p, append(effects, more...)
}

// planned makes the next Pull due.
func (p puller) planned(a answer) (puller, []Effect) {
	p.due, p.from = true, a.seconds
	if !a.goesOn {
		p.again--
		p.next.Measure = p.again == 0
	}
	every := measureEvery
	if a.eager {
		every = measureSoon
	}
	if a.seconds-p.measured >= every && !a.first {
		p.measured, p.next.Measure = a.seconds, true
	}
	switch {
	case a.behind:
		p.from += waitBehind
	case !a.moved:
		p.from += waitNoStep
	}
	return p.send(a.seconds)
}

// drawn says that the last answer has been drawn, at a time in seconds.
func (p puller) drawn(now float64) (puller, []Effect) {
	p.undrawn = false
	return p.send(now)
}

// waited says that a Wait is over. Browsers' timers end early by up to a millisecond of their clocks, and other Waits earlier: then there is more to wait.
func (p puller) waited(now float64) (puller, []Effect) {
	if left := p.came + patience - now; p.undrawn && left > 0 {
		return p, []Effect{Wait{left}}
	}
	p.undrawn = false
	return p.send(now)
}

// failed says that the Pull under way will not be answered.
func (p puller) failed() puller {
	return puller{measured: p.measured, came: p.came}
}

// PullCommand is a Pull as the worker hears it: it names what the page shows, and asks for what never changes in a run where that has not come.
func (m Model) PullCommand(p Pull) wire.Command {
	names := m.probes()
	pairs := []query.Pair{{Key: "probes", Value: strings.Join(names, ",")}}
	if slices.Contains(names, probe.ImagesVerdict) { // how long walls take is told beside them
		pairs = append(pairs, query.Pair{Key: "timed", Value: "1"})
	}
	if m.Axes != "" {
		pairs = append(pairs, query.Pair{Key: "axes", Value: m.Axes})
	}
	if m.sceneless {
		pairs = append(pairs, query.Pair{Key: "constants", Value: "1"})
	}
	if looked := m.lookProbes(); len(looked) > 0 && m.Offers(looked[0]) {
		pairs = append(pairs, query.Pair{Key: "aim", Value: m.Aim.String()})
	}
	if p.Measure {
		pairs = append(pairs, query.Pair{Key: "measure", Value: "1"})
	}
	return wire.NewCommand("pull", pairs...)
}

// probes are what the page shows.
func (m Model) probes() []string {
	var out []string
	for _, p := range picture.Filled(m.scene) {
		out = append(out, p.Asks...)
	}
	out = append(out, m.Layers.Probes()...)
	switch {
	case m.Larger == TheMachine:
		out = append(out, probe.Machine...)
	case m.Larger == TheCharts && slices.Contains(Norms, m.Watched):
		out = append(out, probe.Norms)
	}
	if m.Diagram {
		out = append(out, probe.MachineNoise, probe.Manifold)
	}
	switch m.Sheet {
	case Samples:
		out = append(out, probe.Whole, probe.Weights, probe.WeightNames)
	case Laboratory:
		out = append(out, probe.Whole)
	}
	if m.Stepping.On {
		out = append(out, probe.Stepping)
	}
	if m.Reading {
		out = append(out, readings...)
	}
	out = append(out, m.lookProbes()...)
	if m.Reader.Open() {
		out = append(out, lesson.Probes...)
	}
	return out
}

// View is the picture that the run fills: of the first of the panels, "plane" until one is known.
func (m Model) View() string {
	for _, p := range picture.Filled(m.scene) {
		return p.View
	}
	return picture.Panels[0].View
}

// withScene adds to a Snapshot what never changes in the run, or keeps it where the Snapshot brings it.
func (m Model) withScene(s *wire.Snapshot) Model {
	scene := s.Constants()
	switch {
	case len(scene) > 0 && !m.before:
		m.scene, m.sceneless = scene, false
		if !m.HasLarger(m.Larger) {
			m.Larger = ThePlane
		}
		if m.Sheet == Inspector && !m.Offers(probe.Subject) {
			m.Sheet = NoSheet
		}
	case len(scene) == 0 && len(s.Arrays) > 0:
		s.Arrays = append(s.Arrays, m.scene...)
	}
	return m
}
