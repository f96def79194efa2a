//go:build js && wasm

package dom

import (
	"ganvas/core/experiment"
	"ganvas/ui/app"
)

// presets is the gallery of named experiments, and the words about the one that is open.
type presets struct {
	ui                      *UI
	name                    *element
	gallery                 *gallery
	card, title, when, text *element
	cure, back              *element
	moments                 *moments
	spec                    experiment.Spec // what the card was last rendered for
	key                     string
	reads                   bool // a lesson was open
	begun                   bool
}

func newPresets(ui *UI) *presets {
	p := &presets{ui: ui, name: ui.find("experiment-name"), gallery: newGallery(ui)}
	p.mountWords()
	return p
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
	p.moments = newMoments(ui, p.card)
	p.cure = ui.make(p.card, "button", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-cure"})
	p.cure.click(func() { p.press(app.CureWanted{}, p.back) })
	p.back = ui.makeText(p.card, "button", "Undo the cure", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-illness"})
	p.back.click(func() { p.press(app.CureUndone{}, p.cure) })
}

// press says something that takes the pressed button away, and hands the keyboard to what stands in its place.
func (p *presets) press(m app.Msg, next *element) {
	p.ui.send(m)
	next.Call("focus", map[string]any{"preventScroll": true})
}

func (p *presets) render(m app.Model) {
	p.gallery.render(m)
	defer func() {
		e, ok := m.Exhibit()
		p.moments.render(m, e, ok)
	}()
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
