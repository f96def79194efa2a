//go:build js && wasm

package dom

import (
	"math"
	"strconv"
	"syscall/js"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// latentMap is a plane of noise as a sheet of images, with a point to drag in it, the ways from one image to another, and A - B + C. It is drawn when a
// snapshot comes, and only while it is open.
type latentMap struct {
	ui       *UI
	gate     *gate
	face     *element // a button with the sheet
	sheet    *element
	point    *element
	letters  [3]*element
	where    *element
	picture  *element
	bars     *verdictBarsView
	three    [3]threeOf
	strips   [2]*element
	sum      *element
	about    *element
	snapshot *wire.Snapshot
	theme    string
	told     probe.Aim
	options  string
}

// threeOf is one of the chosen images.
type threeOf struct{ picture, choice *element }

func newLatentMap(ui *UI) *latentMap {
	l := &latentMap{ui: ui}
	l.gate = newGate(ui, func() { l.render(ui.shown) })
	box := ui.find("latent")
	left := ui.make(box, "div", attr{"class", "latent-left"})
	l.face = ui.make(left, "button", attr{"type", "button"}, attr{"class", "latent-sheet"}, attr{"id", "latent-sheet"})
	l.sheet = ui.make(l.face, "canvas", attr{"class", "pixels"}, attr{"aria-hidden", "true"})
	for i, name := range []string{"A", "B", "C"} {
		l.letters[i] = ui.makeText(l.face, "b", name, attr{"aria-hidden", "true"})
	}
	l.point = ui.make(l.face, "i", attr{"aria-hidden", "true"})
	l.listen()
	l.about = ui.make(left, "p", attr{"class", "about"})
	side := ui.make(box, "div", attr{"class", "latent-side"})
	l.mountPoint(side)
	l.mountThree(side)
	for i, name := range []string{"From A to B, straight", "From A to B, on the sphere, as normal noise lies"} {
		f := ui.make(side, "figure")
		ui.makeText(f, "figcaption", name)
		l.strips[i] = ui.make(f, "canvas", attr{"class", "pixels"}, attr{"width", strconv.Itoa(probe.PathSteps)}, attr{"height", "1"}, attr{"id", "latent-path-" + strconv.Itoa(i)}, attr{"role", "img"}, attr{"aria-label", name + ": " + strconv.Itoa(probe.PathSteps) + " images"})
	}
	return l
}

func (l *latentMap) mountPoint(side *element) {
	row := l.ui.make(side, "div", attr{"class", "latent-point"})
	l.picture = l.ui.make(row, "canvas", attr{"class", "pixels"}, attr{"width", "1"}, attr{"height", "1"}, attr{"id", "latent-picture"}, attr{"role", "img"}, attr{"aria-label", "The image of the point"})
	text := l.ui.make(row, "div")
	l.where = l.ui.make(text, "h2", attr{"id", "latent-where"})
	l.bars = l.ui.makeVerdictBars(text)
	b := l.ui.makeText(text, "button", "Inside both players", attr{"type", "button"}, attr{"class", "button small"}, attr{"id", "latent-inside"})
	b.click(func() { l.ui.send(app.ViewChosen{Larger: app.TheMachine}) })
}

// mountThree mounts A, B and C, each with a list of the wall's images, and what A - B + C gives.
func (l *latentMap) mountThree(side *element) {
	row := l.ui.make(side, "div", attr{"class", "latent-three"})
	for i, name := range []string{"A", "B", "C"} {
		f := l.ui.make(row, "figure")
		label := l.ui.makeText(f, "label", []string{"A", "− B", "+ C"}[i], attr{"for", "latent-" + name})
		label.set("aria-label", name)
		l.three[i].picture = l.ui.make(f, "canvas", attr{"class", "pixels"}, attr{"aria-hidden", "true"})
		l.three[i].choice = l.ui.make(f, "select", attr{"id", "latent-" + name}, attr{"aria-label", name})
		l.three[i].choice.on("change", func(js.Value) {
			aim := l.ui.shown.Aim
			if n, err := strconv.Atoi(l.three[i].choice.value()); err == nil {
				aim.Three[i] = n
				l.ui.send(app.Aimed{Aim: aim})
			}
		})
	}
	f := l.ui.make(row, "figure")
	l.ui.makeText(f, "figcaption", "= A − B + C")
	l.sum = l.ui.make(f, "canvas", attr{"class", "pixels"}, attr{"width", "1"}, attr{"height", "1"}, attr{"id", "latent-sum"}, attr{"role", "img"}, attr{"aria-label", "The image of A − B + C"})
}

// listen lets a hand drag the point, and arrows move it.
func (l *latentMap) listen() {
	at := func(e js.Value) {
		r := l.sheet.Call("getBoundingClientRect")
		from, to := l.reach()
		share := func(client, start, length string) float64 {
			return (e.Get(client).Float() - r.Get(start).Float()) / r.Get(length).Float()
		}
		// An image of the map lies in the middle of its cell.
		cells := func(share float64) float64 {
			return from + (to-from)*(share*probe.MapSide-.5)/(probe.MapSide-1)
		}
		l.move(cells(share("clientX", "left", "width")), cells(1-share("clientY", "top", "height")))
	}
	l.face.on("pointerdown", func(e js.Value) {
		l.face.Call("setPointerCapture", e.Get("pointerId"))
		at(e)
	})
	l.face.on("pointermove", func(e js.Value) {
		if e.Get("buttons").Int() != 0 {
			at(e)
		}
	})
	l.face.on("keydown", func(e js.Value) {
		by, ok := arrows[e.Get("key").String()]
		if !ok {
			return
		}
		e.Call("preventDefault")
		from, to := l.reach()
		step := (to - from) / (probe.MapSide - 1) / 4
		aim := l.ui.shown.Aim
		l.move(aim.U+step*by[0], aim.V-step*by[1])
	})
}

func (l *latentMap) reach() (from, to float64) {
	return probe.MapReach(l.ui.shown.Spec.Noise, l.ui.shown.Spec.Latent)
}

// move takes the point elsewhere on the map, to a hundredth.
func (l *latentMap) move(u, v float64) {
	from, to := l.reach()
	near := func(x float64) float64 { return math.Round(100*max(from, min(x, to))) / 100 }
	aim := l.ui.shown.Aim
	aim.Kind, aim.U, aim.V = probe.OfMap, near(u), near(v)
	l.ui.send(app.Aimed{Aim: aim})
	l.place(aim)
}

// place puts the point where the aim is.
func (l *latentMap) place(aim probe.Aim) {
	l.put(l.point, aim.U, aim.V)
	text := "(" + plot.Fixed(aim.U, 2) + ", " + plot.Fixed(aim.V, 2) + ")"
	if l.ui.shown.Spec.Latent == 2 {
		l.where.write("z = " + text)
	} else {
		l.where.write("A + u (B − A) + v (C − A), (u, v) = " + text)
	}
	l.face.set("aria-label", "The latent map, at "+text+". Arrow keys move.")
}

// put puts something at a place of the map.
func (l *latentMap) put(e *element, u, v float64) {
	from, to := l.reach()
	share := func(x float64) float64 {
		return ((x-from)/(to-from)*(probe.MapSide-1) + .5) / probe.MapSide * 100
	}
	x, y := share(u), 100-share(v)
	e.hide(x < 0 || x > 100 || y < 0 || y > 100)
	e.style("left", strconv.FormatFloat(x, 'f', 2, 64)+"%")
	e.style("top", strconv.FormatFloat(y, 'f', 2, 64)+"%")
}

func (l *latentMap) render(m app.Model) {
	if m.Larger != app.TheLatent || m.Snapshot == nil {
		l.snapshot = nil
		return
	}
	theme := themeOf(m)
	if m.Snapshot == l.snapshot && theme.Key == l.theme || !l.gate.open() {
		return
	}
	l.snapshot, l.theme = m.Snapshot, theme.Key
	l.draw(m, theme)
}

func (l *latentMap) draw(m app.Model, theme plot.Theme) {
	s := m.Snapshot
	l.ui.images(l.sheet, s.Array(probe.LatentMap), theme)
	l.ui.images(l.picture, s.Array(probe.Subject), theme)
	l.ui.images(l.sum, s.Array(probe.LatentSum), theme)
	if d := s.Floats(probe.SubjectVerdict); len(d) > 0 {
		l.bars.show(float64(d[0]))
	}
	l.drawPaths(s.Array(probe.LatentPath), theme)
	l.drawThree(m, theme)
	l.place(m.Aim)
	if p := s.Floats(probe.LatentPlaces); len(p) == 6 {
		for i, e := range l.letters {
			l.put(e, float64(p[2*i]), float64(p[2*i+1]))
		}
	}
	text := "A plane through the noise of A, B and C. A − B + C lies on it, at (−1, 1). Drag, or press arrow keys."
	if m.Spec.Latent == 2 {
		text = "All noise near 0: it has two dimensions. Drag, or press arrow keys."
		if toldClasses(&m.Spec, len(s.Bytes(probe.ImagesAsked))) > 0 {
			text += " The class is A’s."
		}
	}
	l.about.write(text)
}

func (l *latentMap) drawPaths(a wire.Array, theme plot.Theme) {
	if a.Dim(0) != 2 || len(a.Bytes) == 0 {
		return
	}
	half := len(a.Bytes) / 2
	for i, c := range l.strips {
		shape := append([]int{1}, a.Shape[1:]...)
		l.ui.images(c, wire.Bytes("", a.Bytes[i*half:(i+1)*half], shape...), theme)
	}
}

func (l *latentMap) drawThree(m app.Model, theme plot.Theme) {
	s := m.Snapshot
	images := s.Array(probe.Images)
	count := countOf(s, probe.Images)
	if count == 0 || len(images.Shape) != 5 {
		return
	}
	aim := m.Aim.Within(count, countOf(s, probe.RealImages))
	size := len(images.Bytes) / count
	key := strconv.Itoa(count) + " " + strconv.Itoa(images.Dim(1)) + " " + strconv.Itoa(len(s.Bytes(probe.ImagesAsked)))
	for i, t := range l.three {
		cell := aim.Three[i]
		l.ui.images(t.picture, wire.Bytes("", images.Bytes[cell*size:(cell+1)*size], images.Shape[2:]...), theme)
		if key != l.options {
			t.choice.Call("replaceChildren")
			for c := range count {
				l.ui.makeText(t.choice, "option", shortCellName(s, c), attr{"value", strconv.Itoa(c)})
			}
		}
		t.choice.hold(strconv.Itoa(cell))
	}
	l.options = key
}
