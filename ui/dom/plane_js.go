//go:build js && wasm

package dom

import (
	"math"
	"strconv"
	"syscall/js"

	"ganvas/core/probe"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// plane is the text over the picture of the plane: its axes, and what lies under the pointer.
type plane struct {
	panel   *element
	ticks   *ticks
	letters *portrait
	cross   *element
	ring    *element
	picked  int        // the sample that the reader has picked, or -1
	at      [2]float64 // where it was clicked
	within  float32    // how far from there it may be, where it was picked before the samples' ways were known; else 0
	rest    string     // what the reading says where nothing is pointed at
	reading *element
	pointer pointer
	size    plot.Size
	shown   app.Model
}

func newPlane(ui *UI) *plane {
	panel := ui.panel("distribution")
	p := &plane{panel: panel, ticks: newTicks(ui, panel), letters: newPortrait(ui, panel), reading: ui.find("reading"), picked: -1}
	if ui.lab == nil {
		p.rest = "Point at the plane to read what is there."
	}
	p.ring = ui.make(panel, "span", attr{"class", "cross"}, attr{"aria-hidden", "true"})
	p.ring.hide(true)
	p.pointer.watch(panel, func() { p.moved(ui) })
	panel.on("pointerdown", func(e js.Value) {
		within := float32(near)
		if e.Get("pointerType").String() == "touch" {
			within = fingertip
		}
		p.pick(ui, within)
	})
	p.cross = ui.make(panel, "span", attr{"class", "cross"}, attr{"aria-hidden", "true"})
	p.cross.hide(true)
	p.listenKeys(ui)
	return p
}

// fingertip is how far in CSS pixels a finger may be from a sample that it means.
const fingertip = 22

// moved reads where the pointer is now.
func (p *plane) moved(ui *UI) {
	p.read()
	ui.reads(p.pointer.there || p.picked >= 0)
}

// reads tells the page's state whether the reader reads the picture.
func (ui *UI) reads(on bool) {
	if ui.shown.Reading != on {
		ui.send(app.PlaneRead{On: on})
	}
}

// pick takes the sample nearest to the pointer, so that it is read wherever it goes; a click where there is none lets go of the last.
func (p *plane) pick(ui *UI, within float32) {
	if s := p.shown.Snapshot; s == nil || p.shown.View() != "plane" || len(s.Floats(probe.Trajectory)) > 0 { // of a portrait nothing is picked
		return
	}
	p.at, p.within = [2]float64{p.pointer.x, p.pointer.y}, within
	p.again()
	p.moved(ui)
	ui.announce(p.reading.text)
}

// again picks anew where the ways of samples have come since: of some is told which way they have to move, and one of those is meant first.
func (p *plane) again() {
	if s := p.shown.Snapshot; p.within > 0 {
		p.picked = meant(s, p.frame(), p.at[0], p.at[1], p.within)
		if len(s.Floats(probe.Descent)) > 0 || len(s.Floats(probe.Optimal)) > 0 { // or will not come
			p.within = 0
		}
	}
}

// stride is how far in CSS pixels an arrow key moves the cross-hair.
const stride = 12

// listenKeys lets arrows move a cross-hair over the plane where that has the keyboard: it reads as the pointer does, aloud too.
func (p *plane) listenKeys(ui *UI) {
	figure := ui.find("plane")
	figure.on("keydown", func(e js.Value) {
		by, ok := arrows[e.Get("key").String()]
		if e.Get("key").String() == "Enter" && plainKey(e) && p.pointer.there && e.Get("target").Equal(figure.Value) {
			p.pick(ui, float32(p.size.W))
			return
		}
		if view := ui.shown.View(); !ok || view == "walls" || view == "line" || !plainKey(e) && !e.Get("repeat").Truthy() || !e.Get("target").Equal(figure.Value) {
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
		p.moved(ui)
		ui.announce(p.reading.text)
	})
	figure.on("focusout", func(js.Value) {
		if p.shown.View() == "line" {
			return
		}
		p.cross.hide(true)
		p.pointer.there = false
		p.moved(ui)
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
	s, text := p.shown.Snapshot, p.rest
	there := s != nil && p.shown.View() == "plane"
	if there {
		p.again()
	}
	picked := there && p.picked >= 0 && 2*p.picked+1 < len(s.Floats(probe.Samples))
	switch {
	case picked && (!p.pointer.there || math.Hypot(p.pointer.x-p.at[0], p.pointer.y-p.at[1]) <= near):
		text = sampleReading(s, p.frame(), p.picked)
	case p.pointer.there && there:
		text = planeReading(s, p.frame(), p.pointer.x, p.pointer.y)
	}
	if p.ring.hide(!picked); picked {
		x, y := p.frame().Px(s.Floats(probe.Samples)[2*p.picked], s.Floats(probe.Samples)[2*p.picked+1])
		p.ring.style("left", pixels(float64(x)))
		p.ring.style("top", pixels(float64(y)))
	}
	p.reading.write(text)
	p.reading.set("data-on", strconv.FormatBool(text != p.rest && text != ""))
	p.reading.set("data-low", strconv.FormatBool(p.pointer.there && p.pointer.y > .6*p.size.H))
}
