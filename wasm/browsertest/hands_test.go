//go:build !js

package browsertest

import (
	"encoding/json"
	"fmt"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Keys that have no character, as WebDriver and chromedp call them.
var (
	foxKeys      = map[string]string{"Tab": "\ue004", "Enter": "\ue007", "ArrowLeft": "\ue012", "ArrowRight": "\ue014"}
	chromiumKeys = map[string]string{"Tab": kb.Tab, "Enter": kb.Enter, "ArrowLeft": kb.ArrowLeft, "ArrowRight": kb.ArrowRight}
)

// named is what a browser's protocol calls a key.
func named(names map[string]string, key string) string {
	if name, ok := names[key]; ok {
		return name
	}
	return key
}

// get evaluates a JavaScript expression in any browser, awaiting it where it is a promise.
func get[T any](v visitor, expression string) (value T) {
	v.Helper()
	text := v.text("JSON.stringify(await (" + expression + "))")
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		v.Fatalf("%s is %s (%v)", expression, text, err)
	}
	return value
}

func (b *tab) size(width, height int64) {
	b.Helper()
	b.do(chromedp.EmulateViewport(width, height))
}

func (b *tab) press(key string) {
	b.Helper()
	b.do(chromedp.KeyEvent(named(chromiumKeys, key)))
}

func (b *tab) click(x, y float64) {
	b.Helper()
	b.do(chromedp.MouseClickXY(x, y))
}

func (b *tab) wheel(x, y, by float64) {
	b.Helper()
	b.do(call(input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: chromedp.MouseWheel, X: x, Y: y, DeltaX: 0.1, DeltaY: by}))
}

func (f *fox) size(width, height int64) {
	f.Helper()
	f.call("browsingContext.setViewport", map[string]any{"context": f.context, "viewport": map[string]any{"width": width, "height": height}}, nil)
}

func (f *fox) press(key string) {
	f.Helper()
	name := named(foxKeys, key)
	f.actIn(f.focusedFrame(), "key", map[string]any{}, do{"type": "keyDown", "value": name}, do{"type": "keyUp", "value": name})
}

// frameTree is a page with the frames in it.
type frameTree struct {
	Context  string
	Children []frameTree
}

// focusedFrame is the innermost frame that has the focus: keys that are pressed in the page around it do not reach one of another site. (No window
// of a headless Firefox is active, so that document.hasFocus does not tell.)
func (f *fox) focusedFrame() string {
	f.Helper()
	var page struct{ Contexts []frameTree }
	f.call("browsingContext.getTree", map[string]any{"root": f.context}, &page)
	return f.focusedIn(page.Contexts[0])
}

func (f *fox) focusedIn(frame frameTree) string {
	f.Helper()
	for i, child := range frame.Children {
		if f.textIn(frame.Context, fmt.Sprintf(`[...document.querySelectorAll('iframe')].indexOf(document.activeElement) === %d`, i)) == "true" {
			return f.focusedIn(child)
		}
	}
	return frame.Context
}

func (f *fox) click(x, y float64) {
	f.Helper()
	f.act("pointer", map[string]any{"parameters": map[string]any{"pointerType": "mouse"}},
		do{"type": "pointerMove", "x": x, "y": y}, do{"type": "pointerDown", "button": 0}, do{"type": "pointerUp", "button": 0})
}

func (f *fox) wheel(x, y, by float64) {
	f.Helper()
	f.act("wheel", map[string]any{}, do{"type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": by})
}

// do is one thing that a hand does.
type do map[string]any

// act has a device of a kind do things, one after another.
func (f *fox) act(kind string, device map[string]any, what ...do) {
	f.Helper()
	f.actIn(f.context, kind, device, what...)
}

func (f *fox) actIn(frame, kind string, device map[string]any, what ...do) {
	f.Helper()
	device["type"], device["id"], device["actions"] = kind, kind, what
	f.call("input.performActions", map[string]any{"context": frame, "actions": []any{device}}, nil)
}
