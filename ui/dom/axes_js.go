//go:build js && wasm

package dom

import (
	"slices"
	"strconv"
	"syscall/js"

	"ganvas/ui/app"
	"ganvas/ui/control"
)

// axes chooses along which columns points of more than two are shown.
type axes struct {
	ui    *UI
	box   *element
	x, y  *element
	names []string
}

func newAxes(ui *UI) *axes { return &axes{ui: ui, box: ui.find("axes")} }

// lay makes the choices, where the columns are others than they were.
func (a *axes) lay(names []string) {
	if slices.Equal(names, a.names) {
		return
	}
	a.names = names
	a.box.Call("replaceChildren")
	a.x, a.y = a.choice("→", "axis-x", "To the right", "1st principal axis"), a.choice("↑", "axis-y", "Upwards", "2nd principal axis")
}

func (a *axes) choice(mark, id, label, principal string) *element {
	a.ui.makeText(a.box, "span", mark, attr{"aria-hidden", "true"})
	s := a.ui.make(a.box, "select", attr{"id", id}, attr{"aria-label", label})
	for k, name := range a.names {
		a.ui.makeText(s, "option", name, attr{"value", strconv.Itoa(k + 1)})
	}
	a.ui.makeText(s, "option", principal, attr{"value", app.PrincipalAxes})
	s.on("change", func(js.Value) { a.ui.send(app.AxesChosen{Axes: a.ui.shown.AxesWith(s == a.x, s.value())}) })
	return s
}

func (a *axes) render(m app.Model) {
	names := control.Columns(m.Snapshot)
	a.box.hide(len(names) < 3)
	if len(names) < 3 {
		return
	}
	a.lay(names)
	x, y := app.CutAxes(m.ShownAxes())
	a.x.hold(x)
	a.y.hold(y)
}
