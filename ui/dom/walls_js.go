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
type walls struct {
	ui     *UI
	two    [2]*wall
	figure *element
	picked int // the wall that the keyboard is in
}

// wall is one of them.
type wall struct {
	images, verdict, classes string // the probes that it shows
	kind                     probe.SubjectKind

	pick    *element // a frame around the image that the keyboard is at
	cell    int
	panel   *element
	rows    *element
	names   []*element
	reading *element
	pointer pointer
	size    plot.Size
	shown   app.Model
	at      plot.Wall // where the names stand for
}

func newWalls(ui *UI) *walls {
	ws := &walls{ui: ui, figure: ui.find("plane"), two: [2]*wall{
		newWall(ui, "wall.real", wall{images: probe.RealImages, verdict: probe.RealVerdict, classes: probe.RealImagesClass, kind: probe.OfReal}),
		newWall(ui, "wall.generated", wall{images: probe.Images, verdict: probe.ImagesVerdict, classes: probe.ImagesAsked, kind: probe.OfGenerated}),
	}, picked: 1}
	if ui.lab == nil {
		ws.listen()
	}
	return ws
}

// listen lets a press, and the keyboard, choose an image and look into it.
func (ws *walls) listen() {
	for i, w := range ws.two {
		w.panel.on("click", func(js.Value) {
			if cell, ok := w.at.At(w.pointer.x, w.pointer.y); ok {
				ws.picked, w.cell = i, cell
				ws.look()
			}
		})
	}
	ws.figure.on("keydown", func(e js.Value) {
		if ws.ui.shown.View() != "walls" || !e.Get("target").Equal(ws.figure.Value) {
			return
		}
		key := e.Get("key").String()
		by, arrow := arrows[key]
		if !arrow && key != "Enter" || !plainKey(e) && !e.Get("repeat").Truthy() {
			return
		}
		e.Call("preventDefault")
		if arrow {
			ws.step(int(by[0]), int(by[1]))
			return
		}
		ws.look()
	})
	ws.figure.on("focusout", func(js.Value) { ws.frame(false) })
}

// step goes to a neighbouring image, from one wall to the other too.
func (ws *walls) step(dx, dy int) {
	w := ws.two[ws.picked]
	if w.at.Across == 0 {
		return
	}
	row, col := w.cell/w.at.Stride+dy, w.cell%w.at.Stride+dx
	if side := ws.picked + dx; (col < 0 || col >= w.at.Across) && (side == 0 || side == 1) {
		ws.picked = side
		w = ws.two[side]
		col = map[int]int{0: w.at.Across - 1, 1: 0}[side]
	}
	w.cell = min(max(row, 0), w.at.Down-1)*w.at.Stride + min(max(col, 0), w.at.Across-1)
	ws.frame(true)
	s := ws.ui.shown.Snapshot
	if d := s.Floats(w.verdict); w.cell < len(d) {
		ws.ui.announce(subjectName(s, ws.aim()) + ": D says " + verdict(float64(d[w.cell])))
	}
}

// aim is at the image that has been chosen.
func (ws *walls) aim() probe.Aim {
	a := ws.ui.shown.Aim
	a.Kind, a.At = ws.two[ws.picked].kind, ws.two[ws.picked].cell
	return a
}

// look opens the image that has been chosen.
func (ws *walls) look() {
	if ws.ui.shown.Offers(probe.Subject) {
		ws.ui.send(app.Aimed{Aim: ws.aim(), Opens: true})
	}
}

// frame shows which image the keyboard is at.
func (ws *walls) frame(on bool) {
	for i, w := range ws.two {
		shown := on && i == ws.picked
		if w.pick.hide(!shown); shown {
			x, y := w.at.Corner(w.cell)
			w.pick.style("left", pixels(x))
			w.pick.style("top", pixels(y))
			w.pick.style("width", pixels(w.at.Width))
			w.pick.style("height", pixels(w.at.Height))
		}
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
	w.pick = ui.make(w.panel, "span", attr{"class", "wall-pick"}, attr{"aria-hidden", "true"})
	w.pick.hide(true)
	for range wallNames {
		w.names = append(w.names, ui.make(w.rows, "span"))
	}
	return &w
}

// wallNames is how many rows a wall has at most.
const wallNames = 10

func (ws *walls) place(rects []PanelRect) {
	ws.two[0].size, ws.two[1].size = sizeOf(rects, "wall.real"), sizeOf(rects, "wall.generated")
}

func (ws *walls) render(m app.Model) {
	for _, w := range ws.two {
		w.render(m)
	}
	switch {
	case ws.ui.lab != nil:
	case m.View() == "walls":
		ws.figure.set("aria-label", "Walls of images. Arrow keys choose one, Enter looks into it.")
	case ws.figure.attrs["aria-label"] != "":
		ws.figure.set("aria-label", "The plane. Arrow keys move a cross-hair that reads it.")
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
