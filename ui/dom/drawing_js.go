//go:build js && wasm

package dom

import (
	"strconv"
	"syscall/js"

	"ganvas/core/sketch"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// drawing is the sheet in which a reader draws data: its tools stand on the bench, its paper lies on the plane.
type drawing struct {
	ui      *UI
	box     *element
	paper   *paper
	sketch  *sketch.Sketch
	from    string // the drawing in use that the sketch began with
	brush   sketch.Brush
	erases  bool
	open    bool
	tools   []*element // brush and eraser
	classes []*element
	undo    *element
	clear   *element
	says    *element
	apply   *element
}

func newDrawing(ui *UI) *drawing {
	d := &drawing{ui: ui, box: ui.find("drawing"), sketch: &sketch.Sketch{}, brush: sketch.Brush{Width: .2, Density: 60}}
	ui.addSheet(d.box, app.Drawing, false)
	ui.makeText(d.box, "h2", "Draw data")
	ui.makeText(d.box, "p", "Draw on the plane, with mouse, pen or finger. “Train on this” starts a new run.", attr{"class", "about"})
	d.mountTools()
	d.slider("Width", "draw-width", 2, 80, 20, func(v int) { d.brush.Width = float64(v) / 100; d.paper.widen(2 * d.brush.Width) })
	d.slider("Points on a stroke", "draw-density", 5, 300, 60, func(v int) { d.brush.Density = float64(v) })
	d.mountImage()
	foot := ui.make(d.box, "div", attr{"class", "edit-foot"})
	d.says = ui.make(foot, "span", attr{"class", "counts"}, attr{"role", "status"})
	d.clear = d.button(foot, "Clear", "draw-clear", func() { d.sketch.Clear() })
	d.undo = d.button(foot, "Undo", "draw-undo", func() { d.sketch.Undo() })
	d.apply = ui.makeText(foot, "button", "Train on this", attr{"type", "button"}, attr{"class", "button main"}, attr{"id", "draw-use"})
	d.apply.click(func() { ui.send(app.SketchDrawn{Sketch: d.sketch}) })
	d.paper = newPaper(ui)
	d.paper.began, d.paper.ended = func() { d.sketch.Begin() }, d.show
	d.paper.touched = d.touched
	return d
}

// mountTools mounts the choice of brush and eraser, and of a class.
func (d *drawing) mountTools() {
	row := d.ui.make(d.box, "div", attr{"class", "draw-row"})
	tools := d.ui.make(row, "div", attr{"class", "switch"}, attr{"role", "group"}, attr{"aria-label", "Tool"})
	for i, name := range []string{"Brush", "Eraser"} {
		b := d.ui.makeText(tools, "button", name, attr{"type", "button"})
		b.click(func() { d.erases = i == 1; d.say() })
		d.tools = append(d.tools, b)
	}
	d.ui.makeText(row, "span", "Class", attr{"id", "draw-class"})
	classes := d.ui.make(row, "div", attr{"class", "switch"}, attr{"role", "group"}, attr{"aria-labelledby", "draw-class"})
	for i := range sketch.Classes {
		b := d.ui.makeText(classes, "button", strconv.Itoa(i+1), attr{"type", "button"})
		b.click(func() { d.brush.Class, d.erases = uint8(i), false; d.say() })
		d.classes = append(d.classes, b)
	}
}

func (d *drawing) slider(label, id string, least, most, at int, turned func(int)) {
	row := d.ui.make(d.box, "div", attr{"class", "draw-row"})
	d.ui.makeText(row, "label", label, attr{"for", id})
	s := d.ui.make(row, "input", attr{"type", "range"}, attr{"id", id}, attr{"min", strconv.Itoa(least)}, attr{"max", strconv.Itoa(most)}, attr{"value", strconv.Itoa(at)})
	s.on("input", func(js.Value) {
		if v, err := strconv.Atoi(s.value()); err == nil {
			turned(v)
		}
	})
}

func (d *drawing) button(parent *element, label, id string, do func()) *element {
	b := d.ui.makeText(parent, "button", label, attr{"type", "button"}, attr{"class", "button"}, attr{"id", id})
	b.click(func() { do(); d.show() })
	return b
}

// touched draws or erases along the way of a hand.
func (d *drawing) touched(pressure, x0, y0, x1, y1 float64) {
	if d.erases {
		if d.sketch.Erase(x1, y1, d.brush.Width) {
			d.show()
		}
		return
	}
	b := d.brush
	b.Density *= pressure
	d.paper.dots(d.sketch.Stroke(b, x0, y0, x1, y1))
	d.say()
}

// show draws all anew.
func (d *drawing) show() {
	d.paper.show(d.sketch.Points())
	d.say()
}

// say says how many points there are, and whether a link carries them.
func (d *drawing) say() {
	n, text := len(d.sketch.Points()), d.sketch.String()
	says := count(uint64(n)) + " points. "
	switch {
	case n == sketch.Most:
		says = "No more than " + count(sketch.Most) + " points. The saved file has them."
	case n == 0:
		says = "No points yet."
	case len(text) <= sketch.MostText:
		says += "The drawing fits in a link (" + sizeText(len(text)) + ")."
	default:
		says += "Too large for a link (" + sizeText(len(text)) + "); the saved file has it."
	}
	d.says.write(says)
	d.apply.put("disabled", n < sketch.Fewest)
	d.undo.put("disabled", !d.sketch.CanUndo())
	d.clear.put("disabled", n == 0)
	for i, b := range d.tools {
		b.set("aria-pressed", strconv.FormatBool(d.erases == (i == 1)))
	}
	for i, b := range d.classes {
		b.set("aria-pressed", strconv.FormatBool(!d.erases && int(d.brush.Class) == i))
	}
}

// sizeText is bytes for people.
func sizeText(bytes int) string { return plot.Fixed(float64(bytes)/1000, 1) + " kB" }

func (d *drawing) render(m app.Model) {
	open := m.Sheet == app.Drawing
	if !open {
		if d.open {
			d.open = false
			d.paper.hide(true)
		}
		return
	}
	theme := plot.Light
	if m.Night() {
		theme = plot.Dark
	}
	if !d.open {
		d.open = true
		d.paper.hide(false)
		if m.Drawn != d.from {
			if s, err := sketch.Parse(m.Drawn); err == nil {
				d.sketch, d.from = s, m.Drawn
			}
		}
		d.paper.side = 0
	}
	if d.paper.fit(theme) {
		d.paper.widen(2 * d.brush.Width)
		d.show()
	}
}

// place hears that the plane may have another size.
func (d *drawing) place([]PanelRect) {}
