//go:build js && wasm

package dom

import (
	"math"
	"strconv"
	"syscall/js"

	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// timeline is the axis of steps below the picture: it shows where the run is, and takes it to another step.
type timeline struct {
	rail, done, typed *element
	ticks             []*element
	ui                *UI
	box               *element
	steps             int // at the axis' end
	held              bool
}

// notches is the number of the rail's last position.
const notches = 1000

func newTimeline(ui *UI) *timeline {
	t := &timeline{ui: ui, box: ui.find("time")}
	form := ui.make(t.box, "form", attr{"class", "goto"})
	ui.makeText(form, "label", "Go to step", attr{"for", "goto"})
	t.typed = ui.make(form, "input", attr{"type", "text"}, attr{"inputmode", "numeric"}, attr{"id", "goto"}, attr{"autocomplete", "off"})
	form.on("submit", func(e js.Value) {
		e.Call("preventDefault")
		t.jump(t.typed.value())
	})
	t.typed.on("change", func(js.Value) { t.jump(t.typed.value()) })
	track := ui.make(t.box, "div", attr{"class", "rail"})
	t.done = ui.make(track, "i", attr{"aria-hidden", "true"})
	t.rail = ui.make(track, "input", attr{"type", "range"}, attr{"id", "rail"}, attr{"min", "0"}, attr{"max", strconv.Itoa(notches)}, attr{"step", "1"},
		attr{"aria-label", "Step"})
	t.rail.on("input", func(js.Value) { t.held = true; t.say() })
	t.rail.on("change", func(js.Value) {
		t.held = false
		ui.send(app.StepGone{To: t.at()})
	})
	return t
}

// jump goes to a step that was typed, and forgets it.
func (t *timeline) jump(text string) {
	n, err := strconv.ParseUint(text, 10, 53)
	t.typed.Value.Set("value", "")
	if err == nil {
		t.ui.send(app.StepGone{To: n})
	}
}

// at is the step under the rail's thumb.
func (t *timeline) at() uint64 {
	i, _ := strconv.Atoi(t.rail.value())
	share := float64(i) / notches
	return uint64(math.Round(share * share * float64(t.steps)))
}

func (t *timeline) say() { t.rail.set("aria-valuetext", "step "+count(t.at())) }

func (t *timeline) render(m app.Model) {
	if steps := horizon(m); steps != t.steps {
		t.steps = steps
		t.label()
	}
	if t.held {
		return
	}
	share := math.Sqrt(float64(m.Step()) / float64(max(1, t.steps)))
	t.rail.hold(strconv.Itoa(int(math.Round(notches * share))))
	t.rail.set("aria-valuetext", "step "+stepText(m))
	t.done.style("width", strconv.FormatFloat(100*share, 'f', 1, 64)+"%")
	t.rail.put("disabled", !m.Ready || m.Lost)
}

// label writes round steps below the axis.
func (t *timeline) label() {
	width := math.Max(300, t.box.Get("clientWidth").Float())
	n := 0
	for _, k := range (plot.Chart{Horizon: t.steps}).TimeTicks(width) {
		if n == len(t.ticks) {
			t.ticks = append(t.ticks, t.ui.make(t.box, "span", attr{"class", "tick"}, attr{"aria-hidden", "true"}))
		}
		t.ticks[n].write(k.Label)
		t.ticks[n].style("left", strconv.FormatFloat(100*k.Pixel/width, 'f', 2, 64)+"%")
		t.ticks[n].hide(false)
		n++
	}
	for _, e := range t.ticks[n:] {
		e.hide(true)
	}
}

// place hears that the axis may have another width.
func (t *timeline) place([]PanelRect) { t.steps = 0 }
