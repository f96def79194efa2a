package app

import "ganvas/core/experiment"

// sceneTurned goes some scenes on: steps of the lesson that is open, else named experiments.
func (m Model) sceneTurned(by int) (Model, []Effect) {
	if m.Reader.Open() {
		return m.turned(m.Reader.At + by)
	}
	at := -1
	if by < 0 {
		at = len(experiment.Presets)
	}
	for i, p := range experiment.Presets {
		if p.Key == m.Preset {
			at = i
		}
	}
	if next := at + by; next >= 0 && next < len(experiment.Presets) {
		return m.preset(experiment.Presets[next].Key)
	}
	return m, nil
}
