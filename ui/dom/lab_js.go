//go:build js && wasm

package dom

import (
	"strings"

	"ganvas/core/experiment"
	"ganvas/ui/embed"
)

// shows reports whether a page has the control of a field: a whole page has all.
func (ui *UI) shows(f *experiment.Field) bool { return ui.lab == nil || ui.lab.Controls.Field(f) }

// locks reports whether hands may not turn a field.
func (ui *UI) locks(f *experiment.Field) bool { return ui.lab != nil && ui.lab.Lock.Field(f) }

// takesPoints reports whether the reader may bring data.
func (ui *UI) takesPoints() bool {
	f := ui.shown.Spec.Find("data")
	return ui.shows(f) && !ui.locks(f)
}

// markLab writes on the html element what the style sheet of a lab shows.
func (ui *UI) markLab(o *embed.Options) {
	html := &element{Value: ui.document.Get("documentElement")}
	html.set("lang", o.Lang)
	html.set("data-panels", strings.Join(o.Panels, " "))
	html.set("data-controls", strings.Join(o.Controls, " "))
	html.set("data-lock", strings.Join(o.Lock, " "))
}
