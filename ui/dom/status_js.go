//go:build js && wasm

package dom

import (
	"ganvas/ui/app"
	"ganvas/ui/control"
)

// status is the line that says where the run is.
type status struct{ step, pace, throughput *element }

func newStatus(ui *UI) status {
	return status{ui.find("step"), ui.find("pace"), ui.find("throughput")}
}

func (s status) render(m app.Model) {
	s.step.write(stepText(m))
	s.pace.write(paceText(m))
	if text := control.ThroughputText(m.Spec, m.Rate.PerSecond, m.Rate.Mean, m.Step(), control.PassesOf(m.Snapshot)); text != "" {
		text += " " + control.MachineText(m.Machine)
		s.pace.set("title", text)
		s.throughput.write(text)
	}
}
