//go:build js && wasm

package dom

import (
	"syscall/js"

	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// plane is the text over the picture of the plane: its axes, and what lies under the pointer.
type plane struct {
	panel   *element
	ticks   *ticks
	letters *portrait
	cross   *element
	rest    string // what the reading says where nothing is pointed at
	reading *element
	pointer pointer
	size    plot.Size
	shown   app.Model
}

func newPlane(ui *UI) *plane {
	panel := ui.panel("distribution")
	p := &plane{panel: panel, ticks: newTicks(ui, panel), letters: newPortrait(ui, panel), reading: ui.find("reading")}
	if ui.lab == nil {
		p.rest = "Point at the plane to read what is there."
	}
	p.pointer.watch(panel, p.read)
	p.cross = ui.make(panel, "span", attr{"class", "cross"}, attr{"aria-hidden", "true"})
	p.cross.hide(true)
	p.listenKeys(ui)
	return p
}

// stride is how far in CSS pixels an arrow key moves the cross-hair.
const stride = 12

// listenKeys lets arrows move a cross-hair over the plane where that has the keyboard: it reads as the pointer does, aloud too.
func (p *plane) listenKeys(ui *UI) {
	figure := ui.find("plane")
	figure.on("keydown", func(e js.Value) {
		by, ok := arrows[e.Get("key").String()]
		if !ok || !plainKey(e) && !e.Get("repeat").Truthy() || !e.Get("target").Equal(figure.Value) {
			return
		}
		e.Call("preventDefault")
		if !p.pointer.there {
			p.pointer = pointer{true, p.size.W / 2, p.size.H / 2}
		}
		p.pointer.x = max(0, min(p.pointer.x+stride*by[0], p.size.W))
		p.pointer.y = max(0, min(p.pointer.y+stride*by[1], p.size.H))
		p.cross.style("left", pixels(p.pointer.x))
		p.cross.style("top", pixels(p.pointer.y))
		p.cross.hide(false)
		p.read()
		ui.announce(p.reading.text)
	})
	figure.on("focusout", func(js.Value) {
		p.cross.hide(true)
		p.pointer.there = false
		p.read()
	})
}

var arrows = map[string][2]float64{"ArrowLeft": {-1, 0}, "ArrowRight": {1, 0}, "ArrowUp": {0, -1}, "ArrowDown": {0, 1}}

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
	if m.Snapshot == nil || p.size.W == 0 || m.View() != "plane" {
		return
	}
	p.ticks.show(p.frame(), plot.Labelled(p.size))
	p.letters.show(m, p.frame(), plot.Labelled(p.size))
	p.panel.set("aria-label", planeText(m))
	p.read()
}

func (p *plane) frame() plot.Frame { return plot.PlaneOf(p.shown.Snapshot, p.size) }

func (p *plane) read() {
	text := p.rest
	if p.pointer.there && p.shown.Snapshot != nil && p.shown.View() == "plane" {
		text = planeReading(p.shown.Snapshot, p.frame(), p.pointer.x, p.pointer.y)
	}
	p.reading.write(text)
}
