package app

import "ganvas/core/form"

// sceneTurned goes some scenes on: steps of the lesson that is open, else named experiments.
func (m Model) sceneTurned(by int) (Model, []Effect) {
	if m.Reader.Open() {
		return m.turned(m.Reader.At + by)
	}
	at, presets := -1, form.Presets()
	if by < 0 {
		at = len(presets)
	}
	for i, p := range presets {
		if p.Key == m.Preset {
			at = i
		}
	}
	if next := at + by; next >= 0 && next < len(presets) {
		return m.preset(presets[next].Key)
	}
	return m, nil
}
