//go:build js && wasm

package dom

import (
	"math"
	"strconv"
	"syscall/js"

	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// timeline is the axis of steps below the picture: pictures of the way, which are the rail to go along it, what has happened above them, round steps
// below.
type timeline struct {
	ui                *UI
	box               *element
	strip             *strip
	marks             *marks
	rail, done, stand *element
	ticks             []*element
	axis              plot.Time
	width             float64
	held              bool
}

// notches is the number of the rail's last position: more than a screen has pixels.
const notches = 8000

func newTimeline(ui *UI) *timeline {
	t := &timeline{ui: ui, box: ui.find("time")}
	t.marks = newMarks(ui, t.box)
	t.strip = newStrip(ui, t.box)
	ui.film = t.strip
	line := ui.make(t.box, "div", attr{"class", "line"}, attr{"aria-hidden", "true"})
	t.done = ui.make(line, "i")
	t.rail = ui.make(t.box, "input", attr{"type", "range"}, attr{"id", "rail"}, attr{"class", "rail"}, attr{"min", "0"}, attr{"max", strconv.Itoa(notches)}, attr{"step", "1"},
		attr{"aria-label", "Step"})
	t.stand = ui.make(t.box, "span", attr{"class", "stand"}, attr{"aria-hidden", "true"})
	t.rail.on("input", func(js.Value) {
		t.held = true
		t.put(t.at())
		if to := t.at(); to <= ui.shown.Record.Last {
			ui.send(app.StepGone{To: to})
		}
	})
	t.rail.on("change", func(js.Value) {
		t.held = false
		ui.send(app.StepGone{To: t.at()})
	})
	t.rail.on("keydown", t.key)
	return t
}

// key goes along the axis as the page's keys do: a notch of the rail says nothing.
func (t *timeline) key(e js.Value) {
	by := map[string]int{"ArrowLeft": -10, "ArrowDown": -10, "ArrowRight": 10, "ArrowUp": 10, "PageDown": -100, "PageUp": 100}[e.Get("key").String()]
	if e.Get("ctrlKey").Truthy() || e.Get("altKey").Truthy() || e.Get("metaKey").Truthy() {
		return
	}
	if by != 0 && e.Get("shiftKey").Truthy() {
		by *= 10
	}
	var msg app.Msg = app.Wandered{By: by}
	switch key := e.Get("key").String(); {
	case key == "Home":
		msg = app.StepGone{}
	case key == "End":
		msg = app.EndGone{}
	case by == 0:
		return
	}
	e.Call("preventDefault")
	t.ui.send(msg)
}

// at is the step under the rail's thumb.
func (t *timeline) at() uint64 {
	i, _ := strconv.Atoi(t.rail.value())
	return uint64(math.Round(t.axis.StepAt(float64(i) / notches)))
}

// put shows a step on the axis.
func (t *timeline) put(step uint64) {
	t.rail.set("aria-valuetext", "step "+count(step))
	t.stand.style("left", percentage(t.axis.Share(float64(step))))
}

func percentage(share float64) string {
	return strconv.FormatFloat(100*math.Min(share, 1), 'f', 2, 64) + "%"
}

func (t *timeline) render(m app.Model) {
	if axis := (plot.Time{Steps: float64(horizon(m)), Linear: m.Curves.Linear}); axis != t.axis {
		t.axis = axis
		t.lay()
	}
	if t.width == 0 {
		return
	}
	t.strip.render(m)
	t.marks.render(m)
	t.done.style("width", percentage(t.axis.Share(float64(m.Record.Last))))
	t.rail.put("disabled", !m.Ready || m.Lost)
	if !t.held {
		t.rail.hold(strconv.Itoa(int(math.Round(notches * math.Min(1, t.axis.Share(float64(m.Step())))))))
		t.put(m.Step())
	}
}

// lay puts everything where it belongs on the axis.
func (t *timeline) lay() {
	t.width = t.box.Get("clientWidth").Float()
	if t.width == 0 || t.axis.Steps == 0 {
		return
	}
	t.strip.lay(t.axis, t.width)
	t.marks.lay(t.axis, t.width)
	n := 0
	for _, k := range t.axis.Ticks(t.width) {
		if n == len(t.ticks) {
			t.ticks = append(t.ticks, t.ui.make(t.box, "span", attr{"class", "tick"}, attr{"aria-hidden", "true"}))
		}
		t.ticks[n].write(k.Label)
		t.ticks[n].style("left", percentage(k.Pixel/t.width))
		t.ticks[n].hide(false)
		n++
	}
	for _, e := range t.ticks[n:] {
		e.hide(true)
	}
}

// place hears that the axis may have another width.
func (t *timeline) place([]PanelRect) { t.lay() }
