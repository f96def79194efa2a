//go:build js && wasm

package dom

import (
	"ganvas/core/picture"
	"strconv"
	"syscall/js"

	"ganvas/ui/app"
)

// layers is the plane's legend, whose entries show and hide what they name: those of every picture in the margin, the others behind a button.
type layers struct {
	boxes  []*element
	filled []bool // whether each is offered
	only   []*element
}

// alone are lecture pictures: the layers that a press leaves.
var alone = []struct {
	label string
	shown picture.Layers
}{
	{"data", picture.Real}, {"G", picture.Generated | picture.Manifold}, {"D", picture.Field | picture.Boundary}, {"all", picture.Real | picture.Generated | picture.Field | picture.Boundary | picture.Manifold | picture.Arrows},
}

func newLayers(ui *UI) *layers {
	l := &layers{}
	place := ui.find("layers")
	more := place
	if ui.lab == nil {
		more = ui.find("more-layers")
		ui.addSheet(more, app.Views, true)
		l.mountAlone(ui, more)
	}
	for i, y := range picture.AllLayers {
		parent := more
		if ui.lab != nil && !(app.Major | ui.lab.Layers).Has(y.Bit) {
			parent = nil // there is room for what its author shows
		}
		if app.Major.Has(y.Bit) {
			parent = place
		}
		l.boxes, l.filled = append(l.boxes, ui.makeLayer(parent, y, i+1)), append(l.filled, true)
	}
	if ui.lab == nil {
		b := ui.make(place, "button", attr{"type", "button"}, attr{"class", "layer"}, attr{"id", "do-layers"})
		ui.makeIcon(ui.make(b, "span", attr{"class", "swatch"}), "more")
		ui.makeText(b, "span", "More layers")
		ui.opensSheet(b, app.Views)
	}
	return l
}

// makeLayer mounts the switch of a layer, of which n is the key that turns it.
func (ui *UI) makeLayer(parent *element, y picture.Layer, n int) *element {
	words := app.WordsOf(y)
	label := ui.make(parent, "label", attr{"class", "layer"}, attr{"data-hue", words.Hue}, attr{"title", words.Doc})
	box := ui.make(label, "input", attr{"type", "checkbox"}, attr{"id", "layer-" + y.Key}, attr{"aria-keyshortcuts", strconv.Itoa(n)}, attr{"aria-description", words.Doc})
	ui.make(label, "span", attr{"class", "swatch"}, attr{"aria-hidden", "true"})
	ui.makeText(label, "span", words.Label)
	box.on("change", func(js.Value) { ui.send(app.LayerToggled{Key: y.Key, On: box.Get("checked").Bool()}) })
	return box
}

func (l *layers) mountAlone(ui *UI, box *element) {
	ui.makeText(box, "h2", "Show only")
	row := ui.make(box, "div", attr{"class", "options"})
	for _, a := range alone {
		b := ui.makeText(row, "button", a.label, attr{"type", "button"}, attr{"class", "option"})
		b.click(func() { ui.send(app.LayersWanted{Layers: a.shown}) })
		l.only = append(l.only, b)
	}
	ui.makeText(box, "h2", "Layers")
}

func (l *layers) render(m app.Model) {
	for i, y := range picture.AllLayers {
		if filled := m.Filled(y); filled != l.filled[i] {
			l.filled[i] = filled
			l.boxes[i].Get("parentElement").Set("hidden", !filled)
		}
		on := m.Layers.Has(y.Bit)
		if l.boxes[i].Get("checked").Bool() != on {
			l.boxes[i].Value.Set("checked", on)
		}
	}
	players, _ := picture.LayerOf("field")
	for i, b := range l.only {
		b.hide(alone[i].shown.Has(picture.Field) && !m.Filled(players))
		b.set("aria-pressed", strconv.FormatBool(alone[i].shown == m.Layers))
	}
}
