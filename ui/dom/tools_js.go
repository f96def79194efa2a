//go:build js && wasm

package dom

import (
	"strconv"

	"ganvas/ui/app"
	"ganvas/ui/control"
)

// tools is the end of the bar: the seed, the link, the theme, help.
type tools struct {
	fields []*field
	theme  *button
	help   *button
}

func newTools(ui *UI) *tools {
	t := &tools{}
	place := ui.find("tools")
	for _, c := range control.Bar() {
		t.fields = append(t.fields, ui.makeField(place, c))
	}
	for _, a := range control.Actions {
		if a.Place != control.Tools {
			continue
		}
		b := ui.makeButton(place, a)
		switch a.Key {
		case "theme":
			t.theme = b
		case "help":
			t.help = b
			b.set("aria-controls", "help")
		}
	}
	return t
}

func (t *tools) render(m app.Model) {
	for _, f := range t.fields {
		f.render(m)
	}
	label := "Dark"
	if m.Night() {
		label = "Light"
	}
	t.theme.label.write(label)
	t.help.set("aria-expanded", strconv.FormatBool(m.Help))
}
