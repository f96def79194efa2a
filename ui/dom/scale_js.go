//go:build js && wasm

package dom

import (
	"ganvas/core/form"
	"ganvas/core/picture"
	"ganvas/core/probe"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// scale is the legend of the field's colours: what they mean, and how far they reach.
type scale struct{ box, low, high, says, model *element }

func newScale(ui *UI) *scale {
	s := &scale{box: ui.find("scale"), model: ui.find("says")}
	ui.make(s.box, "div", attr{"class", "bar"})
	words := ui.make(s.box, "div", attr{"class", "ends"})
	ui.makeText(words, "span", "generated", attr{"class", "made"})
	ui.makeText(words, "b", "½")
	ui.makeText(words, "span", "real", attr{"class", "true"})
	ends := ui.make(s.box, "div", attr{"class", "ends reach"})
	s.low = ui.make(ends, "span")
	ui.make(ends, "span")
	s.high = ui.make(ends, "span")
	s.says = ui.make(s.box, "p", attr{"class", "reach"})
	return s
}

func (s *scale) render(m app.Model) {
	r := m.Reach.Of
	if r == 0 {
		r = .5
	}
	e, rival := form.Of(m.Spec)
	s.model.hide(!rival)
	if rival {
		s.model.write(e.Label + ". " + e.Says.Words())
	}
	field, _ := picture.LayerOf("field")
	s.box.hide(!m.Filled(field) || rival && len(m.Snapshot.Floats(probe.Field)) == 0)
	s.box.put("inert", !m.Layers.Has(picture.Field) && !m.Layers.Has(picture.Optimal))
	s.low.write(plot.Fixed(.5-r, 2))
	s.high.write(plot.Fixed(.5+r, 2))
	s.says.write(reachText(r))
	s.box.set("aria-label", "The colours of what D says: orange for generated, blue for real, none at one half. "+reachText(r))
}
