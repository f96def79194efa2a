//go:build js && wasm

package dom

import (
	"syscall/js"

	"ganvas/ui/app"
	"ganvas/ui/control"
)

// help is the list of shortcuts: a panel that never takes the page over.
type help struct {
	panel *element
	on    *element
}

func newHelp(ui *UI) *help {
	h := &help{panel: ui.find("help")}
	ui.makeText(h.panel, "h2", "Keys")
	list := ui.make(h.panel, "dl")
	for _, a := range control.Actions {
		row := ui.make(list, "div")
		ui.makeText(ui.make(row, "dt"), "kbd", control.KeyName(a.Shortcut))
		ui.makeText(row, "dd", a.Doc)
	}
	label := ui.make(h.panel, "label", attr{"class", "layer"})
	h.on = ui.make(label, "input", attr{"type", "checkbox"}, attr{"id", "shortcuts"})
	ui.makeText(label, "span", "Keys press buttons")
	h.on.on("change", func(js.Value) { ui.send(app.ShortcutsSwitched{On: h.on.Get("checked").Bool()}) })
	return h
}

func (h *help) render(m app.Model) {
	h.panel.hide(!m.Help)
	h.on.Value.Set("checked", !m.Deaf)
}
