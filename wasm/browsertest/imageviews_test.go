//go:build !js

package browsertest

import (
	"fmt"
	"strings"
	"testing"
)

// smallDigits is a run of images whose steps are cheap.
const smallDigits = "/?data=digits&rows=500&view.play=0"

// drawn says that a canvas shows more than one colour.
func drawn(selector string) string {
	return `(c => c && c.width > 1 && new Set(new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)).size > 1)(document.querySelector('` + selector + `'))`
}

// press presses the middle of an element, as a hand does.
func pressOn(v visitor, selector string) {
	v.Helper()
	at := get[[]float64](v, `(e => (e.scrollIntoView({ block: 'center', behavior: 'instant' }), r = e.getBoundingClientRect(), [r.x + r.width / 2, r.y + r.height / 2]))(document.querySelector('`+selector+`'))`)
	v.click(at[0], at[1])
}

// A reader presses an image of the wall, and gets it large with D's two bars and the nearest image of training; by the keyboard another one.
func TestInspector(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		v.navigate(site + smallDigits)
		v.until("the walls", `document.documentElement.dataset.picture === 'walls' && document.documentElement.dataset.ready === 'true'`)
		at := get[[]float64](v, `(r => [r.x + 40, r.y + 20])(document.querySelector('[data-panel="wall.generated"]').getBoundingClientRect())`)
		v.click(at[0], at[1])
		v.until("the inspector", visible("#inspector")+` && /^Generated image, class 0, number 1$/.test(document.getElementById('inspector-title').textContent)`)
		v.until("both images", drawn("#inspector figure:nth-child(1) canvas")+` && `+drawn("#inspector figure:nth-child(2) canvas"))
		v.until("how far the nearest is", `/^Image \d+ of training, of class \d, \d+\.\d\d away\. Images of training are \d+\.\d\d from their nearest \(median\)\./.test(document.querySelector('#inspector figure:nth-child(2) .about').textContent)`)
		v.until("two bars, the larger first", `(x => x.length === 2 && x[0] >= x[1] && Math.abs(x[0] + x[1] - 100) < .11)([...document.querySelectorAll('#inspector figure:nth-child(1) .verdict-bars b')].map(b => parseFloat(b.textContent)))`)
		v.press("Escape")
		v.until("closed", `!`+visible("#inspector"))
		v.text(`(document.getElementById('plane').focus(), '')`)
		for _, key := range []string{"ArrowDown", "ArrowLeft", "ArrowDown"} {
			v.press(key)
		}
		v.until("a frame in the other wall", `document.querySelector('[data-panel="wall.real"] .wall-pick').checkVisibility()`)
		v.press("Enter")
		v.until("a real image", `/^Real image, class \d, number \d+$/.test(document.getElementById('inspector-title').textContent) && `+visible("#inspector"))
		v.until("its nearest is another", `/of training/.test(document.querySelector('#inspector figure:nth-child(2) .about').textContent)`)
	})
}

// A reader sees every layer's maps of an image, presses a pixel, reads its products, whose sum is the number, and follows them down to the noise.
func TestInsideAPixel(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		v.navigate(site + smallDigits)
		v.until("the walls", `document.documentElement.dataset.picture === 'walls' && document.documentElement.dataset.ready === 'true'`)
		activate(v, "view-1")
		v.until("maps of both players", drawn(`.chain[aria-label="Generator"] li:last-child canvas`)+` && `+drawn(`.chain[aria-label="Discriminator"] li:nth-child(2) canvas`))
		v.until("why a pixel is as it is", visible("#why-table")+` && /^= -?−?\d/.test(document.getElementById('why-value').textContent)`)
		sums := `(() => {
			const number = e => parseFloat(e.textContent.replace('−', '-'));
			const rows = [...document.querySelectorAll('#why-table tbody tr')].filter(r => !r.hidden);
			const parts = rows.slice(0, -1).map(r => number(r.children[3])).reduce((a, b) => a + b, 0);
			return rows.at(-1).className === 'sum' && Math.abs(parts - number(rows.at(-1).children[3])) < 1e-3;
		})()`
		v.until("products add up", sums)
		pressOn(v, `.chain[aria-label="Generator"] li:last-child button`)
		v.until("another pixel adds up", sums)
		v.text(`(document.querySelector('.chain[aria-label="Generator"] li:last-child button').focus(), window.titled = document.querySelector('.why h2').textContent, '')`)
		v.press("ArrowUp")
		v.until("the pixel above", `document.querySelector('.why h2').textContent !== window.titled && `+sums)
		for range 12 { // down the largest product, to the noise or the class
			if strings.Contains(v.text(`document.querySelector('.why h2').textContent`), "given") {
				break
			}
			v.text(`(window.titled = document.querySelector('.why h2').textContent, '')`)
			pressOn(v, "#why-table .follow")
			v.until("the number below", `document.querySelector('.why h2').textContent !== window.titled`)
		}
		v.until("the noise", `/^Generator, what it is given: (noise|class) \d+$/.test(document.querySelector('.why h2').textContent)`)
		activate(v, "why-back")
		v.until("and back up", `!/given/.test(document.querySelector('.why h2').textContent)`)
		activate(v, "inside-other")
		v.until("a real image comes from no generator", `/comes from no generator/.test(document.querySelector('.chain[aria-label="Generator"]').textContent)`)
		v.until("but is judged", drawn(`.chain[aria-label="Discriminator"] li:nth-child(2) canvas`))
	})
}

// A reader drags the point over the latent map, moves it by arrows, and chooses other images as its corners.
func TestLatentMap(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		v.navigate(site + smallDigits)
		v.until("the walls", `document.documentElement.dataset.picture === 'walls' && document.documentElement.dataset.ready === 'true'`)
		activate(v, "view-3")
		v.until("the map", drawn("#latent-sheet canvas")+` && `+drawn("#latent-path-0")+` && `+drawn("#latent-path-1")+` && `+drawn("#latent-sum")+` && `+drawn("#latent-picture"))
		where := `document.getElementById('latent-where').textContent`
		v.text(`(window.was = ` + where + `, '')`)
		pressOn(v, "#latent-sheet")
		v.until("the middle of the map", where+`.endsWith('(0.50, 0.50)')`)
		v.text(`(document.getElementById('latent-sheet').focus(), '')`)
		v.press("ArrowRight")
		v.until("a step to the right", `/\(0\.5[5-7], 0\.50\)$/.test(`+where+`)`)
		picture := `document.getElementById('latent-path-1').toDataURL()`
		v.text(`(window.was = ` + picture + `, '')`)
		v.text(`(e => (e.value = '55', e.dispatchEvent(new Event('change')), ''))(document.getElementById('latent-B'))`)
		v.until("other ways", picture+` !== window.was`)
	})
}

// viewsOfImages are what a run of images can show, opened one after another.
var viewsOfImages = []sheetOfThePage{
	{"the walls", `0`, `document.documentElement.dataset.picture === 'walls' && document.documentElement.dataset.ready === 'true'`},
	{"an image", `(document.getElementById('plane').focus(), document.getElementById('plane').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })))`,
		visible("#inspector") + ` && ` + drawn("#inspector figure:nth-child(2) canvas")},
	{"the inside of both players", `document.getElementById('inspect-inside').click()`, visible("#why-table") + ` && ` + drawn(`.chain[aria-label="Discriminator"] li:nth-child(2) canvas`)},
	{"filters", `[...document.querySelectorAll('.chain details')].forEach(d => d.open = true)`, `document.querySelector('.chain details').open`},
	{"the latent map", `document.getElementById('do-latent').click()`, drawn("#latent-sheet canvas") + ` && ` + drawn("#latent-sum")},
}

// Nothing of these views breaks a rule of axe-core or is wider than a telephone, in both schemes.
func TestViewsOfImagesAreAccessible(t *testing.T) {
	script := axe(t)
	address := serve(t)
	for _, width := range []int64{1440, 390} {
		for _, dark := range []bool{false, true} {
			t.Run(fmt.Sprintf("%d-%v", width, dark), func(t *testing.T) {
				b := newTab(t, view{width, 860, dark}, address+smallDigits)
				b.until("the page is there", `document.documentElement.dataset.ready === 'true'`)
				value[bool](b, script+`; true`)
				for _, s := range viewsOfImages {
					s.show(b)
					if wrong := value[[]string](b, violations(dark)); len(wrong) > 0 {
						t.Errorf("with %s: %s", s.name, strings.Join(wrong, "\n"))
					}
					b.until("the page does not scroll to the side with "+s.name, `document.documentElement.scrollWidth <= innerWidth`)
				}
			})
		}
	}
}
