package app

import "ganvas/core/address"

// AddressChanged says that the browser shows another address: its reader has gone back or forward, or has changed it by hand. Text is what stands
// behind the path, At the step at which the reader left it, or 0.
type AddressChanged struct {
	Text string
	At   uint64
}

func (AddressChanged) msg() {}

// NewEntry makes the next SetURL begin a new entry of the browser's history, so that going back brings what was before it: at the step At, where
// that is not 0. What is a place begins one: other data, a preset, a saved file, a lesson, a step of it. The turn of a knob does not.
type NewEntry struct{ At uint64 }

func (NewEntry) effect() {}

// leaving is the first effect of what goes to another place.
func (m Model) leaving() Effect { return NewEntry{m.At()} }

// departed puts leaving in front of what a change of place does.
func (m Model) departed(next Model, effects []Effect) (Model, []Effect) {
	return next, append([]Effect{m.leaving()}, effects...)
}

// readdressed follows the browser to an address. It is a place that there is already, so it begins no entry of the history.
func (m Model) readdressed(msg AddressChanged) (Model, []Effect) {
	own := m.own()
	next, a := own.withAddress(msg.Text)
	if msg.At > 0 {
		next.Toward = msg.At
	}
	if m.Reader.free != nil {
		return m.readerReaddressed(next, a)
	}
	var effects []Effect
	switch {
	case a.Spec != m.Spec || next.Drawn != m.Drawn:
		next.Drafts = nil
		m, effects = next.begin(next.Notice)
	case next.Layers != m.Layers || next.Speed != m.Speed || next.Theme != m.Theme || next.Notice != "":
		m.Layers, m.Theme, m.Notice = next.Layers, next.Theme, next.Notice
		m, effects = m.sped(next.Speed)
	}
	if a.Lesson == "" {
		if m.Reader.Key != "" { // it is on its way
			m.Reader = Reader{}
		}
		return m, effects
	}
	m, more := m.followed(a)
	return m, append(effects, more...)
}

// readerReaddressed follows to next and the lesson of a from a lesson that is open.
func (m Model) readerReaddressed(next Model, a address.Address) (Model, []Effect) {
	m.Reader.free = next.aside()
	if a.Lesson == "" {
		return m.left(false, next.Toward)
	}
	return m.followed(a)
}

// followed opens the lesson of an address.
func (m Model) followed(a address.Address) (Model, []Effect) {
	switch {
	case a.Lesson != m.Reader.Key:
		return m.wanted(a.Lesson, a.Step)
	case m.Reader.Open() && a.Step > 0 && a.Step != m.Reader.At+1:
		return m.turned(a.Step - 1)
	}
	return m, nil
}
