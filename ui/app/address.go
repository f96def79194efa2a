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
		if !m.view(pair.Key, pair.Value) && err == nil { // one is enough to say: a link may be a million characters long
			err = &experiment.FieldError{Field: viewPrefix + pair.Key, Value: pair.Value, Allowed: allowedView(pair.Key)}
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

// view takes a field of the address that is the page's own, and says whether there is such a field with such a value.
func (m *Model) view(key, value string) bool {
	switch key {
	case "layers":
		layers, ok := parseLayers(value)
		m.Layers = layers
		return ok
	case "speed":
		i, ok := speedOf(value)
		if ok {
			m.Speed = i
		}
		return ok
	case "theme":
		t := Theme(value)
		if t != Auto && t != Light && t != Dark {
			return false
		}
		m.Theme = t
	case "play":
		if value != "0" && value != "1" {
			return false
		}
		m.Playing = m.Playing && value == "1"
	default:
		return false
	}
	return true
}

// allowedView says what a field of the address that is the page's own may be.
func allowedView(key string) string {
	var all []string
	switch key {
	case "layers":
		for _, y := range AllLayers {
			all = append(all, y.Key)
		}
		return "none or some of " + strings.Join(all, ", ")
	case "speed":
		for _, r := range Speeds {
			all = append(all, SpeedKey(r))
		}
		return "one of " + strings.Join(all, ", ")
	case "theme":
		return string(Light) + " or " + string(Dark) + ", or leave it out"
	case "play":
		return "0 or 1"
	}
	return "view.layers, view.speed, view.theme or view.play"
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
