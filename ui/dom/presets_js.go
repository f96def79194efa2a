//go:build js && wasm

package dom

import (
	"syscall/js"

	"ganvas/core/experiment"
	"ganvas/ui/app"
)

// presets is the menu of named experiments, and the words about the one that is open.
type presets struct {
	ui                      *UI
	menu, button            *element
	card, title, when, text *element
	cure, back              *element
	spec                    experiment.Spec // what the card was last rendered for
	key                     string
	reads                   bool // a lesson was open
}

func newPresets(ui *UI) *presets {
	p := &presets{ui: ui, menu: ui.find("experiments"), button: ui.find("do-experiments")}
	list := ui.find("preset-list")
	for _, x := range experiment.Presets {
		b := ui.make(list, "button", attr{"type", "button"}, attr{"id", "preset-" + x.Key})
		ui.makeText(b, "strong", x.Label)
		ui.makeText(b, "span", firstSentence(x.Doc))
		b.click(func() { p.choose(x.Key) })
	}
	p.listen()

	p.card = ui.find("preset")
	p.title = ui.make(p.card, "h2")
	p.when = ui.make(p.card, "p", attr{"class", "when"})
	leave := ui.makeText(p.card, "button", "×", attr{"type", "button"}, attr{"class", "ask"}, attr{"id", "preset-leave"},
		attr{"aria-label", "Put these words away"})
	leave.click(func() { p.press(app.PresetLeft{}, p.button) })
	p.text = ui.make(p.card, "p", attr{"id", "preset-text"})
	p.cure = ui.make(p.card, "button", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-cure"})
	p.cure.click(func() { p.press(app.CureWanted{}, p.back) })
	p.back = ui.makeText(p.card, "button", "Back to the illness", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-illness"})
	p.back.click(func() { p.press(app.CureUndone{}, p.cure) })
	return p
}

// press says something that takes the pressed button away, and hands the keyboard to what stands in its place.
func (p *presets) press(m app.Msg, next *element) {
	p.ui.send(m)
	next.Call("focus", map[string]any{"preventScroll": true})
}

func (p *presets) choose(key string) {
	p.shut()
	p.ui.send(app.PresetWanted{Key: key})
}

// shut closes the menu and leaves the keyboard on its button.
func (p *presets) shut() {
	p.menu.Set("open", false)
	p.button.Call("focus", map[string]any{"preventScroll": true})
}

// listen closes the menu by Escape, and when the hand or the keyboard goes elsewhere.
func (p *presets) listen() {
	p.menu.on("keydown", func(e js.Value) {
		if e.Get("key").String() == "Escape" && p.menu.Get("open").Truthy() {
			e.Call("preventDefault")
			p.shut()
		}
	})
	p.menu.on("focusout", func(e js.Value) {
		if to := e.Get("relatedTarget"); to.Truthy() && !p.menu.Call("contains", to).Truthy() {
			p.menu.Set("open", false)
		}
	})
	p.ui.document.Call("addEventListener", "pointerdown", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if to := args[0].Get("target"); p.menu.Get("open").Truthy() && !p.menu.Call("contains", to).Truthy() {
			p.menu.Set("open", false)
		}
		return nil
	}))
}

func (p *presets) render(m app.Model) {
	reads := m.Reader.Open()
	if p.key == m.Preset && p.spec == m.Spec && p.reads == reads {
		return
	}
	p.key, p.spec, p.reads = m.Preset, m.Spec, reads
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
		p.ui.layout.queue() // the card moves the pictures beside it
	}
}
