package app

import (
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/query"
)

// viewPrefix begins the keys of the address that are the page's own; all others are the Spec's.
const viewPrefix = "view."

// Address is the query that brings back this page: the Spec's canonical text, then what differs from the defaults of the
// view.
func (m Model) Address() string {
	m = m.own()
	parts := []string{}
	if s := m.Spec.String(); s != "" {
		parts = append(parts, s)
	}
	if m.Layers != DefaultLayers {
		parts = append(parts, viewPrefix+"layers="+m.Layers.String())
	}
	if m.Speed != DefaultSpeed {
		parts = append(parts, viewPrefix+"speed="+SpeedKey(Speeds[m.Speed]))
	}
	if m.Theme != Auto {
		parts = append(parts, viewPrefix+"theme="+string(m.Theme))
	}
	return strings.Join(parts, "&")
}

// withAddress is m as the query asks for it. What it cannot be is passed over, and becomes the Notice.
func (m Model) withAddress(text string) Model {
	spec, view, err := splitAddress(text)
	m.Layers, m.Speed, m.Theme = DefaultLayers, DefaultSpeed, Auto
	for _, pair := range view {
		if wrong := m.view(pair.Key, pair.Value); err == nil { // one is enough to say: a link may be a million characters long
			err = wrong
		}
	}
	m = m.withSpec(spec)
	if err != nil {
		m.Notice = strings.TrimSpace(m.Notice + " The link asks for a view that this page does not have (" + err.Error() + "), so that is passed over.")
	}
	return m
}

// withSpec is m with another Spec, given as text; the default where that is not good.
func (m Model) withSpec(spec string) Model {
	parsed, err := experiment.Parse(spec)
	if err != nil {
		m.Spec, m.Preset = experiment.Default(), ""
		m.Notice = "The link asks for something that this page does not know (" + err.Error() + "), so the default experiment runs."
		return m
	}
	m.Spec, m.Preset = parsed, presetOf(parsed)
	return m.withoutLostPoints()
}

// withoutLostPoints puts default data in the place of points that were dropped on another page.
func (m Model) withoutLostPoints() Model {
	if m.CSV != nil || m.Spec.Data != experiment.OwnData {
		return m
	}
	m.Spec = m.on(experiment.Default().Data)
	m.Notice = "This link was made with its author's own points, which do not travel with it: drop a CSV of points onto the plane."
	return m
}

// on is the Spec with other data, and the defaults of these alone where the rest makes no sense with them.
func (m Model) on(data string) experiment.Spec {
	if s, err := m.Spec.With(query.Format(query.Pair{Key: "data", Value: data})); err == nil {
		return s
	}
	return experiment.DefaultFor(data)
}

// viewField is a field of the address that is the page's own.
type viewField struct {
	key     string
	take    func(m *Model, value string) bool // false where there is no such value
	allowed func() string
}

var viewFields = []viewField{
	{"layers", func(m *Model, value string) (ok bool) {
		m.Layers, ok = parseLayers(value)
		return ok
	}, func() string { return "none or some of " + keysOf(AllLayers, func(y Layer) string { return y.Key }) }},
	{"speed", func(m *Model, value string) bool {
		i, ok := speedOf(value)
		if ok {
			m.Speed = i
		}
		return ok
	}, func() string { return "one of " + keysOf(Speeds, SpeedKey) }},
	{"theme", func(m *Model, value string) bool {
		t, ok := Theme(value), value == string(Auto) || value == string(Light) || value == string(Dark)
		if ok {
			m.Theme = t
		}
		return ok
	}, func() string { return string(Light) + " or " + string(Dark) + ", or leave it out" }},
	{"play", func(m *Model, value string) bool {
		m.Playing = m.Playing && value != "0"
		return value == "0" || value == "1"
	}, func() string { return "0 or 1" }},
}

// view takes a field of the address that is the page's own. The error is a *experiment.FieldError.
func (m *Model) view(key, value string) error {
	for _, f := range viewFields {
		if f.key == key {
			if f.take(m, value) {
				return nil
			}
			return &experiment.FieldError{Field: viewPrefix + key, Value: value, Allowed: f.allowed()}
		}
	}
	return &experiment.FieldError{Field: viewPrefix + key, Value: value,
		Allowed: "one of " + keysOf(viewFields, func(f viewField) string { return viewPrefix + f.key })}
}

// keysOf lists the keys of a catalogue, with commas.
func keysOf[T any](all []T, key func(T) string) string {
	var keys []string
	for _, x := range all {
		keys = append(keys, key(x))
	}
	return strings.Join(keys, ", ")
}

// splitAddress parts a query into the Spec's own text and the view's pairs, without their prefix, and says what cannot be read.
func splitAddress(text string) (spec string, view []query.Pair, wrong error) {
	var rest []string
	for part := range strings.SplitSeq(strings.TrimPrefix(text, "?"), "&") {
		ours, ok := strings.CutPrefix(part, viewPrefix)
		if !ok {
			rest = append(rest, part)
			continue
		}
		pairs, err := query.Parse(ours)
		if err != nil && wrong == nil {
			wrong = err
		}
		view = append(view, pairs...)
	}
	return strings.Join(rest, "&"), view, wrong
}
