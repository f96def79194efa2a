//go:build !js

package browsertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// smallTargets are what a pointer can press that has a side of fewer CSS pixels than so many. A link in a line of text is as high as the line
// (WCAG 2.5.8 excepts it), what lies in a label is pressed by all of it, and what is one pixel large is there for readers who hear the page.
const smallTargets = `(least => [...new Set([...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button], [role=slider]')]
	.filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && getComputedStyle(e).pointerEvents !== 'none' && getComputedStyle(e).display !== 'inline')
	.map(e => [e, (e.matches('input') && e.closest('label') || e).getBoundingClientRect()])
	.filter(([, r]) => r.width > 1 && r.height > 1 && Math.min(r.width, r.height) < least - .5)
	.map(([e, r]) => (e.id || e.outerHTML.slice(0, 100)) + ' ' + r.width.toFixed(0) + ' x ' + r.height.toFixed(0)))])(%d)`

// What can be pressed with a mouse is large enough, whatever is open.
func TestTargetsAreLargeEnough(t *testing.T) {
	const least = 24
	b := newTab(t, wide, serve(t)+"/?view.play=0")
	b.until("step 0 is measured", `document.documentElement.dataset.js > 0`)
	for _, s := range slices.Concat(largerOfThePage, sheetsOfThePage) {
		s.show(b)
		if small := value[[]string](b, fmt.Sprintf(smallTargets, least)); len(small) > 0 {
			t.Errorf("with %s:\n%s", s.name, strings.Join(small, "\n"))
		}
	}
}
