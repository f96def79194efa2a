//go:build !js

package browsertest

import (
	"fmt"
	"os"
	"slices"
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
//
// Of the dark scheme only what colours are asked for: nothing else differs.
func violations(dark bool) string {
	only := ""
	if dark {
		only = `runOnly: ['color-contrast', 'link-in-text-block'], `
	}
	return `axe.run(document, { ` + only + `resultTypes: ['violations'], rules: { region: { enabled: false } } }).then(r =>
	r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 110) + ' ' + (n.failureSummary ?? '').split('\n').pop().slice(0, 160)).join(' | ')))`
}

// sheetOfThePage is something that can be open: what opens it, and what holds when it is.
type sheetOfThePage struct{ name, open, there string }

var sheetsOfThePage = []sheetOfThePage{
	{"nothing", `0`, `true`},
	{"an editor", `document.getElementById('phrase-rates').click()`, visible("#editor #f-g-lr")},
	{"the layers' editor", `document.getElementById('phrase-g').click()`, visible(`#editor [data-field="g"]`)},
	{"a choice", `document.getElementById('phrase-data').click()`, visible("#editor #f-data-moons")},
	{"what waits", `(document.getElementById('f-data-moons').click(), document.querySelector('#editor .shut').click())`, visible("#staged") + ` && !` + visible("#editor")},
	{"all settings", `document.getElementById('do-settings').click()`, visible("#settings #find-batch")},
	{"a setting", `document.getElementById('find-batch').click()`, visible(`.detail [data-field="batch"]`)},
	{"the menu", `document.getElementById('do-menu').click()`, visible("#menu")},
	{"all measures", `document.getElementById('do-numbers').click()`, visible("#measuring")},
	{"the keys", `(document.getElementById('do-menu').click(), document.getElementById('do-help').click())`, visible("#help")},
	{"paper to draw on", `(document.getElementById('do-menu').click(), document.getElementById('do-draw').click())`, visible("#drawing") + ` && ` + visible("#paper")},
	{"more layers", `document.getElementById('do-layers').click()`, visible("#more-layers")},
	{"the gallery", `document.getElementById('do-experiments').click()`, visible("#preset-collapse")},
	{"the words on an experiment", `document.getElementById('preset-collapse').click()`, visible("#preset") + ` && !` + visible("#gallery")},
	{"the step-through", `document.getElementById('do-stepping').click()`, visible("#stepping-say h2")},
	{"the charts", `document.getElementById('view-2').click()`, `document.documentElement.dataset.view === 'charts'`},
	{"presenting", `document.getElementById('do-present').click()`, `document.documentElement.dataset.present === 'true'`},
	{"a lesson", `(document.getElementById('do-present').click(), location.hash = '#lesson=what-is-a-gan&step=2')`, visible("#lesson") + ` && document.getElementById('lesson').innerText.includes('The forger')`},
}

// largerOfThePage are what is looked at before: larger pictures, and what is rarely open.
var largerOfThePage = []sheetOfThePage{
	{"the machine and its brushes", `document.getElementById('view-1').click()`, visible("#machine .unit") + ` && ` + visible("#brush-noise")},
	{"the plane again", `document.getElementById('view-0').click()`, visible("#plane") + ` && document.documentElement.dataset.view === 'plane'`},
	{"a sample that is read", `(document.getElementById('plane').focus(), ['ArrowUp', 'Enter'].forEach(key => document.getElementById('plane').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))))`, `document.getElementById('reading').textContent.includes('This sample has to move')`},
	{"samples in numbers", `(document.getElementById('do-menu').click(), document.getElementById('do-samples').click())`, visible("#samples table")},
	{"the laboratory", `(document.getElementById('do-menu').click(), document.getElementById('do-laboratory').click())`, visible("#laboratory select")},
}

// still holds where nothing on the page moves: not its transitions, nor what the next frames would begin.
const still = `new Promise(yes => requestAnimationFrame(() => requestAnimationFrame(() => yes(document.getAnimations().every(a => a.playState !== 'running')))))`

// show opens a sheet, and waits until it stands there.
func (s sheetOfThePage) show(v visitor) {
	v.Helper()
	v.text("(" + s.open + ", 0)")
	v.until(s.name, s.there)
	v.until(s.name+" stands still", still)
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
				for _, s := range slices.Concat(largerOfThePage, sheetsOfThePage) {
					s.show(b)
					if wrong := value[[]string](b, violations(dark)); len(wrong) > 0 {
						t.Errorf("with %s: %s", s.name, strings.Join(wrong, "\n"))
					}
				}
			})
		}
	}
}
