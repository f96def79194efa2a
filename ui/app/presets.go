package app

import (
	"ganvas/core/experiment"
	"ganvas/core/form"
	"ganvas/core/picture"
	"ganvas/core/query"
)

// What is done with the catalogue of named experiments, form.Presets().
type (
	// PresetWanted opens the preset Key from step 0, as its link would, in a new entry of the browser's history.
	PresetWanted struct{ Key string }
	// CureWanted sets the cure of the preset that is shown: in the run where all its fields are live, else from step 0.
	CureWanted struct{}
	// CureUndone opens the preset that is shown again as it was, from step 0: what a cure has settled would not fall ill by itself.
	CureUndone struct{}
	// PresetLeft puts the words about the preset away, and lets its run go on.
	PresetLeft struct{}
)

func (PresetWanted) msg() {}
func (CureWanted) msg()   {}
func (CureUndone) msg()   {}
func (PresetLeft) msg()   {}

// Exhibit is a preset that is shown, ill or cured.
type Exhibit struct {
	experiment.Preset
	Cured bool
}

// Exhibit is the preset that the page speaks of, and whether there is one: it was opened, by the menu or a link, and the Spec is still
// its own or the cured one.
func (m Model) Exhibit() (Exhibit, bool) {
	p, ok := form.FindPreset(m.Preset)
	if !ok || m.Reader.Open() {
		return Exhibit{}, false
	}
	return exhibit(p, m.Spec)
}

// exhibit is the preset as the Spec shows it, if it does.
func exhibit(p experiment.Preset, s experiment.Spec) (Exhibit, bool) {
	if ill, err := form.Parse(p.Query); err == nil && ill == s {
		return Exhibit{Preset: p}, true
	}
	if p.Cure == "" {
		return Exhibit{}, false
	}
	cured, err := p.Cured()
	return Exhibit{p, true}, err == nil && cured == s
}

// presetOf is the key of the preset that a link's Spec shows, or empty. The default experiment is what opens where nobody has asked for
// anything, and needs no words.
func presetOf(s experiment.Spec) string {
	if s == experiment.Default() {
		return ""
	}
	for _, p := range form.Presets() {
		if _, ok := exhibit(p, s); ok {
			return p.Key
		}
	}
	return ""
}

// Change is one field of a cure, in the words of the controls.
type Change struct{ Label, Value string }

// Changes are the fields that the exhibit's cure sets.
func (e Exhibit) Changes() []Change {
	var all []Change
	pairs, _ := query.Parse(e.Cure)
	for _, p := range pairs {
		if f := experiment.Find(p.Key); f != nil {
			all = append(all, Change{labelOf(experiment.Fields, f), valueOf(f, p.Value)})
		}
	}
	return all
}

// labelOf tells the two players' fields apart, which have the same label.
func labelOf(all experiment.Table[experiment.Spec], f *experiment.Field) string {
	for _, other := range all {
		if other.Label == f.Label && other.Key != f.Key {
			return "the " + f.Group + "’s " + f.Label
		}
	}
	return f.Label
}

// valueOf is a field's value as its control shows it.
func valueOf(f *experiment.Field, text string) string {
	if f.Kind == experiment.Choice {
		for _, o := range f.Choices {
			if o.Key == text {
				return o.Label
			}
		}
	}
	return text
}

// presented takes what is done with presets, and reports whether this was of that kind.
func (m Model) presented(msg Msg) (Model, []Effect, bool) {
	var effects []Effect
	switch msg := msg.(type) {
	case PresetWanted:
		m, effects = m.preset(msg.Key)
	case CureWanted:
		m, effects = m.cure()
	case CureUndone:
		if e, ok := m.Exhibit(); ok && e.Cured {
			m, effects = m.preset(e.Key)
		}
	case PresetLeft:
		m.Preset = ""
	default:
		return m, nil, false
	}
	return m, effects, true
}

// preset opens a preset, out of a lesson too, and trains it: that is what there is to see. Who prefers no motion starts it.
func (m Model) preset(key string) (Model, []Effect) {
	p, ok := form.FindPreset(key)
	if !ok {
		return m, nil
	}
	effects := []Effect{m.leaving()}
	if m.Reader.Open() || m.Reader.List {
		var left []Effect
		m, left = m.left(true, 0)
		effects = append(effects, left...)
	}
	m.Drafts, m.Notice, m.Playing = nil, "", m.Playing || !m.Calm
	m.Spec, _ = form.Parse(p.Query) // tests hold it to be good
	m = m.ofFamily().fresh()
	m.Preset, m.touches, m.turns = key, nil, p.Turns
	if more, ok := picture.ParseLayers(p.Layers); ok && p.Layers != "" {
		m.Layers |= more
	}
	if Pretrained(p) {
		m.awaited = awaited{key: key}
		effects = append(effects, FetchPretrained{key})
	}
	m, opened := m.begin("")
	return m, append(append(effects, opened...), Announce{p.Label + ". " + p.Doc})
}

// cure sets the cure of the preset that is shown on top of its Spec.
func (m Model) cure() (Model, []Effect) {
	e, ok := m.Exhibit()
	if !ok || e.Cured || e.Cure == "" {
		return m, nil
	}
	next, err := m.Spec.With(e.Cure)
	if err != nil {
		return m.refused(err.Error())
	}
	left := m.leaving()
	m.Spec, m.Drafts = next, nil
	knobs, live := liveFields(e.Cure)
	change := m.open
	if live {
		change = func(string) (Model, []Effect) { return m.turn(knobs...) }
	}
	m, effects := change("")
	return m, append(append([]Effect{left}, effects...), Announce{e.Label + ": cured."})
}

// liveFields are the fields that a text sets, and whether a run can take them all as it goes.
func liveFields(text string) (fields []*experiment.Field, live bool) {
	pairs, err := query.Parse(text)
	live = err == nil
	for _, p := range pairs {
		f := experiment.Find(p.Key)
		fields, live = append(fields, f), live && f != nil && f.Live
	}
	return fields, live
}
