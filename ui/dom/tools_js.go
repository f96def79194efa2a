//go:build js && wasm

package dom

import (
	"strconv"

	"ganvas/ui/app"
	"ganvas/ui/control"
)

// tools is the end of the head: sharing, presenting, the theme, and what else the page can do. A lab has its seed there.
type tools struct {
	fields         []*field
	theme, present *button
	latent         *button // of the menu
	view           []*element
}

func newTools(ui *UI) *tools {
	t := &tools{}
	place := ui.find("tools")
	if ui.lab != nil {
		for _, c := range control.Bar(&ui.shown.Spec) {
			t.fields = append(t.fields, ui.makeField(place, c))
		}
		ui.makeButton(place, control.ActionOf(control.NewSeed))
		return t
	}
	for _, a := range control.Actions {
		switch a.Place {
		case control.Tools:
			t.mount(ui, ui.makeButton(place, a))
		}
	}
	t.mountViews(ui)
	t.mountMenu(ui)
	return t
}

func (t *tools) mount(ui *UI, b *button) {
	switch b.action.Key {
	case "theme":
		t.theme = b
	case "present":
		t.present = b
	case "menu":
		b.set("aria-haspopup", "dialog")
		b.set("data-opens", string(app.Menu))
	}
}

// mountViews mounts the switch between the larger pictures.
func (t *tools) mountViews(ui *UI) {
	for i, name := range []string{"Plane", "Machine", "Charts", "Latent map"} {
		b := ui.makeText(ui.find("views"), "button", name, attr{"type", "button"}, attr{"id", "view-" + strconv.Itoa(i)})
		b.click(func() {
			ui.send(app.ViewChosen{Larger: app.AllLarger[i]})
		})
		t.view = append(t.view, b)
	}
}

// pictureNames are the names of the pictures that a run may fill.
var pictureNames = map[string]string{"plane": "Plane", "line": "Line", "walls": "Walls"}

// mountMenu mounts what is behind "More".
func (t *tools) mountMenu(ui *UI) {
	box := ui.find("menu")
	ui.addSheet(box, app.Menu, true)
	ui.makeText(box, "h2", "More")
	for _, a := range control.Actions {
		if a.Place != control.More {
			continue
		}
		b := ui.makeButton(box, a)
		if a.Key == "latent" {
			t.latent = b
		}
		if s, ok := a.Msg.(app.SheetToggled); ok {
			b.set("aria-haspopup", "dialog")
			b.set("data-opens", string(s.Sheet))
		} else {
			b.click(func() { ui.send(app.SheetClosed{}) })
		}
	}
	ui.mountFigure(box)
	ui.makeOpener(box, "Open a table of points, images or a saved experiment: here, or drop it anywhere, or paste it", "open")
	offline := ui.make(box, "p", attr{"id", "offline"}, attr{"class", "about"})
	ui.makeText(offline, "a", "This page as one file", attr{"href", "ganvas.html"}, attr{"download", ""})
	offline.Call("append", ", for a computer without a connection.")
}

func (t *tools) render(m app.Model) {
	for _, f := range t.fields {
		f.render(m)
	}
	if t.theme == nil {
		return
	}
	label := "Dark"
	if m.Night() {
		label = "Light"
	}
	t.theme.label.write(label)
	t.latent.hide(!m.HasLarger(app.TheLatent))
	t.present.set("aria-pressed", strconv.FormatBool(m.Presenting))
	for i, b := range t.view {
		b.set("aria-pressed", strconv.FormatBool(m.Larger == app.AllLarger[i]))
		b.hide(!m.HasLarger(app.AllLarger[i]))
		if i == 0 {
			b.write(pictureNames[m.View()])
		}
	}
}
