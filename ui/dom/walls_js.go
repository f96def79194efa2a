//go:build js && wasm

package dom

import (
	"strconv"
	"syscall/js"

	"ganvas/core/probe"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// walls is the text over the two walls of images: the names of their rows, and what D says of the image under the pointer.
type walls [2]*wall

// wall is one of them.
type wall struct {
	images, verdict, classes string // the probes that it shows

	panel   *element
	rows    *element
	names   []*element
	reading *element
	pointer pointer
	size    plot.Size
	shown   app.Model
	at      plot.Wall // where the names stand for
}

func newWalls(ui *UI) walls {
	return walls{
		newWall(ui, "wall.real", wall{images: probe.RealImages, verdict: probe.RealVerdict, classes: probe.RealImagesClass}),
		newWall(ui, "wall.generated", wall{images: probe.Images, verdict: probe.ImagesVerdict, classes: probe.ImagesAsked}),
	}
}

func newWall(ui *UI, name string, w wall) *wall {
	w.panel = ui.panel(name)
	w.rows = ui.make(w.panel, "div", attr{"class", "wall-rows"}, attr{"aria-hidden", "true"})
	w.reading = &element{Value: js.Undefined()}
	if section := w.panel.Get("parentElement"); section.Truthy() {
		w.reading = &element{Value: section.Call("querySelector", ".reading")}
	}
	w.pointer.watch(w.panel, w.read)
	for range wallNames {
		w.names = append(w.names, ui.make(w.rows, "span"))
	}
	return &w
}

// wallNames is how many rows a wall has at most.
const wallNames = 10

func (ws walls) place(rects []PanelRect) {
	ws[0].size, ws[1].size = sizeOf(rects, "wall.real"), sizeOf(rects, "wall.generated")
}

func (ws walls) render(m app.Model) {
	for _, w := range ws {
		w.render(m)
	}
}

func (w *wall) layout() plot.Wall {
	s := w.shown.Snapshot
	return plot.WallOf(w.size, s.Array(w.images), len(s.Bytes(w.classes)) > 0)
}

func (w *wall) render(m app.Model) {
	w.shown = m
	if m.Snapshot == nil || w.size.W == 0 {
		return
	}
	if at := w.layout(); at != w.at {
		w.at = at
		w.name(m.Snapshot.Bytes(w.classes))
	}
	w.read()
	w.panel.set("aria-label", wallText(m.Snapshot, w.images, w.verdict))
}

// name puts the rows' names beside them.
func (w *wall) name(classes []uint8) {
	for i, n := range w.names {
		if n.hide(i >= len(classes)); i >= len(classes) {
			continue
		}
		_, y := w.at.Corner(i * w.at.Stride)
		n.style("top", pixels(y+w.at.Height/2))
		n.write(strconv.Itoa(int(classes[i])))
	}
}

func (w *wall) read() {
	if w.shown.Snapshot == nil || w.reading.Value.IsUndefined() {
		return
	}
	text := wallRest(w.shown.Snapshot, w.images == probe.RealImages)
	if i, ok := w.at.At(w.pointer.x, w.pointer.y); ok && w.pointer.there {
		if d := w.shown.Snapshot.Floats(w.verdict); i < len(d) {
			text = "D says " + verdict(float64(d[i])) + " of this one"
		}
	}
	w.reading.write(text)
}
