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

// withAddress is m as the query asks for it.
func (m Model) withAddress(text string) Model {
	spec, view := splitAddress(text)
	m.Layers, m.Speed, m.Theme = DefaultLayers, DefaultSpeed, Auto
	for _, pair := range view {
		m = m.withView(pair.Key, pair.Value)
	}
	return m.withSpec(spec)
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

func (m Model) withView(key, value string) Model {
	switch key {
	case "layers":
		m.Layers = parseLayers(value)
	case "speed":
		if i, ok := speedOf(value); ok {
			m.Speed = i
		}
	case "theme":
		if t := Theme(value); t == Light || t == Dark {
			m.Theme = t
		}
	case "play":
		m.Playing = m.Playing && value != "0"
	}
	return m
}

// splitAddress parts a query into the Spec's own text and the view's pairs, without their prefix.
func splitAddress(text string) (spec string, view []query.Pair) {
	var rest []string
	for part := range strings.SplitSeq(strings.TrimPrefix(text, "?"), "&") {
		ours, ok := strings.CutPrefix(part, viewPrefix)
		if !ok {
			rest = append(rest, part)
			continue
		}
		if pairs, err := query.Parse(ours); err == nil {
			view = append(view, pairs...)
		}
	}
	return strings.Join(rest, "&"), view
}
