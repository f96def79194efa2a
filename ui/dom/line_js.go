//go:build js && wasm

package dom

import (
	"syscall/js"

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
	cross   *element
}

func newLine(ui *UI) *line {
	panel := ui.panel("line")
	l := &line{panel: panel, ticks: newTicks(ui, panel), reading: ui.find("reading")}
	if ui.lab == nil {
		l.rest = "Point at the picture to read D there."
	}
	l.pointer.watch(panel, func() {
		l.read()
		ui.reads(l.pointer.there)
	})
	l.cross = ui.make(panel, "span", attr{"class", "cross"}, attr{"aria-hidden", "true"})
	l.cross.hide(true)
	l.listenKeys(ui)
	ui.makeText(panel, "span", "z", attr{"class", "latent"}, attr{"aria-hidden", "true"})
	return l
}

// listenKeys lets arrows move along the line where the picture has the keyboard: it is read as under the pointer, aloud too.
func (l *line) listenKeys(ui *UI) {
	figure := ui.find("plane")
	figure.on("keydown", func(e js.Value) {
		by, ok := arrows[e.Get("key").String()]
		if !ok || l.shown.View() != "line" || !plainKey(e) && !e.Get("repeat").Truthy() || !e.Get("target").Equal(figure.Value) {
			return
		}
		e.Call("preventDefault")
		if !l.pointer.there {
			l.pointer = pointer{true, l.size.W / 2, l.laid.Bottom()}
		}
		l.pointer.x = max(0, min(l.pointer.x+stride*by[0], l.size.W))
		l.cross.style("left", pixels(l.pointer.x))
		l.cross.style("top", pixels(l.laid.Bottom()))
		l.cross.hide(false)
		l.read()
		ui.announce(l.reading.text)
	})
	figure.on("focusout", func(js.Value) {
		l.cross.hide(true)
		l.pointer.there = false
		l.read()
	})
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
