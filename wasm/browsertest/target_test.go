//go:build !js

package browsertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// smallTargets are what a pointer can press that has a side of fewer CSS pixels than so many. A link in a line of text is as high as the line
// (WCAG 2.5.8 excepts it), what lies in a label is pressed by all of it, and what is one pixel large is there for readers who hear the page.
// The machine's units are as large as their places in its diagram.
const smallTargets = `(least => [...new Set([...document.querySelectorAll('a[href], button:not(.unit), input, select, textarea, summary, [role=button], [role=slider]')]
	.filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && getComputedStyle(e).pointerEvents !== 'none' && getComputedStyle(e).display !== 'inline')
	.map(e => [e, (e.matches('input') && e.closest('label') || e).getBoundingClientRect()])
	.filter(([, r]) => r.width > 1 && r.height > 1 && Math.min(r.width, r.height) < least - .5)
	.map(([e, r]) => (e.id || e.outerHTML.slice(0, 100)) + ' ' + r.width.toFixed(0) + ' x ' + r.height.toFixed(0)))])(%d)`

// What can be pressed is large enough, whatever is open: 24 pixels for a mouse, 44 for a finger.
func TestTargetsAreLargeEnough(t *testing.T) {
	site := serve(t)
	for _, c := range []struct {
		name  string
		view  view
		least int
		touch []chromedp.EmulateViewportOption
	}{
		{"mouse", wide, 24, nil},
		{"phone", narrow, 44, fingers},
		{"tablet", view{width: 820, height: 1180}, 44, fingers},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newTab(t, c.view, "about:blank")
			b.do(chromedp.EmulateViewport(c.view.width, c.view.height, c.touch...))
			b.navigate(site + "/?view.play=0")
			b.until("step 0 is measured", `document.documentElement.dataset.js > 0`)
			for _, s := range slices.Concat(largerOfThePage, sheetsOfThePage) {
				s.show(b)
				if small := value[[]string](b, fmt.Sprintf(smallTargets, c.least)); len(small) > 0 {
					t.Errorf("with %s:\n%s", s.name, strings.Join(small, "\n"))
				}
			}
		})
	}
}

// fingers makes of a window a screen that is touched.
var fingers = []chromedp.EmulateViewportOption{chromedp.EmulateMobile, chromedp.EmulateTouch}
