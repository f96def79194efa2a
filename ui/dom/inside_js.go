//go:build js && wasm

package dom

import (
	"slices"
	"strconv"
	"syscall/js"

	"ganvas/core/anatomy"
	"ganvas/core/experiment"
	"ganvas/core/nn"
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// inside is the machine of runs of images: what every layer of both players makes of one image, the weights between, and of each number how it was
// made. It is drawn when a snapshot comes, and only while it is open.
type inside struct {
	ui       *UI
	gate     *gate
	face     *element
	chains   [2]*chain
	name     *element
	picture  *element
	bars     *verdictBarsView
	why      *whyPanel
	checker  *element
	key      string // of the networks that are laid out
	snapshot *wire.Snapshot
	theme    string
	aim      probe.Aim
	at       spot
	way      []spot // back to where the reader came from
}

// spot is a number of a player.
type spot struct{ player, stage, element int }

func newInside(ui *UI) *inside {
	n := &inside{ui: ui, at: spot{player: -1}}
	n.gate = newGate(ui, func() { n.render(ui.shown) })
	n.face = ui.make(ui.find("machine"), "div", attr{"class", "inside"})
	n.face.hide(true)
	chains := ui.make(n.face, "div", attr{"class", "chains"})
	for p, name := range playerNames {
		n.chains[p] = newChain(n, p, ui.make(chains, "section", attr{"class", "chain"}, attr{"aria-label", name}), name)
		if p == 0 {
			n.mountSubject(chains)
		}
	}
	n.checker = ui.make(chains, "p", attr{"class", "about checkered"})
	n.why = newWhyPanel(n, ui.make(n.face, "section", attr{"class", "why"}, attr{"aria-label", "What made this number"}))
	return n
}

var playerNames = [2]string{"Generator", "Discriminator"}

// mountSubject mounts the image between the players, and the buttons that go to the next.
func (n *inside) mountSubject(parent *element) {
	box := n.ui.make(parent, "section", attr{"class", "subject"}, attr{"aria-label", "The image"})
	n.name = n.ui.make(box, "h2")
	n.picture = n.ui.make(box, "canvas", attr{"class", "pixels"}, attr{"width", "1"}, attr{"height", "1"}, attr{"aria-hidden", "true"})
	n.bars = n.ui.makeVerdictBars(box)
	row := n.ui.make(box, "div", attr{"class", "row"})
	for _, x := range []struct {
		label, id string
		by        int
	}{{"‹ Image", "inside-back", -1}, {"Image ›", "inside-on", 1}} {
		b := n.ui.makeText(row, "button", x.label, attr{"type", "button"}, attr{"class", "button small"}, attr{"id", x.id})
		b.click(func() { n.turn(x.by) })
	}
	other := n.ui.makeText(row, "button", "Real or generated", attr{"type", "button"}, attr{"class", "button small"}, attr{"id", "inside-other"})
	other.click(func() {
		aim := n.ui.shown.Aim
		if aim.Kind == probe.OfReal {
			aim.Kind = probe.OfGenerated
		} else {
			aim.Kind = probe.OfReal
		}
		n.ui.send(app.Aimed{Aim: aim})
	})
}

// turn looks at another image of the wall.
func (n *inside) turn(by int) {
	s, aim := n.ui.shown.Snapshot, n.ui.shown.Aim
	if s == nil {
		return
	}
	images := probe.Images
	if aim.Kind == probe.OfReal {
		images = probe.RealImages
	} else {
		aim.Kind = probe.OfGenerated
	}
	if count := countOf(s, images); count > 0 {
		aim.At = (aim.At + by + count) % count
		n.ui.send(app.Aimed{Aim: aim})
	}
}

func (n *inside) render(m app.Model) {
	shown := m.Larger == app.TheMachine && m.Offers(probe.Subject)
	n.face.hide(!shown)
	if !shown || m.Snapshot == nil {
		n.snapshot = nil
		return
	}
	theme := themeOf(m)
	if m.Snapshot == n.snapshot && theme.Key == n.theme || !n.gate.open() {
		return
	}
	n.snapshot, n.theme, n.aim = m.Snapshot, theme.Key, m.Aim
	n.lay(m)
	n.draw(theme)
}

// lay lays out both players, where they are other than they were.
func (n *inside) lay(m app.Model) {
	shape, classes := m.DataShape(m.Spec)
	told := toldClasses(&m.Spec, classes)
	key := m.Spec.Structure() + ";" + shapeText(shape) + ";" + strconv.Itoa(told)
	if key == n.key {
		return
	}
	n.key, n.at, n.way = key, spot{player: -1}, nil
	g, d := m.Spec.DesignG(shape, told), m.Spec.DesignD(shape, told)
	projected := 0
	if m.Spec.Condition == "projection" {
		projected = told
	}
	n.chains[0].lay(&m.Spec.Generator, g, 0)
	n.chains[1].lay(&m.Spec.Discriminator, d, projected)
	n.chains[0].of.noise, n.chains[0].of.classes = m.Spec.Latent, told
	if b := n.chains[0].of.Body; b != nil { // the middle of the image
		last := len(b.Stages) - 1
		n.at = spot{0, last, anatomy.At(shape, shape[0]/2, shape[1]/2, 0)}
	}
}

func (n *inside) draw(theme plot.Theme) {
	s := n.snapshot
	n.name.write(subjectName(s, n.aim))
	n.ui.images(n.picture, s.Array(probe.Subject), theme)
	if d := s.Floats(probe.SubjectVerdict); len(d) > 0 {
		n.bars.show(float64(d[0]))
	}
	n.checker.write(checkerText(s))
	class := subjectClass(s, n.aim)
	n.chains[0].take(s.Floats(probe.InsideG), s.Floats(probe.InsideWeightsG), class, n.aim.Kind != probe.OfReal, theme)
	n.chains[1].take(s.Floats(probe.InsideD), s.Floats(probe.InsideWeightsD), class, true, theme)
	n.explain()
}

// choose looks at another number.
func (n *inside) choose(at spot, back bool) {
	if back {
		n.way = append(n.way, n.at)
		n.way = n.way[max(0, len(n.way)-64):]
	}
	n.at = at
	n.explain()
}

// explain says how the number that is looked at was made, and shows where.
func (n *inside) explain() {
	for p, c := range n.chains {
		c.mark(-1, nil)
		if p != n.at.player || !c.filled {
			continue
		}
		r := c.of.why(n.at.stage, n.at.element)
		c.mark(n.at.stage, append([]reasonRow{{Stage: n.at.stage, Element: n.at.element}}, r.Rows...))
		n.why.show(r, n.at, len(n.way) > 0)
		return
	}
	n.why.rest()
}

// chain is a player's layers, one after another.
type chain struct {
	inside *inside
	player int
	box    *element
	list   *element
	says   *element
	of     insideOf
	layers []*layerMaps
	filled bool // there are numbers of this image
}

// layerMaps is what one layer gives, and its weights.
type layerMaps struct {
	chain   *chain
	stage   int // the last of the layer
	weighed int // the stage of its kernels, or -1
	box     *element
	button  *element
	sheet   *element
	marks   []*element
	kernels *element
	maps    plot.Maps
}

func newChain(n *inside, player int, box *element, name string) *chain {
	c := &chain{inside: n, player: player, box: box}
	n.ui.makeText(box, "h2", name)
	c.says = n.ui.make(box, "p", attr{"class", "about"})
	c.list = n.ui.make(box, "ol")
	return c
}

func (c *chain) lay(p *experiment.Player, d experiment.Design, classes int) {
	c.layers = nil
	c.list.Call("replaceChildren")
	body, err := anatomy.Of(d.Network, d.In, classes)
	c.of = insideOf{Body: body, player: playerNames[c.player]}
	if err != nil {
		c.of.Body = nil
		c.says.write("What this player does with one image cannot be shown: " + err.Error() + ".")
		return
	}
	texts := layerTexts(p, d)
	for _, stage := range body.Last() {
		if c.of.reshapes(stage) {
			continue
		}
		layer := body.Stages[stage].Layer
		text := "given → " + shapeText(body.Stages[stage].Shape)
		if layer >= 0 && layer < len(texts) {
			text = texts[layer]
		} else if layer >= 0 {
			text = "end → " + shapeText(body.Stages[stage].Shape)
		}
		c.layers = append(c.layers, c.makeLayer(stage, text))
	}
}

func (c *chain) makeLayer(stage int, text string) *layerMaps {
	ui := c.inside.ui
	l := &layerMaps{chain: c, stage: stage, weighed: -1, maps: plot.MapsOf(c.of.shapeOf(stage))}
	l.box = ui.make(c.list, "li")
	ui.makeText(l.box, "span", text, attr{"class", "caption"})
	l.button = ui.make(l.box, "button", attr{"type", "button"}, attr{"class", "maps"}, attr{"data-layer", strconv.Itoa(c.of.Stages[stage].Layer)})
	l.sheet = ui.make(l.button, "canvas", attr{"class", "pixels"}, attr{"aria-hidden", "true"})
	w, h := l.maps.Size()
	l.button.style("width", "min(8.5rem, "+strconv.Itoa(2*w)+"rem)") // a number alone is small
	l.button.style("aspect-ratio", strconv.Itoa(w)+" / "+strconv.Itoa(h))
	l.button.on("click", l.pressed)
	l.button.on("keydown", l.keyed)
	for s := stage; s >= 0 && c.of.Stages[s].Layer == c.of.Stages[stage].Layer; s-- {
		if len(c.of.Stages[s].Weight.Shape) == 4 {
			l.weighed = s
		}
	}
	if l.weighed >= 0 {
		fold := ui.make(l.box, "details")
		ui.makeText(fold, "summary", "Filters")
		l.kernels = ui.make(fold, "canvas", attr{"class", "pixels"}, attr{"role", "img"},
			attr{"aria-label", "The kernels of this layer: a row for each channel that it is given, a column for each that it gives"})
	}
	return l
}

// pressed looks at the number that was pressed; a press of the keyboard at the one that is there, or at the first.
func (l *layerMaps) pressed(e js.Value) {
	element := l.at()
	if e.Get("detail").Int() > 0 {
		r := l.sheet.Call("getBoundingClientRect")
		w, h := l.maps.Size()
		x := (e.Get("clientX").Float() - r.Get("left").Float()) / r.Get("width").Float() * float64(w)
		y := (e.Get("clientY").Float() - r.Get("top").Float()) / r.Get("height").Float() * float64(h)
		to, ok := l.maps.At(int(x), int(y))
		if !ok {
			return
		}
		element = to
	}
	l.chain.inside.choose(spot{l.chain.player, l.stage, element}, true)
}

// at is the number of the layer that is looked at, or its first.
func (l *layerMaps) at() int {
	if at := l.chain.inside.at; at.player == l.chain.player && at.stage == l.stage {
		return at.element
	}
	return 0
}

// keyed moves to a neighbouring number.
func (l *layerMaps) keyed(e js.Value) {
	by, ok := arrows[e.Get("key").String()]
	if !ok {
		return
	}
	e.Call("preventDefault")
	to := l.maps.Step(l.at(), int(by[0]), int(by[1]))
	l.chain.inside.choose(spot{l.chain.player, l.stage, to}, false)
}

// take shows the numbers of an image, where the player has some of it.
func (c *chain) take(values, weights []float32, class int, made bool, theme plot.Theme) {
	b := c.of.Body
	c.filled = b != nil && made && len(values) == b.Values && len(weights) == b.Weights
	c.list.hide(!c.filled)
	if b == nil {
		return
	}
	c.says.hide(c.filled)
	if !c.filled {
		c.says.write(map[bool]string{true: "Its numbers are on their way.", false: "A real image comes from no generator."}[made])
		return
	}
	c.of.values, c.of.weights, c.of.class = values, weights, class
	for _, l := range c.layers {
		own := b.Stages[l.stage].In(values)
		w, _ := l.maps.Size()
		c.inside.ui.bitmap(l.sheet, l.maps.Pixels(theme, own, plot.Reaching(own)), w)
		l.name()
		if l.kernels != nil && l.kernels.Get("parentElement").Get("open").Bool() {
			part := b.Stages[l.weighed].Weight
			_, transposed := b.Layer(l.weighed).(nn.Transposed)
			k := plot.KernelsOf(part.Shape, transposed)
			w, _ := k.Size()
			own := part.In(weights)
			c.inside.ui.bitmap(l.kernels, k.Pixels(theme, own, transposed, plot.Reaching(own)), w)
		}
	}
}

// name tells who cannot see what a layer's button is at.
func (l *layerMaps) name() {
	o := l.chain.of
	element := l.at()
	value := float64(o.Stages[l.stage].In(o.values)[element])
	l.button.set("aria-label", o.titleOf(l.stage, element)+", is "+plot.Number(value)+". Arrow keys move, Enter says why.")
}

// mark shows where the number that is looked at lies, and what has made it.
func (c *chain) mark(stage int, rows []reasonRow) {
	for _, l := range c.layers {
		n := 0
		for _, r := range rows {
			if r.Stage == l.stage && n < reasonRows+1 {
				l.put(n, r.Element, l.stage == stage)
				n++
			}
		}
		for _, m := range l.marks[n:] {
			m.hide(true)
		}
		l.button.set("data-shown", strconv.FormatBool(l.stage == stage))
		if stage >= 0 && c.filled {
			l.name()
		}
	}
}

// put puts mark n over an element.
func (l *layerMaps) put(n, element int, chosen bool) {
	for len(l.marks) <= n {
		l.marks = append(l.marks, l.chain.inside.ui.make(l.button, "i", attr{"aria-hidden", "true"}))
	}
	w, h := l.maps.Size()
	x, y := l.maps.Place(element)
	share := func(n, of int) string { return strconv.FormatFloat(100*float64(n)/float64(of), 'f', 3, 64) + "%" }
	m := l.marks[n]
	m.style("left", share(x, w))
	m.style("top", share(y, h))
	m.style("width", share(1, w))
	m.style("height", share(1, h))
	m.set("data-chosen", strconv.FormatBool(chosen))
	m.hide(false)
}

// layerOf is the part of the page that shows a stage's layer, or nil.
func (c *chain) layerOf(stage int) *layerMaps {
	if i := slices.IndexFunc(c.layers, func(l *layerMaps) bool { return l.stage == stage }); i >= 0 {
		return c.layers[i]
	}
	return nil
}
