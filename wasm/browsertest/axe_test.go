//go:build !js

package browsertest

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// axe is the script of axe-core, which package.json pins and npm ci brings.
func axe(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		missing(t, "there is no axe-core here: npm ci --prefix wasm/browsertest brings it")
	}
	return string(text)
}

// violations are what axe-core finds wrong, each as its rule and the first elements that break it. Best practices count as rules.
const violations = `axe.run(document, { resultTypes: ['violations'], rules: { region: { enabled: false } } }).then(r =>
	r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 110) + ' ' + (n.failureSummary ?? '').split('\n').pop().slice(0, 160)).join(' | ')))`

// sheetsOfThePage are what can be open, and what opens them.
var sheetsOfThePage = []struct{ name, open string }{
	{"nothing", `0`},
	{"an editor", `document.getElementById('phrase-rates').click()`},
	{"the layers' editor", `document.getElementById('phrase-g').click()`},
	{"a choice", `document.getElementById('phrase-data').click()`},
	{"what waits", `(document.getElementById('f-data-moons').click(), document.querySelector('#editor .shut').click())`},
	{"all settings", `document.getElementById('do-settings').click()`},
	{"a setting", `document.getElementById('find-batch').click()`},
	{"the menu", `document.getElementById('do-menu').click()`},
	{"all measures", `document.getElementById('do-numbers').click()`},
	{"the keys", `(document.getElementById('do-menu').click(), document.getElementById('do-help').click())`},
	{"more layers", `document.getElementById('do-layers').click()`},
	{"the gallery", `document.getElementById('do-experiments').click()`},
	{"the words on an experiment", `document.getElementById('preset-collapse').click()`},
	{"the charts", `document.getElementById('view-1').click()`},
	{"presenting", `document.getElementById('do-present').click()`},
	{"a lesson", `(document.getElementById('do-present').click(), location.hash = '#lesson=what-is-a-gan&step=2')`},
}

// Nothing on the page breaks a rule of axe-core, whatever is open, in both schemes and at all widths.
func TestAccessible(t *testing.T) {
	script := axe(t)
	address := serve(t)
	for _, width := range []int64{1440, 1024, 390} {
		for _, dark := range []bool{false, true} {
			t.Run(fmt.Sprintf("%d-%v", width, dark), func(t *testing.T) {
				height := map[int64]int64{1440: 900, 1024: 768, 390: 844}[width]
				b := newTab(t, view{width, height, dark}, address+"/?view.play=0")
				b.until("step 0 is measured", `document.documentElement.dataset.js > 0`)
				value[bool](b, script+`; true`)
				for _, s := range sheetsOfThePage {
					value[bool](b, "("+s.open+", true)")
					b.until(s.name+" stands still", `new Promise(r => setTimeout(() => r(true), 400))`)
					if wrong := value[[]string](b, violations); len(wrong) > 0 {
						t.Errorf("with %s: %s", s.name, strings.Join(wrong, "\n"))
					}
				}
			})
		}
	}
}
