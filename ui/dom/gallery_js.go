//go:build js && wasm

package dom

import (
	"math"
	"strconv"

	"ganvas/ui/app"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// gallery is the sheet of named experiments: a card for each, with the picture of what it comes to. Cards are mounted when it is first opened.
type gallery struct {
	ui      *UI
	topics  []*element
	topic   string
	failing *element
	fails   bool
	cards   []*card
	own     *element
	drawn   string // the theme of the pictures, or empty
}

// card is one experiment's.
type card struct {
	control.Exhibit
	box, thumb, picture, cure, says *element
}

func newGallery(ui *UI) *gallery {
	g := &gallery{ui: ui}
	ui.opensSheet(ui.find("do-experiments"), app.Gallery)
	ui.addSheet(ui.find("gallery"), app.Gallery, false)
	box := ui.find("topics")
	for _, topic := range control.Topics() {
		b := ui.makeText(box, "button", topic, attr{"type", "button"}, attr{"class", "chip"})
		b.click(func() { g.filter(topic, g.fails) })
		g.topics = append(g.topics, b)
	}
	g.failing = ui.makeText(box, "button", "▲ Failures only", attr{"type", "button"}, attr{"class", "chip failing"}, attr{"id", "failures"})
	g.failing.click(func() { g.filter(g.topic, !g.fails) })
	g.filter(control.AllTopics, false)
	return g
}

// filter leaves the experiments of one topic, and of these those that fail.
func (g *gallery) filter(topic string, fails bool) {
	g.topic, g.fails = topic, fails
	for i, t := range control.Topics() {
		g.topics[i].set("aria-pressed", strconv.FormatBool(t == topic))
	}
	g.failing.set("aria-pressed", strconv.FormatBool(fails))
	for _, c := range g.cards {
		c.box.hide(!c.Of(topic) || fails && !c.Fails())
	}
	if g.own != nil {
		g.own.hide(fails || topic != control.AllTopics && topic != control.OwnTopic)
	}
}

func (g *gallery) mount() {
	list := g.ui.find("preset-list")
	for _, e := range control.Exhibits() {
		g.cards = append(g.cards, g.mountCard(list, e))
	}
	g.own = g.ui.make(list, "div", attr{"class", "experiment-card"}, attr{"id", "own-card"})
	box := g.ui.make(g.own, "div", attr{"class", "thumb own"})
	draw := g.ui.makeText(box, "button", "Draw data", attr{"type", "button"}, attr{"class", "button"})
	draw.click(func() { g.ui.send(app.SheetToggled{Sheet: app.Drawing}) })
	g.ui.makeOpener(box, "Open a table", "gallery-open")
	g.ui.makeText(g.own, "strong", "Your own")
	g.ui.makeText(g.own, "span", "Or drop a file anywhere.", attr{"class", "says"})
	g.filter(g.topic, g.fails)
}

func (g *gallery) mountCard(list *element, e control.Exhibit) *card {
	ui := g.ui
	c := &card{Exhibit: e, box: ui.make(list, "button", attr{"type", "button"}, attr{"id", "preset-" + e.Key}, attr{"class", "experiment-card"})}
	c.thumb = ui.make(c.box, "span", attr{"class", "thumb"}, attr{"aria-hidden", "true"})
	if e.Fails() {
		ui.makeText(c.box, "span", "▲ fails", attr{"class", "fails"})
	}
	ui.makeText(c.box, "strong", e.Question)
	ui.makeText(c.box, "span", firstSentence(e.Doc), attr{"class", "says"})
	c.says = ui.make(c.box, "span", attr{"class", "score"})
	if !app.Pretrained(e.Preset) {
		c.drawData()
	}
	if e.Fails() {
		ui.makeText(c.box, "span", cureText(app.Exhibit{Preset: e.Preset}), attr{"class", "cure"})
	}
	c.box.click(func() {
		ui.send(app.SheetClosed{})
		ui.send(app.PresetWanted{Key: e.Key})
	})
	return c
}

func (g *gallery) render(m app.Model) {
	if m.Sheet != app.Gallery {
		return
	}
	if len(g.cards) == 0 {
		g.mount()
	}
	theme := themeOf(m)
	if m.Outcomes == nil || g.drawn == theme.Key {
		return
	}
	g.drawn = theme.Key
	for _, c := range g.cards {
		if len(m.Outcomes) == 0 && app.Pretrained(c.Preset) {
			c.drawData()
		}
	}
	for _, o := range m.Outcomes {
		for _, c := range g.cards {
			if c.Key == o.Key {
				c.draw(g.ui, o, theme)
			}
		}
	}
}

// drawData shows the data where there is no picture of what the experiment comes to.
func (c *card) drawData() {
	c.thumb.Set("innerHTML", control.Thumb(c.Preset))
	c.says.write("Pictured: the data. It trains from step 0.")
}

// The sides of a card's picture and of its inset in CSS pixels, and the most device pixels that a picture has.
const (
	cardSide  = 250
	insetSide = 90
	mostSide  = 360
)

// draw shows what the experiment comes to, and in a corner what its cure makes of it.
func (c *card) draw(ui *UI, o plot.Outcome, theme plot.Theme) {
	side := func(css float64) int {
		return int(math.Min(mostSide, math.Round(css*ui.window.Get("devicePixelRatio").Float())))
	}
	if c.picture == nil {
		c.picture = ui.make(c.thumb, "canvas", attr{"class", "outcome"})
		if o.Cured != nil {
			ui.makeText(c.thumb, "span", "→", attr{"class", "towards"})
			c.cure = ui.make(c.thumb, "canvas", attr{"class", "inset"})
		}
		c.says.write(o.Says)
	}
	ui.bitmap(c.picture, plot.Thumb(side(cardSide), theme, o.Real, &o.Shot), side(cardSide))
	if o.Cured != nil {
		ui.bitmap(c.cure, plot.Thumb(side(insetSide), theme, o.Real, o.Cured), side(insetSide))
	}
}
