//go:build !js

package browsertest

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Keys that have no character, as WebDriver and chromedp call them.
var (
	foxKeys      = map[string]string{"Tab": "\ue004", "Enter": "\ue007", "ArrowLeft": "\ue012", "ArrowRight": "\ue014", "ArrowUp": "\ue013", "ArrowDown": "\ue015", "Escape": "\ue00c", "PageDown": "\ue00f", "PageUp": "\ue00e"}
	chromiumKeys = map[string]string{"Tab": kb.Tab, "Enter": kb.Enter, "ArrowLeft": kb.ArrowLeft, "ArrowRight": kb.ArrowRight, "ArrowUp": kb.ArrowUp, "ArrowDown": kb.ArrowDown, "Escape": kb.Escape, "PageDown": kb.PageDown, "PageUp": kb.PageUp}
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
	frame, element := f.focus()
	f.actIn(frame, "key", map[string]any{}, do{"type": "keyDown", "value": name}, do{"type": "keyUp", "value": name})
	if key == "Tab" {
		f.untilFocusLeaves(frame, element)
	}
}

// untilFocusLeaves waits for a Tab to arrive. Frames of other sites live in other processes, and the focus goes there a moment after the key: a second
// Tab that is pressed before would be the page's, and jump over the frame. One that finds no other place to go is given up soon.
func (f *fox) untilFocusLeaves(frame, element string) {
	f.Helper()
	for end := time.Now().Add(3 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		inFrame, on := f.focus()
		if onItsWay := on == nothing && inFrame != f.context; !onItsWay && (inFrame != frame || on != element) {
			return
		}
	}
}

// frameTree is a page with the frames in it.
type frameTree struct {
	Context  string
	Children []frameTree
}

// nothing is what has the focus in a document where no element has it.
const nothing = "-1"

// focus is the innermost frame that has the focus, and which of its elements has it. Keys that are pressed in the page around a frame of another site
// do not reach it. (No window of a headless Firefox is active, so that document.hasFocus does not tell.)
func (f *fox) focus() (frame, element string) {
	f.Helper()
	var page struct{ Contexts []frameTree }
	f.call("browsingContext.getTree", map[string]any{"root": f.context}, &page)
	frame = f.focusedIn(page.Contexts[0])
	return frame, f.textIn(frame, `[...document.querySelectorAll('body *')].indexOf(document.activeElement)`)
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
