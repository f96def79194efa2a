//go:build !js

package browsertest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// scheme emulates the preferred colour scheme.
func scheme(dark bool) chromedp.Action[chromedp.Void] {
	name := "light"
	if dark {
		name = "dark"
	}
	return call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}},
	})
}

// call is a command of the browser's protocol as an action.
func call[P, R any](command cdp.Command[P, R], parameters P) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, command, parameters)
		return chromedp.Void{}, err
	}
}

// The page trains by itself, and is looked at in both schemes and both widths.
func TestPageTrains(t *testing.T) {
	address := serve(t)
	for _, v := range []view{wide, narrow, {wide.width, wide.height, true}, {narrow.width, narrow.height, true}} {
		name := fmt.Sprintf("%s-%d", map[bool]string{false: "light", true: "dark"}[v.dark], v.width)
		t.Run(name, func(t *testing.T) {
			b := newTab(t, v, address+"/?view.at=300")
			b.trained(300)
			b.screenshot(name)
			if over := value[float64](b, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
				t.Errorf("the page is %g pixels wider than the window", over)
			}
		})
	}
}

// The wheel scrolls the page wherever the pointer is, the canvas included.
func TestWheelOverCanvasScrolls(t *testing.T) {
	b := newTab(t, view{width: 1000, height: 420}, serve(t))
	b.trained(1)
	at := value[[]float64](b, `(r => [r.x + r.width/2, Math.min(r.y + r.height/2, innerHeight - 20)])(document.querySelector('#stage canvas').getBoundingClientRect())`)
	b.do(call(input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: chromedp.MouseWheel, X: at[0], Y: at[1], DeltaX: 0.1, DeltaY: 150}))
	b.until("the page scrolls under the wheel", `scrollY > 0`)
}

// reachable are the elements that Tab should reach: all that take the focus and can be seen, but one of each group of radio buttons
// (there are none yet).
const reachable = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
	.filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}))`

// Tab goes through every control, and out at the end: back at the body, as at the start.
func TestTabIsNeverTrapped(t *testing.T) {
	b := newTab(t, wide, serve(t))
	b.until("a measure is shown, after which no control is added", `document.documentElement.dataset.js > 0`)
	value[bool](b, `(window.reached = new Set, true)`)
	for range 300 {
		b.keys(kb.Tab)
		if value[bool](b, `(e => { const known = e === document.body || reached.has(e); reached.add(e); return known })(document.activeElement)`) {
			missed := value[[]string](b, reachable+`.filter(e => !reached.has(e)).map(e => e.outerHTML.slice(0, 160))`)
			if len(missed) > 0 {
				t.Errorf("Tab has come round without: %s", strings.Join(missed, "\n"))
			}
			if n := value[float64](b, reachable+`.length`); n < 20 {
				t.Errorf("only %g elements to reach", n)
			}
			return
		}
	}
	t.Errorf("Tab has not come round after 300 elements")
}
