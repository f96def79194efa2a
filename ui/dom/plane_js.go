//go:build js && wasm

package dom

import (
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// plane is the text over the picture of the plane: its axes, and what lies under the pointer.
type plane struct {
	panel   *element
	ticks   *ticks
	letters *portrait
	reading *element
	pointer pointer
	size    plot.Size
	shown   app.Model
}

func newPlane(ui *UI) *plane {
	panel := ui.panel("distribution")
	p := &plane{panel: panel, ticks: newTicks(ui, panel), letters: newPortrait(ui, panel), reading: ui.find("reading")}
	p.pointer.watch(panel, p.read)
	return p
}

// panel is the placeholder of a picture.
func (ui *UI) panel(name string) *element {
	v := ui.document.Call("querySelector", `[data-panel="`+name+`"]`)
	if v.IsNull() {
		return ui.make(nil, "div")
	}
	return &element{Value: v}
}

// sizeOf is the size of a panel in CSS pixels.
func sizeOf(rects []PanelRect, name string) plot.Size {
	for _, r := range rects {
		if r.Name == name {
			return plot.Size{W: r.W, H: r.H, Scale: 1}
		}
	}
	return plot.Size{Scale: 1}
}

func (p *plane) place(rects []PanelRect) { p.size = sizeOf(rects, "distribution") }

func (p *plane) render(m app.Model) {
	p.shown = m
	if m.Snapshot == nil || p.size.W == 0 {
		return
	}
	p.ticks.show(p.frame(), plot.Labelled(p.size))
	p.letters.show(m, p.frame(), plot.Labelled(p.size))
	p.panel.set("aria-label", planeText(m))
	p.read()
}

func (p *plane) frame() plot.Frame { return plot.PlaneOf(p.shown.Snapshot, p.size) }

func (p *plane) read() {
	text := ""
	if p.pointer.there && p.shown.Snapshot != nil {
		text = planeReading(p.shown.Snapshot, p.frame(), p.pointer.x, p.pointer.y)
	}
	p.reading.write(text)
}
