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

// machine is both players unit by unit, with what goes in and what comes out. It is drawn when a snapshot comes, and only while it is open.
type machine struct {
	ui                         *UI
	box, face, canvas, picture *element
	large, says                *element
	units                      []*unit
	layout                     plot.Machine
	shape                      string // of the picture that the layout is of
	layers                     string // that the units are of
	snapshot                   *wire.Snapshot
	theme                      string
	stepped                    app.Stepping // the step-through as it was drawn
	scene                      plot.MachineScene
	at                         int  // the unit that is shown large
	held                       bool // whether the mouse passes others by, and its weights can be set
	hand                       *weightEditor
	due                        float64
	waiting                    bool
	again                      js.Func
	brushes                    *brushes
}

// unit is a button over the picture of a unit.
type unit struct {
	button               *element
	player, layer, shown int
	width, row           int // of its layer, and of its player's responses
	box                  plot.Box
}

func newMachine(ui *UI) *machine {
	m := &machine{ui: ui, box: ui.find("machine"), at: -1}
	m.face = ui.make(m.box, "div", attr{"class", "machine-face"})
	m.canvas = ui.make(m.face, "canvas", attr{"aria-hidden", "true"})
	m.picture = ui.make(m.face, "div", attr{"class", "machine-picture"})
	reading := ui.make(m.face, "div", attr{"class", "machine-reading"})
	m.large = ui.make(reading, "canvas", attr{"aria-hidden", "true"})
	m.says = ui.make(reading, "output", attr{"id", "machine-says"})
	m.hand = newWeightEditor(ui, reading)
	m.again = js.FuncOf(func(js.Value, []js.Value) any {
		m.waiting = false
		m.render(ui.shown)
		return nil
	})
	m.brushes = newBrushes(m)
	m.face.on("keydown", m.roam)
	m.face.on("click", m.follow)
	resized := js.FuncOf(func(js.Value, []js.Value) any {
		m.snapshot = nil
		m.render(ui.shown)
		return nil
	})
	ui.window.Call("addEventListener", "resize", resized)
	return m
}

func (m *machine) render(model app.Model) {
	images := model.Offers(probe.Subject) // they have a machine of their own
	m.face.hide(images)
	if images || model.Larger != app.TheMachine || model.Snapshot == nil {
		m.snapshot = nil
		return
	}
	theme := plot.Light
	if model.Night() {
		theme = plot.Dark
	}
	same := model.Stepping == m.stepped
	if m.waiting && same || model.Snapshot == m.snapshot && theme.Key == m.theme && same {
		return
	}
	now := m.ui.window.Get("performance").Call("now").Float()
	if now < m.due && same {
		m.waiting = true
		m.ui.window.Call("setTimeout", m.again, m.due-now)
		return
	}
	m.due, m.snapshot, m.theme, m.stepped = now+chartsEvery, model.Snapshot, theme.Key, model.Stepping
	m.draw(model, theme)
}

func (m *machine) draw(model app.Model, theme plot.Theme) {
	s := model.Snapshot
	scene, units := machineScene(model.Spec, s, model.Trace())
	var widths [2][]int
	if units {
		widths = [2][]int{widthsOf(&model.Spec.Generator), widthsOf(&model.Spec.Discriminator)}
		units = rowsOf(widths[0]) == s.Array(probe.ResponsesG).Dim(0) && rowsOf(widths[1]) == s.Array(probe.ResponsesD).Dim(0)
	}
	if !units {
		widths, scene.Weights = [2][]int{}, [2][]float32{}
	}
	for i, p := range []int{len(widths[0]), len(widths[1])} {
		if p > 0 {
			scene.Above[i] = strconv.Itoa(p) + " hidden layers"
		}
	}
	at, steps := steppingOf(model)
	if steps {
		at.sees(&scene, s)
	}
	m.lay(widths, scene.Stepping)
	m.scene = scene
	m.paint(theme, s)
	if steps && at.images(s) {
		m.paintPair(at, s)
	}
	m.picture.Set("innerHTML", m.layout.SVG(theme, scene))
	if !units {
		m.says.write("Units are shown where both players are fully connected and told nothing of classes, and noise and data have one or two dimensions.")
	}
	m.read(m.at)
	m.brushes.place(model)
}

// rowsOf is how many units are shown of layers of these widths.
func rowsOf(widths []int) (n int) {
	for _, u := range plot.ShownUnits(widths) {
		n += u
	}
	return n
}

// lay lays the machine out, where its size or its layers have changed.
func (m *machine) lay(widths [2][]int, on *plot.MachineStepping) {
	w, h := m.box.Get("clientWidth").Float(), m.box.Get("clientHeight").Float()
	few := on != nil && (w < fewParts || h < lowParts)
	switch {
	case few:
	case on != nil:
		w = math.Max(w, 960)
	default:
		w, h = math.Max(w, 960), math.Max(h, 430)
	}
	ratio := m.ui.window.Get("devicePixelRatio").Float()
	shape := strconv.FormatFloat(w, 'f', 0, 64) + " " + strconv.FormatFloat(h, 'f', 0, 64) + " " + strconv.FormatFloat(ratio, 'f', 2, 64)
	layers := shapeText(widths[0]) + ";" + shapeText(widths[1])
	if few {
		shape += " " + strconv.Itoa(int(on.Lit))
	}
	if shape == m.shape && layers == m.layers {
		return
	}
	if m.shape, m.layout = shape, plot.LayMachine(w, h, plot.ShownUnits(widths[0]), plot.ShownUnits(widths[1])); few {
		m.layout = plot.LayParts(w, h, on.Lit, plot.ShownUnits(widths[0]), plot.ShownUnits(widths[1]))
	}
	m.face.style("width", pixels(w))
	m.face.style("height", pixels(h))
	m.canvas.Value.Set("width", math.Round(w*ratio))
	m.canvas.Value.Set("height", math.Round(h*ratio))
	reading := &element{Value: m.large.Get("parentElement")}
	reading.style("left", pixels(m.layout.Reading.X))
	reading.style("top", pixels(m.layout.Reading.Y))
	reading.style("width", pixels(m.layout.Reading.W))
	if layers != m.layers { // otherwise the buttons stay, and the keyboard where it is
		m.layers = layers
		m.mountUnits(widths)
	}
	m.placeUnits()
}

// fewParts and lowParts are the width and the height in pixels below which a step-through shows only what is at work.
const (
	fewParts = 700
	lowParts = 330
)

func (m *machine) mountUnits(widths [2][]int) {
	for _, u := range m.units {
		u.button.Call("remove")
	}
	m.units, m.at, m.held = nil, -1, false
	for i := range widths {
		row := 0
		for layer, units := range plot.ShownUnits(widths[i]) {
			for shown := range units {
				u := &unit{player: i, layer: layer, shown: shown, width: widths[i][layer], row: row}
				u.button = m.ui.make(m.face, "button", attr{"type", "button"}, attr{"class", "unit"}, attr{"tabindex", "-1"})
				u.button.set("aria-label", unitName(players[i], layer, shown, u.width))
				n := len(m.units)
				u.button.on("pointerenter", func(js.Value) {
					if !m.held {
						m.read(n)
					}
				})
				u.button.on("focus", func(js.Value) { m.read(n) })
				u.button.click(func() {
					m.held = !m.held || m.at != n
					m.read(n)
				})
				m.units = append(m.units, u)
				row++
			}
		}
	}
	if len(m.units) > 0 {
		m.at = 0
	}
}

// placeUnits puts the buttons where the layout has their units.
func (m *machine) placeUnits() {
	for _, u := range m.units {
		layers := m.layout.Players[u.player].Layers
		u.button.hide(len(layers) == 0)
		if u.box = (plot.Box{}); len(layers) > 0 {
			u.box = layers[u.layer][u.shown]
		}
		u.button.style("left", pixels(u.box.X))
		u.button.style("top", pixels(u.box.Y))
		u.button.style("width", pixels(u.box.W))
		u.button.style("height", pixels(u.box.H))
	}
}

// paint draws the units and D's field in device pixels.
func (m *machine) paint(theme plot.Theme, s *wire.Snapshot) {
	ratio := m.ui.window.Get("devicePixelRatio").Float()
	pen := m.canvas.Call("getContext", "2d")
	pen.Call("clearRect", 0, 0, m.canvas.Get("width"), m.canvas.Get("height"))
	put := func(sheet js.Value, top, side int, b plot.Box, alpha float64) {
		if b.W <= 0 {
			return
		}
		pen.Set("globalAlpha", alpha)
		pen.Call("drawImage", sheet, 0, top, side, side, math.Round(b.X*ratio), math.Round(b.Y*ratio), math.Round(b.W*ratio), math.Round(b.H*ratio))
	}
	if f := machineField(s); f.Size > 0 {
		put(m.ui.sheet(plot.FieldPixels(theme, f), f.Size), 0, f.Size, m.layout.Samples, m.scene.Stepping.Shown(plot.PartSamples))
	}
	if len(m.units) == 0 {
		return
	}
	sheets := [2]js.Value{m.ui.sheet(plot.Responses(theme, s.Floats(probe.ResponsesG)), probe.MachineSide), m.ui.sheet(plot.Responses(theme, s.Floats(probe.ResponsesD)), probe.MachineSide)}
	for _, u := range m.units {
		put(sheets[u.player], u.row*probe.MachineSide, probe.MachineSide, u.box, m.scene.Stepping.Fired(u.player, u.row))
	}
}

// read shows a unit large, and says what it is.
func (m *machine) read(n int) {
	m.large.hide(n < 0 || n >= len(m.units))
	if n < 0 || n >= len(m.units) || m.ui.shown.Snapshot == nil {
		return
	}
	if was := m.at; was >= 0 && was < len(m.units) {
		m.units[was].button.set("tabindex", "-1")
		m.units[was].button.set("data-shown", "false")
		m.units[was].button.set("aria-pressed", "false")
	}
	u := m.units[n]
	m.at = n
	u.button.set("tabindex", "0")
	u.button.set("data-shown", "true")
	u.button.set("aria-pressed", strconv.FormatBool(m.held))
	m.weigh(u)
	const size = probe.MachineSide * probe.MachineSide
	all := m.ui.shown.Snapshot.Floats([]string{probe.ResponsesG, probe.ResponsesD}[u.player])
	if len(all) < (u.row+1)*size {
		return
	}
	response := all[u.row*size : (u.row+1)*size]
	says := unitSays(players[u.player], u.layer, u.shown, u.width, response)
	m.says.write(says)
	u.button.set("aria-label", says)
	theme := plot.Light
	if m.ui.shown.Night() {
		theme = plot.Dark
	}
	side := math.Round(math.Min(math.Max(m.layout.Reading.H, 48), .42*m.layout.Reading.W) * m.ui.window.Get("devicePixelRatio").Float())
	m.large.Value.Set("width", side)
	m.large.Value.Set("height", side)
	m.large.style("width", pixels(side/m.ui.window.Get("devicePixelRatio").Float()))
	m.large.Call("getContext", "2d").Call("drawImage", m.ui.sheet(plot.Responses(theme, response), probe.MachineSide), 0, 0, side, side)
}

// weigh has the weights of a unit set by hand, where it is held.
func (m *machine) weigh(u *unit) {
	var of *dense
	if m.held {
		dims := 2
		if len(m.ui.shown.Snapshot.Floats(probe.LineWindow)) > 0 {
			dims = 1
		}
		both := denseOf(&m.ui.shown.Spec, dims)
		of = &both[u.player]
	}
	m.hand.show(m.ui.shown, of, unitName(players[u.player], u.layer, u.shown, u.width), u.layer, u.shown)
}

// roam takes the keyboard from unit to unit.
func (m *machine) roam(e js.Value) {
	if e.Get("target").Call("closest", ".weight-row").Truthy() {
		return
	}
	by := map[string][2]int{"ArrowLeft": {-1, 0}, "ArrowRight": {1, 0}, "ArrowUp": {0, -1}, "ArrowDown": {0, 1}}[e.Get("key").String()]
	if by == [2]int{} || m.at < 0 || m.at >= len(m.units) || e.Get("defaultPrevented").Truthy() { // a brush has moved
		return
	}
	e.Call("preventDefault")
	from, best, nearest := m.units[m.at].box, -1, math.Inf(1)
	for i, u := range m.units {
		dx, dy := u.box.X-from.X, u.box.Y-from.Y
		along, aside := dx*float64(by[0])+dy*float64(by[1]), math.Abs(dx*float64(by[1]))+math.Abs(dy*float64(by[0]))
		if d := along + 3*aside; along > 1 && d < nearest {
			best, nearest = i, d
		}
	}
	if best >= 0 {
		m.units[best].button.Call("focus")
		m.read(best) // a window behind others tells nothing of its focus
	}
}

// paintPair draws the two images that are followed, the real one on the left.
func (m *machine) paintPair(at phaseSeen, s *wire.Snapshot) {
	shape := s.Array(probe.RealImages).Shape[2:]
	ratio := m.ui.window.Get("devicePixelRatio").Float()
	pen := m.canvas.Call("getContext", "2d")
	pen.Set("imageSmoothingEnabled", false)
	pen.Set("globalAlpha", m.scene.Stepping.Shown(plot.PartSamples))
	box := m.layout.Samples
	for i, image := range [][]float32{at.move.Real, at.move.Made} {
		sheet := m.ui.sheet(imagePixels(at.move.Row(image, at.pair), shape), shape[1])
		side := box.W/2 - 6
		pen.Call("drawImage", sheet, math.Round((box.X+4+float64(i)*(side+4))*ratio), math.Round((box.Y+(box.H-side)/2)*ratio), math.Round(side*ratio), math.Round(side*ratio))
	}
}
