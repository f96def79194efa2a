//go:build js && wasm

package dom

import (
	"slices"
	"syscall/js"
)

// layout watches where the placeholders of the pictures lie.
type layout struct {
	ui     *UI
	stage  js.Value
	panels []js.Value
	last   []PanelRect
	queued bool
	frame  js.Func
}

func newLayout(ui *UI) *layout {
	l := &layout{ui: ui, stage: ui.find("stage").Value}
	l.frame = js.FuncOf(func(js.Value, []js.Value) any {
		l.queued = false
		l.publish()
		return nil
	})
	changed := js.FuncOf(func(js.Value, []js.Value) any {
		l.queue()
		return nil
	})
	// The observer calls no Go: that would do all else that waits for it, and what that changes on the page would be an observer's doing.
	soon := ui.window.Get("requestAnimationFrame").Call("bind", ui.window, l.frame)
	observer := ui.window.Get("ResizeObserver").New(soon)
	observer.Call("observe", l.stage)
	found := ui.document.Call("querySelectorAll", "[data-panel]")
	for i := range found.Length() {
		l.panels = append(l.panels, found.Index(i))
		observer.Call("observe", found.Index(i))
	}
	// A fold above a placeholder may move it without changing its size; its event does not bubble.
	l.stage.Call("addEventListener", "toggle", changed, true)
	return l
}

// queue publishes before the next picture.
func (l *layout) queue() {
	if !l.queued {
		l.queued = true
		l.ui.window.Call("requestAnimationFrame", l.frame)
	}
}

// publish tells where the placeholders lie, if that has changed.
func (l *layout) publish() {
	rects := l.measure()
	if l.ui.onLayout == nil || slices.Equal(rects, l.last) {
		return
	}
	l.last = rects
	l.ui.onLayout(rects)
	l.ui.placed(rects)
}

func (l *layout) measure() []PanelRect {
	origin := l.stage.Call("getBoundingClientRect")
	x0, y0 := origin.Get("left").Float(), origin.Get("top").Float()
	var rects []PanelRect
	for _, p := range l.panels {
		r := p.Call("getBoundingClientRect")
		rects = append(rects, PanelRect{
			Name: p.Get("dataset").Get("panel").String(),
			X:    r.Get("left").Float() - x0, Y: r.Get("top").Float() - y0,
			W: r.Get("width").Float(), H: r.Get("height").Float(),
		})
	}
	return rects
}
