//go:build js && wasm

package dom

import (
	"syscall/js"

	"ganvas/ui/app"
	"ganvas/ui/control"
)

// listenKeys lets single keys press buttons, except where a control has a use for them. No key is ever kept from the
// browser that has no meaning here.
func (ui *UI) listenKeys() {
	document := &element{Value: ui.document}
	document.on("keydown", func(e js.Value) {
		if !plainKey(e) {
			return
		}
		key := e.Get("key").String()
		if key == "Escape" {
			ui.escape(e)
			return
		}
		if len(key) > 1 && e.Get("shiftKey").Truthy() {
			key = "Shift+" + key
		}
		if ui.shown.Deaf || usesKey(tagOf(e.Get("target")), key) {
			return
		}
		if y, ok := layerOfKey(key); ok {
			e.Call("preventDefault")
			ui.send(app.LayerToggled{Key: y.Key, On: !ui.shown.Layers.Has(y.Bit)})
			return
		}
		a, ok := control.ByShortcut(key)
		if !ok || a.Place == control.Clicker && !ui.shown.Presenting {
			return
		}
		e.Call("preventDefault")
		ui.act(a)
	})
}

// escape closes what is open or, where nothing is, leaves presenting.
func (ui *UI) escape(e js.Value) {
	switch {
	case ui.shown.Sheet != app.NoSheet:
		e.Call("preventDefault")
		ui.send(app.SheetClosed{})
	case ui.shown.Presenting:
		ui.send(app.PresentToggled{})
	}
}

// plainKey reports whether an event is a key alone, and nobody else's.
func plainKey(e js.Value) bool {
	for _, name := range []string{"ctrlKey", "altKey", "metaKey", "defaultPrevented", "isComposing", "repeat"} {
		if e.Get(name).Truthy() {
			return false
		}
	}
	return e.Get("key").Type() == js.TypeString
}

// tagOf is an element's tag, or "editable".
func tagOf(target js.Value) string {
	if target.Get("isContentEditable").Truthy() {
		return "EDITABLE"
	}
	if tag := target.Get("tagName"); tag.Type() == js.TypeString {
		return tag.String()
	}
	return ""
}
