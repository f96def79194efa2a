//go:build js && wasm

package dom

import (
	"strings"

	"ganvas/core/imageset"
	"ganvas/ui/app"
	"ganvas/ui/control"
)

// ownSet says what the reader's own images hold, in the editor of the data.
type ownSet struct {
	box   *element
	shown *byte // the first byte of the set that is shown
}

func (ui *UI) makeOwnSet(parent *element) *ownSet {
	return &ownSet{box: ui.make(parent, "div", attr{"class", "own-set"}, attr{"id", "own-set"})}
}

// drawn says what a set holds that the product draws itself.
func (o *ownSet) drawn(ui *UI, lines []string) {
	o.box.hide(false)
	o.shown = nil
	if text := strings.Join(lines, ". "); o.box.attrs["data-set"] != text {
		o.box.set("data-set", text)
		o.box.Call("replaceChildren")
		for _, line := range lines {
			ui.makeText(o.box, "p", line, attr{"class", "about"})
		}
	}
}

func (o *ownSet) render(ui *UI, m app.Model) {
	own := m.OwnImages()
	next := m.Next()
	if shape, classes := m.DataShape(next); own == nil && len(shape) == 3 {
		o.drawn(ui, control.DrawnLines(next, shape, classes))
		return
	}
	o.box.hide(own == nil)
	if own == nil || o.shown == &own[0] {
		return
	}
	o.shown = &own[0]
	o.box.unset("data-set")
	o.box.Call("replaceChildren")
	set, err := imageset.Parse(own)
	if err != nil {
		return
	}
	s := set.Statistics()
	for _, line := range control.SetLines(s) {
		ui.makeText(o.box, "p", line, attr{"class", "about"})
	}
	picture := ui.make(o.box, "div")
	picture.Set("innerHTML", control.HistogramSVG(s))
}
