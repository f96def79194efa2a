//go:build js && wasm

package dom

import (
	"math"
	"slices"
	"strings"
	"syscall/js"

	"ganvas/ui/app"
	"ganvas/ui/control"
)

// dragged is how many CSS pixels make a drag over a chart of what is else a click.
const dragged = 12

// listen hangs the cursor where the pointer is and, where it is dragged along with the button down, looks at what lies between; a double click looks
// at all again.
func (cs *charts) listen(k *chart) {
	from := math.NaN()
	at := func(e js.Value) float64 {
		return e.Get("clientX").Float() - k.panel.Call("getBoundingClientRect").Get("left").Float()
	}
	point := func(e js.Value) {
		if k.size.W > 0 {
			cs.point(k.drawn.Axes(k.size).StepAt(at(e)))
		}
	}
	k.panel.on("pointermove", point)
	k.panel.on("pointerdown", func(e js.Value) {
		point(e)
		if from = math.NaN(); e.Get("pointerType").String() == "mouse" && e.Get("button").Int() == 0 { // a finger scrolls
			from = at(e)
		}
	})
	k.panel.on("pointerup", func(e js.Value) {
		if x := at(e); math.Abs(x-from) >= dragged {
			a := k.drawn.Axes(k.size)
			cs.ui.send(app.CurvesTurned{ChartOptions: cs.ui.shown.Curves.Looked(a.StepAt(from), a.StepAt(x))})
		}
		from = math.NaN()
	})
	k.panel.on("dblclick", func(js.Value) { cs.ui.send(app.CurvesTurned{ChartOptions: cs.ui.shown.Curves.Looked(0, 0)}) })
	k.panel.on("pointerleave", func(js.Value) {
		from = math.NaN()
		cs.point(from)
	})
}

// mountChoice makes the choice of a measure in the place of a title.
func (cs *charts) mountChoice(k *chart) {
	title := cs.ui.make(k.caption, "div", attr{"class", "chart-choice"})
	k.choice = cs.ui.make(title, "select", attr{"id", "watch"}, attr{"aria-label", "Measure of this chart"})
	k.choice.on("change", func(js.Value) { cs.ui.send(app.MeasureChosen{Key: k.choice.value()}) })
}

// choose keeps a chart's choice to what the run has.
func (cs *charts) choose(k *chart, m app.Model) {
	if k.choice == nil {
		return
	}
	r := runOf(&m)
	all := r.Watchable()
	var keys []string
	for _, x := range all {
		keys = append(keys, x.Key)
	}
	if offered := strings.Join(keys, " "); offered != k.offered {
		k.offered = offered
		k.choice.Set("innerHTML", "")
		for _, x := range all {
			cs.ui.makeText(k.choice, "option", x.Label, attr{"value", x.Key})
		}
	}
	k.choice.hold(r.Chosen())
}

// title is what a chart is called.
func (c *chart) title(m app.Model) string {
	if c.choice == nil {
		return c.Title
	}
	r := runOf(&m)
	all := r.Watchable()
	if i := slices.IndexFunc(all, func(x control.Measure) bool { return x.Key == r.Chosen() }); i >= 0 {
		return all[i].Label
	}
	return c.Title
}
