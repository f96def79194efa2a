//go:build js && wasm

package dom

import (
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// line is the text over the picture of a run on a line: its axes, and what lies under the pointer.
type line struct {
	panel   *element
	ticks   *ticks
	reading *element
	rest    string
	pointer pointer
	size    plot.Size
	shown   app.Model
	laid    plot.Line
}

func newLine(ui *UI) *line {
	panel := ui.panel("line")
	l := &line{panel: panel, ticks: newTicks(ui, panel), reading: ui.find("reading")}
	if ui.lab == nil {
		l.rest = "Point at the picture to read D there."
	}
	l.pointer.watch(panel, l.read)
	ui.makeText(panel, "span", "z", attr{"class", "latent"}, attr{"aria-hidden", "true"})
	return l
}

func (l *line) place(rects []PanelRect) { l.size = sizeOf(rects, "line") }

func (l *line) render(m app.Model) {
	l.shown = m
	if m.Snapshot == nil || l.size.W == 0 || m.View() != "line" {
		return
	}
	at, ok := plot.LineOf(m.Snapshot, l.size)
	if !ok {
		return
	}
	l.laid = at
	l.ticks.show(at.Frame, plot.Labelled(l.size))
	l.panel.set("aria-label", lineText(m.Snapshot))
	l.read()
}

func (l *line) read() {
	if l.shown.View() != "line" || l.shown.Snapshot == nil {
		return
	}
	text := l.rest
	if l.pointer.there {
		text = lineReading(l.shown.Snapshot, l.laid, l.pointer.x)
	}
	l.reading.write(text)
}
