//go:build !js

package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"ganvas/core/picture"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// What the margin reads, and where a dot of the plane lies in the window.
const (
	reading    = `document.getElementById('reading').textContent`
	chartPaths = `document.querySelectorAll('[data-chart=%s] svg svg path[stroke-width]').length`
)

// The lectures' second exercise, as a student does it who has only the page: each part of a GAN is seen, switched, read and stepped.
func TestEveryPartOfAGAN(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		paused(v, site, "seed=3", 120)

		// The counter is the step; the legend names both kinds of dots and both colours of what D says.
		v.until("the counter", `document.getElementById('step').innerText === '120'`)
		for _, name := range []string{"Real data", "Generated", "What D says"} {
			v.until(name, fmt.Sprintf(`document.getElementById('layers').innerText.includes(%q)`, name))
		}
		v.until("the colours' ends", `/generated[^]*½[^]*real/.test(document.getElementById('scale').innerText)`)

		// Each layer is switched by the mouse and by its key.
		activate(v, "do-layers")
		v.until("the other layers", visible("#more-layers"))
		for i, y := range picture.AllLayers {
			if i >= 9 || get[bool](v, fmt.Sprintf(`!document.querySelector('#layer-%s')?.closest('label').checkVisibility()`, y.Key)) {
				continue
			}
			on := fmt.Sprintf(`document.getElementById('layer-%s').checked`, y.Key)
			was := v.text(on)
			at := get[[]float64](v, fmt.Sprintf(`(r => [r.left + 30, r.top + r.height / 2])(document.getElementById('layer-%s').closest('label').getBoundingClientRect())`, y.Key))
			v.click(at[0], at[1])
			v.until(y.Key+" by the mouse", on+` !== `+was)
			v.text(`(document.activeElement.blur(), 0)`)
			v.press(fmt.Sprint(i + 1))
			v.until(y.Key+" by its key", on+` === `+was)
		}
		v.press("Escape")

		// A sample that is clicked says which way it has to move to lower the generator's loss, and goes on saying it where it goes.
		focusOn(v, "plane")
		v.press("ArrowUp")
		v.press("Enter")
		const way = `/This sample has to move (up|down|left|right|(up|down) and (left|right)) to lower the generator’s loss\. Its gradient: [\d.]+/`
		v.until("the sentence", way+`.test(`+reading+`)`)
		v.until("what else is read there", `/^G\(z\) = \(.+, .+\), D = 0\.\d+\nD\* = .+, log p\/q = .+\n/.test(`+reading+`)`)
		v.text(`(document.activeElement.blur(), 0)`)
		dot := get[[]float64](v, `(r => [r.left + r.width / 2, r.top + r.height / 2])([...document.querySelectorAll('[data-panel=distribution] > .cross')].find(e => e.checkVisibility()).getBoundingClientRect())`)
		v.click(dot[0]+200, dot[1]) // away, and back by the mouse
		v.click(dot[0], dot[1])
		v.until("the sentence by the mouse", way+`.test(`+reading+`)`)
		before := v.text(reading)
		v.press(".")
		v.until("it follows the sample", step+` === 121 && `+way+`.test(`+reading+`) && `+reading+` !== `+"`"+before+"`")

		// One player moves alone; slow motion is a key.
		v.press("d")
		v.until("D alone", step+` === 122 && [...document.querySelectorAll('.marks button')].some(b => b.checkVisibility() && b.innerText.startsWith('D alone'))`)
		v.press("g")
		v.until("G alone", step+` === 123`)
		v.press("s")
		v.until("slow motion", `/^[15] step/.test(document.querySelector('.speed select').selectedOptions[0].text) || document.querySelector('.speed select').selectedOptions[0].text.startsWith('0.')`)
		v.press("s")

		// The summary for who cannot see the picture changes with it.
		v.until("the summary", `/at step 12\d.*Modes covered: \d/.test(document.querySelector('[data-panel=distribution]').ariaLabel)`)

		// KL and JS are curves beside a perfect generator's; a part of the run can be looked at, in logarithms, and any measure has its own.
		activate(v, "view-2")
		v.until("KL and JS", fmt.Sprintf(chartPaths, "divergences")+` >= 2 && document.querySelector('[data-chart=divergences]').innerText.includes('a perfect generator')`)
		v.until("D's move is on the charts", `document.querySelector('[data-chart=losses] svg').textContent.includes('D alone')`)
		option(v, "#watch", "kl_reverse")
		v.until("another measure", `document.querySelector('[data-chart=watched] .panel').ariaLabel.startsWith('KL divergence, generator to data')`)
		option(v, "#watch", "gradient")
		v.until("both players' gradients", `/^Gradient norms.*D \d.*G \d/.test(document.querySelector('[data-chart=watched] .panel').ariaLabel)`)
		const last = `[...document.querySelectorAll('[data-chart=losses] svg > text')].map(e => e.textContent).filter(s => /^[\d,]+$/.test(s)).map(s => +s.replaceAll(',', ''))`
		r := get[[]float64](v, `(r => [r.left, r.top, r.width, r.height])(document.querySelector('[data-chart=losses] .panel').getBoundingClientRect())`)
		v.(hand).drag(r[0]+60, r[1]+r[3]/2, r[0]+100, r[1]+r[3]/2)
		v.until("a part of the run", `document.getElementById('span').value === 'chosen' && Math.max(...`+last+`) < 121`)
		option(v, "#span", "all")
		v.until("all of it", `Math.max(...`+last+`) >= 123`)
		v.text(`([...document.querySelectorAll('#chart-tools button')].find(b => b.innerText === 'log').click(), 0)`)
		v.until("logarithms", `[...document.querySelectorAll('#chart-tools button')].find(b => b.innerText === 'log').ariaPressed === 'true'`)

		// Other data are chosen by their picture; the page says what waits, and restarts when told to.
		activate(v, "view-0")
		activate(v, "phrase-data")
		v.until("pictures of data", visible("#editor #f-data-line")+` && `+visible("#editor #f-data-gaussians")+` && `+visible("#editor #f-data-ring")+` && `+visible("#editor #f-data-disjoint"))
		v.until("each has one", `[...document.querySelectorAll('#f-data .option')].every(b => b.querySelector('svg').getBoundingClientRect().height > 30 && b.scrollWidth <= b.clientWidth + 1)`)
		activate(v, "f-data-line")
		v.until("it is announced", `/restart|anew/i.test(document.getElementById('editor').innerText + document.getElementById('staged').innerText)`)
	})
}

// Who prefers reduced motion finds the page still: nothing trains or moves by itself, and a press of a key trains.
func TestReducedMotion(t *testing.T) {
	b := newTab(t, wide, "about:blank")
	b.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}}))
	b.navigate(serve(t) + "/")
	b.until("it is there, paused", `document.documentElement.dataset.js > 0 && `+playing(false))
	if got := b.text(`document.getAnimations().filter(a => a.playState === 'running').length`); got != "0" {
		t.Errorf("%s things move", got)
	}
	b.press(" ")
	b.trained(3)
}

// sheets is how many pages a PDF has.
func sheets(pdf string) int {
	return strings.Count(pdf, "/Type /Page\n") + strings.Count(pdf, "/Type/Page/") + strings.Count(pdf, "/Type /Page/")
}

// The page prints on one sheet, with its picture, what it is of, and its curves.
func TestPrintsOneSheet(t *testing.T) {
	b := newTab(t, wide, serve(t)+"/?view.play=0&view.at=60")
	b.until("it is at its step", step+` === 60 && document.documentElement.dataset.js > 0 && ganvas.host.frames > 1`)
	pdf := perform(b, chromedp.PrintToPDF())
	if n := sheets(string(pdf)); n != 1 {
		t.Errorf("it prints on %d sheets", n)
	}
	b.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
	for _, selector := range []string{"#sentence", ".chart[data-chart=losses] svg", ".plane", "#numbers"} {
		b.until(selector+" is on paper", visible(selector))
	}
	for _, selector := range []string{".foot", "#tools", "#do-settings"} {
		b.until(selector+" is not", `!`+visible(selector))
	}
}
