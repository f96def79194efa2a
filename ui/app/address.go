package app

import (
	"ganvas/core/picture"
	"strconv"
	"strings"

	"ganvas/core/address"
	"ganvas/core/experiment"
	"ganvas/core/query"
)

// viewPrefix begins the keys of the address that are the page's own.
const viewPrefix = "view."

// MaxAt is the last step to which a link takes a run: some minutes of the default experiment.
const MaxAt = 1000000

// Link is the address that brings back this page: its reader's own experiment and view, the lesson that is open and, where the run stands still
// and can be taken there, its step.
func (m Model) Link() address.Address {
	if m.Playing {
		return m.link(0)
	}
	return m.link(m.At())
}

// link is the address with a step, or without one for 0.
func (m Model) link(at uint64) address.Address {
	a := address.Address{Lesson: m.Reader.Key}
	if m.Reader.Key != "" {
		a.Step = m.Reader.At + 1
	}
	m = m.own()
	if a.Spec, a.Turns = m.base, m.turns; m.untold { // the settings at least
		a.Spec, a.Turns = m.Spec, ""
	}
	for _, f := range viewFields {
		if text, differs := f.give(&m, at); differs {
			a.Own = append(a.Own, query.Pair{Key: viewPrefix + f.key, Value: text})
		}
	}
	return a
}

// Address is the query that brings back the experiment and its view, from step 0.
func (m Model) Address() string {
	a := m.link(0)
	a.Lesson = ""
	return a.Query()
}

// At is the step to which the address can bring this run back, bit for bit, or 0.
func (m Model) At() uint64 {
	switch {
	case m.Reader.free != nil || m.Spec.Owns() && !m.Travels() || m.untold || m.Lost:
		return 0
	case m.jump.on || m.Toward > 0:
		return m.bound()
	case m.replays() && m.Step() <= MaxAt:
		return m.Step()
	}
	return 0
}

// setURL writes the address of m.
func (m Model) setURL() SetURL {
	a := m.Link()
	return SetURL{Text: a.String(), Disk: a.Disk()}
}

// withAddress is m as an address asks for it, from its start, with what else the address holds. What it cannot be is told in the Notice.
func (m Model) withAddress(text string) (Model, address.Address) {
	m = m.fresh()
	m.touches = nil
	m.Layers, m.Speed, m.Theme, m.Axes = unchosen, DefaultSpeed, Auto, ""
	a := address.Parse(text, m.viewKeys())
	if m.CSV == nil {
		a = a.WithoutPoints()
	}
	if m.Layers == unchosen {
		m.Layers = UsualLayers(a.Spec)
	}
	m.Spec, m.turns, m.Preset, m.Notice = a.Spec, a.Turns, presetOf(a.Spec), address.Say(a.Notes)
	return m, a
}

// on is the Spec with other data, and the defaults of these alone where the rest makes no sense with them.
func (m Model) on(data string) experiment.Spec {
	if s, err := m.Spec.With(query.Format(query.Pair{Key: "data", Value: data})); err == nil {
		return s
	}
	return m.Spec.Usual(data)
}

// viewField is a field of the address that is the page's own.
type viewField struct {
	key     string
	allowed func() string
	take    func(m *Model, value string) bool                     // false where there is no such value, which leaves m as it is
	give    func(m *Model, at uint64) (text string, differs bool) // and whether it is to be written, where the address has this step
}

var viewFields = []viewField{
	{"layers", func() string {
		return "none or some of " + keysOf(picture.AllLayers, func(y picture.Layer) string { return y.Key })
	},
		func(m *Model, value string) bool {
			y, ok := picture.ParseLayers(value)
			if ok {
				m.Layers = y
			}
			return ok
		},
		func(m *Model, _ uint64) (string, bool) { return m.Layers.String(), m.Layers != UsualLayers(m.Spec) }},
	{"speed", func() string { return "one of " + keysOf(Speeds, SpeedKey) },
		func(m *Model, value string) bool {
			i, ok := speedOf(value)
			if ok {
				m.Speed = i
			}
			return ok
		},
		func(m *Model, _ uint64) (string, bool) { return SpeedKey(Speeds[m.Speed]), m.Speed != DefaultSpeed }},
	{"theme", func() string { return string(Light) + " or " + string(Dark) + ", or leave it out" },
		func(m *Model, value string) bool {
			t, ok := Theme(value), value == string(Auto) || value == string(Light) || value == string(Dark)
			if ok {
				m.Theme = t
			}
			return ok
		},
		func(m *Model, _ uint64) (string, bool) { return string(m.Theme), m.Theme != Auto }},
	{"play", func() string { return "0 or 1" },
		func(m *Model, value string) bool {
			m.Playing = m.Playing && value != "0"
			return value == "0" || value == "1"
		},
		func(m *Model, at uint64) (string, bool) { return "0", at > 0 && !m.Playing }},
	{"at", func() string { return "a whole number from 0 to " + strconv.Itoa(MaxAt) },
		func(m *Model, value string) bool {
			n, err := strconv.ParseUint(value, 10, 64)
			if err != nil || n > MaxAt {
				return false
			}
			m.Toward = n
			return true
		},
		func(m *Model, at uint64) (string, bool) { return strconv.FormatUint(at, 10), at > 0 }},
	axesField,
	drawnField,
}

// viewKeys are the page's own keys, which put their values into m.
func (m *Model) viewKeys() (keys []address.Key) {
	for _, f := range viewFields {
		keys = append(keys, address.Key{Name: viewPrefix + f.key, Allowed: f.allowed(), Take: func(v string) bool { return f.take(m, v) }})
	}
	return keys
}

// keysOf lists the keys of a catalogue, with commas.
func keysOf[T any](all []T, key func(T) string) string {
	var keys []string
	for _, x := range all {
		keys = append(keys, key(x))
	}
	return strings.Join(keys, ", ")
}
