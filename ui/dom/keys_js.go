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
		if undoes(e) {
			ui.undo(e)
			return
		}
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
		if msg, ok := control.SteppingKeys[key]; ok && ui.shown.Stepping.On {
			e.Call("preventDefault")
			ui.send(msg)
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

// undoes reports whether a key takes something back, and is not typed into a text, which has its own way to do that.
func undoes(e js.Value) bool {
	if !e.Get("ctrlKey").Truthy() && !e.Get("metaKey").Truthy() || e.Get("shiftKey").Truthy() || e.Get("altKey").Truthy() || e.Get("defaultPrevented").Truthy() {
		return false
	}
	to := e.Get("target")
	switch tag := tagOf(to); {
	case e.Get("key").String() != "z", tag == "TEXTAREA", tag == "EDITABLE":
		return false
	case tag == "INPUT":
		kind := to.Get("type").String()
		return kind == "range" || kind == "checkbox"
	}
	return true
}

// undo takes back the last stroke of a drawing or, where none is open, the last change of a setting.
func (ui *UI) undo(e js.Value) {
	switch {
	case ui.shown.Sheet == app.Drawing:
		ui.find("draw-undo").Call("click")
	case ui.shown.Deaf:
		return
	default:
		ui.send(app.Undone{})
	}
	e.Call("preventDefault")
}

// escape closes what is open or, where nothing is, leaves presenting.
func (ui *UI) escape(e js.Value) {
	switch {
	case ui.shown.Sheet != app.NoSheet:
		e.Call("preventDefault")
		ui.send(app.SheetClosed{})
	case ui.shown.Stepping.On:
		e.Call("preventDefault")
		ui.send(app.SteppingToggled{})
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
