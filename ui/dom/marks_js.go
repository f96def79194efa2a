//go:build js && wasm

package dom

import (
	"math"
	"slices"
	"strconv"

	"ganvas/ui/app"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// marks are what has happened to the run, in words above its pictures; pressed, each takes the run there.
type marks struct {
	ui     *UI
	list   *element
	all    []*mark
	shown  []control.Label
	events []control.Event
	axis   plot.Time
	width  float64
}

type mark struct {
	item, button *element
	step         uint64
}

func newMarks(ui *UI, box *element) *marks {
	return &marks{ui: ui, list: ui.make(box, "ul", attr{"class", "marks"}, attr{"aria-label", "What has happened"})}
}

func (k *marks) lay(axis plot.Time, width float64) {
	k.axis, k.width, k.events = axis, width, nil
}

func (k *marks) render(m app.Model) {
	events := control.Events(m.Record)
	if slices.Equal(events, k.events) && k.events != nil {
		return
	}
	k.events = append([]control.Event{}, events...)
	shown := control.Labels(events, func(step uint64) float64 { return k.width * math.Min(1, k.axis.Share(float64(step))) }, k.width, markLetter)
	for i, l := range shown {
		if i == len(k.all) {
			k.all = append(k.all, k.make())
		}
		b := k.all[i]
		b.step = l.Step
		b.item.hide(false)
		b.button.write(l.Text)
		b.button.set("title", "Step "+count(l.Step)+": "+l.Doc)
		b.item.style("left", percentage(l.At/k.width))
		b.item.set("data-end", strconv.FormatBool(l.End))
	}
	for _, b := range k.all[len(shown):] {
		b.item.hide(true)
	}
}

// markLetter is how wide a letter of these words is, in CSS pixels, and a little more.
const markLetter = 6.9

func (k *marks) make() *mark {
	b := &mark{item: k.ui.make(k.list, "li")}
	b.button = k.ui.make(b.item, "button", attr{"type", "button"})
	b.button.click(func() { k.ui.send(app.StepGone{To: b.step}) })
	return b
}
