//go:build js && wasm

package dom

import (
	"ganvas/core/picture"
	"strconv"
	"syscall/js"

	"ganvas/core/probe"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// firstWords are the labels of the first seconds. They leave after a while, or when the reader does something.
type firstWords struct {
	ui                             *UI
	box                            *element
	real, made, saysReal, saysMade *element
	line                           *element
	size                           plot.Size
	lead                           int
	until                          float64 // milliseconds
	gone                           bool
}

// firstWordsStay is how many milliseconds the labels stay.
const firstWordsStay = 14000

func newFirstWords(ui *UI) *firstWords {
	w := &firstWords{ui: ui, lead: -1}
	w.box = ui.make(ui.panel("distribution"), "div", attr{"class", "tags"}, attr{"aria-hidden", "true"})
	w.line = ui.make(w.box, "i", attr{"class", "lead"})
	w.real = ui.makeText(w.box, "span", "real data", attr{"class", "true"})
	w.made = ui.makeText(w.box, "span", "made by the generator", attr{"class", "made"})
	w.saysReal = ui.makeText(w.box, "span", "D says: real", attr{"class", "true says"})
	w.saysMade = ui.makeText(w.box, "span", "D says: generated", attr{"class", "made says"})
	ui.document.Call("addEventListener", "pointerdown", js.FuncOf(func(js.Value, []js.Value) any {
		w.leave()
		return nil
	}), map[string]any{"once": true})
	return w
}

func (w *firstWords) leave() {
	w.gone = true
	w.box.set("data-gone", "true")
}

func (w *firstWords) place(rects []PanelRect) { w.size = sizeOf(rects, "distribution") }

func (w *firstWords) render(m app.Model) {
	if w.gone || m.Snapshot == nil || w.size.W == 0 {
		return
	}
	now := w.ui.window.Get("performance").Call("now").Float()
	if w.until == 0 {
		w.until = now + firstWordsStay
		w.lead = leadOf(m.Snapshot)
	}
	if now > w.until || m.Reader.Open() || len(m.Snapshot.Floats(probe.Trajectory)) > 0 || m.Presenting {
		w.leave()
		return
	}
	if m.Spec.Rival != nil {
		w.made.write("made by the model")
	}
	t := tagsOf(m.Snapshot, plot.PlaneOf(m.Snapshot, w.size), w.lead, m.Reach.Of)
	says := m.Step() > 20 && m.Layers.Has(picture.Field)
	w.put(w.real, t.Real, m.Layers.Has(picture.Real))
	w.put(w.made, t.Made, m.Layers.Has(picture.Generated))
	w.put(w.saysReal, t.SaysReal, says)
	w.put(w.saysMade, t.SaysMade, says)
	w.line.style("transform", "translate("+pixels(t.LeadX)+","+pixels(t.LeadY)+")")
	w.line.set("data-on", strconv.FormatBool(t.Made.On && m.Layers.Has(picture.Generated)))
}

func (w *firstWords) put(e *element, t tag, shown bool) {
	e.set("data-on", strconv.FormatBool(t.On && shown))
	if t.On {
		e.style("transform", "translate("+pixels(t.X)+","+pixels(t.Y)+")")
	}
}
