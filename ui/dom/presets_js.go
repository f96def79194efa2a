//go:build js && wasm

package dom

import (
	"slices"
	"strconv"

	"ganvas/core/experiment"
	"ganvas/ui/app"
	"ganvas/ui/control"
)

// presets is the gallery of named experiments, and the words about the one that is open.
type presets struct {
	ui                      *UI
	name                    *element
	topics                  []*element
	topic                   string
	cards                   []*element
	card, title, when, text *element
	cure, back              *element
	spec                    experiment.Spec // what the card was last rendered for
	key                     string
	reads                   bool // a lesson was open
	begun                   bool
}

func newPresets(ui *UI) *presets {
	p := &presets{ui: ui, name: ui.find("experiment-name")}
	ui.opensSheet(ui.find("do-experiments"), app.Gallery)
	ui.addSheet(ui.find("gallery"), app.Gallery, false)
	p.mountTopics()
	p.mountWords()
	return p
}

// mountTopics mounts the buttons that leave the experiments of one topic.
func (p *presets) mountTopics() {
	box := p.ui.find("topics")
	for _, topic := range control.Topics() {
		b := p.ui.makeText(box, "button", topic, attr{"type", "button"}, attr{"class", "chip"})
		b.click(func() { p.filter(topic) })
		p.topics = append(p.topics, b)
	}
	p.filter(control.AllTopics)
}

func (p *presets) filter(topic string) {
	p.topic = topic
	for i, t := range control.Topics() {
		p.topics[i].set("aria-pressed", strconv.FormatBool(t == topic))
	}
	for i, e := range control.Exhibits() {
		if i < len(p.cards) {
			p.cards[i].hide(topic != control.AllTopics && !slices.Contains(e.Topics, topic))
		}
	}
}

func (p *presets) mountCard(list *element, e control.Exhibit) *element {
	b := p.ui.make(list, "button", attr{"type", "button"}, attr{"id", "preset-" + e.Key}, attr{"class", "experiment-card"})
	picture := p.ui.make(b, "span", attr{"class", "thumb"}, attr{"aria-hidden", "true"})
	picture.Set("innerHTML", control.Thumb(e.Preset))
	if e.Fails() {
		p.ui.makeText(b, "span", "▲ fails", attr{"class", "fails"})
	}
	p.ui.makeText(b, "strong", e.Question)
	p.ui.makeText(b, "span", firstSentence(e.Doc), attr{"class", "says"})
	if e.Fails() {
		p.ui.makeText(b, "span", cureText(app.Exhibit{Preset: e.Preset}), attr{"class", "cure"})
	}
	b.click(func() {
		p.ui.send(app.SheetClosed{})
		p.ui.send(app.PresetWanted{Key: e.Key})
	})
	return b
}

// mountWords mounts the card that says what there is to see.
func (p *presets) mountWords() {
	ui := p.ui
	p.card = ui.find("preset")
	p.title = ui.make(p.card, "h2")
	p.when = ui.make(p.card, "p", attr{"class", "when"})
	leave := ui.makeText(p.card, "button", "×", attr{"type", "button"}, attr{"class", "shut"}, attr{"id", "preset-leave"}, attr{"aria-label", "Close these words"})
	leave.click(func() { p.press(app.PresetLeft{}, ui.find("do-experiments")) })
	p.text = ui.make(p.card, "p", attr{"id", "preset-text"})
	p.cure = ui.make(p.card, "button", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-cure"})
	p.cure.click(func() { p.press(app.CureWanted{}, p.back) })
	p.back = ui.makeText(p.card, "button", "Undo the cure", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-illness"})
	p.back.click(func() { p.press(app.CureUndone{}, p.cure) })
}

// mountCards mounts the gallery when it is first opened: its pictures take a moment.
func (p *presets) mountCards() {
	list := p.ui.find("preset-list")
	for _, e := range control.Exhibits() {
		p.cards = append(p.cards, p.mountCard(list, e))
	}
	p.filter(p.topic)
}

// press says something that takes the pressed button away, and hands the keyboard to what stands in its place.
func (p *presets) press(m app.Msg, next *element) {
	p.ui.send(m)
	next.Call("focus", map[string]any{"preventScroll": true})
}

func (p *presets) render(m app.Model) {
	if m.Sheet == app.Gallery && len(p.cards) == 0 {
		p.mountCards()
	}
	reads := m.Reader.Open()
	if p.begun && p.key == m.Preset && p.spec == m.Spec && p.reads == reads {
		return
	}
	p.key, p.spec, p.reads, p.begun = m.Preset, m.Spec, reads, true
	p.name.write(nameText(m))
	e, ok := m.Exhibit()
	p.card.hide(!ok)
	if ok {
		p.title.write(e.Label)
		p.when.write(whenText(e))
		p.text.write(e.Doc)
		p.cure.write(cureText(e))
		p.cure.hide(e.Cure == "" || e.Cured)
		p.back.hide(!e.Cured)
	}
	if p.ui.layout != nil {
		p.ui.layout.queue() // the card moves the pictures below it
	}
}
