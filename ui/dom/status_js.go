//go:build js && wasm

package dom

import "ganvas/ui/app"

// status is the line that says where the run is.
type status struct{ step, pace *element }

func newStatus(ui *UI) status {
	return status{ui.find("step"), ui.find("pace")}
}

func (s status) render(m app.Model) {
	s.step.write(stepText(m))
	s.pace.write(paceText(m))
}
