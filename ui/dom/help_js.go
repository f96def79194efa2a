//go:build js && wasm

package dom

import (
	"ganvas/core/picture"
	"strconv"
	"syscall/js"

	"ganvas/ui/app"
	"ganvas/ui/control"
)

// help is the list of keys.
type help struct{ on *element }

func newHelp(ui *UI) *help {
	box := ui.find("help")
	ui.addSheet(box, app.Help, true)
	ui.makeText(box, "h2", "Keys")
	list := ui.make(box, "dl")
	row := func(key, says string) {
		r := ui.make(list, "div")
		ui.makeText(ui.make(r, "dt"), "kbd", key)
		ui.makeText(r, "dd", says)
	}
	for _, a := range control.Actions {
		if a.Shortcut != "" {
			row(control.KeyName(a.Shortcut), a.Doc)
		}
	}
	row("1 – "+strconv.Itoa(len(picture.AllLayers)), "Show or hide a layer of the picture.")
	row("Esc", "Close what is open; leave presenting.")
	label := ui.make(box, "label", attr{"class", "layer"})
	h := &help{on: ui.make(label, "input", attr{"type", "checkbox"}, attr{"id", "shortcuts"})}
	ui.makeText(label, "span", "Single keys do this")
	h.on.on("change", func(js.Value) { ui.send(app.ShortcutsSwitched{On: h.on.Get("checked").Bool()}) })
	return h
}

func (h *help) render(m app.Model) { h.on.Value.Set("checked", !m.Deaf) }
