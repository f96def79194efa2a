//go:build js && wasm

package dom

import (
	"syscall/js"

	"ganvas/ui/app"
)

// layers is the plane's legend, whose entries show and hide what they name.
type layers struct{ boxes []*element }

func newLayers(ui *UI) *layers {
	l := &layers{}
	place := ui.find("layers")
	meanings := ui.find("meanings")
	for _, y := range app.AllLayers {
		label := ui.make(place, "label", attr{"class", "layer"}, attr{"data-hue", y.Hue})
		box := ui.make(label, "input", attr{"type", "checkbox"}, attr{"id", "layer-" + y.Key}, attr{"aria-describedby", "meaning-" + y.Key})
		ui.make(label, "span", attr{"class", "swatch"}, attr{"aria-hidden", "true"})
		ui.makeText(label, "span", y.Label)
		ui.makeText(meanings, "dt", y.Label)
		ui.makeText(meanings, "dd", y.Doc, attr{"id", "meaning-" + y.Key})
		box.on("change", func(js.Value) { ui.send(app.LayerToggled{Key: y.Key, On: box.Get("checked").Bool()}) })
		l.boxes = append(l.boxes, box)
	}
	return l
}

func (l *layers) render(m app.Model) {
	for i, y := range app.AllLayers {
		on := m.Layers.Has(y.Bit)
		if l.boxes[i].Get("checked").Bool() != on {
			l.boxes[i].Value.Set("checked", on)
		}
	}
}
