//go:build !js

package browsertest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// Classes drawn by hand are learnt as classes: the link brings them back, and a conditional generator listens.
func TestClassesAreDrawn(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1024, 768)
		v.navigate(site + "/?view.play=0")
		v.until("the page is there", `document.documentElement.dataset.js > 0`)
		pressed(v, "phrase-data")
		pressed(v, "draw-own")
		v.until("the paper", visible("#paper")+` && `+visible("#drawing"))
		r := get[[]float64](v, `(r => [r.left, r.top, r.width, r.height])(document.getElementById('paper').getBoundingClientRect())`)
		drag := func(x0, y0, x1, y1 float64) {
			v.(hand).drag(r[0]+x0*r[2], r[1]+y0*r[3], r[0]+x1*r[2], r[1]+y1*r[3])
		}
		drag(.1, .2, .5, .2)
		v.until("a stroke", points+` > 50`)
		v.text(`([...document.querySelectorAll('#drawing .switch button')].find(e => e.innerText === '2').click(), 0)`)
		drag(.5, .8, .9, .8)
		v.until("another of another class", points+` > 120`)
		pressed(v, "draw-use")
		v.until("it runs", spec+`?.startsWith('data=csv') && document.getElementById('drawing').hidden`)
		pressed(v, "phrase-data")
		v.until("classes may be told", visible("#f-condition-concat"))
		pressed(v, "f-condition-concat")
		v.until("it waits for a restart", `!document.querySelector('#editor .apply').disabled`)
		v.text(`(document.querySelector('#editor .apply').click(), 0)`)
		v.until("it runs with classes", spec+`.includes('condition=concat')`)
		trainedTo(v, 600)
		v.until("samples lie where they were asked for", `+document.documentElement.dataset.label_accuracy > .9`)
		link := v.text(address)
		v.navigate("about:blank")
		v.navigate(site + "/" + link)
		v.until("the same behind the link", spec+`?.includes('condition=concat') && document.documentElement.dataset.ready === 'true'`)
		trainedTo(v, 600)
		v.until("it comes to the same", `+document.documentElement.dataset.label_accuracy > .9`)
	})
}

// A lab trains on a drawing that stands in its address, and on a line, whose picture it is.
func TestLabsOfOwnDataAndLines(t *testing.T) {
	site := labs(t, true)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(800, 700)
		v.navigate(site + "/?view.play=0")
		v.until("the page is there", `document.documentElement.dataset.js > 0`)
		pressed(v, "phrase-data")
		pressed(v, "draw-own")
		v.until("the paper", visible("#paper"))
		focusOn(v, "paper")
		v.text(`(document.getElementById('paper').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })), 0)`)
		for range 12 {
			v.text(`(document.getElementById('paper').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true })), document.getElementById('paper').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })), 0)`)
		}
		v.text(greyImage)
		v.until("an image", points+` > 500`)
		pressed(v, "draw-use")
		v.until("the link has it", `location.search.includes('view.drawn=')`)
		query := v.text(`location.search`)
		v.navigate("about:blank")
		v.navigate(site + "/lab.html" + query)
		v.until("the lab trains on the drawing", spec+`?.startsWith('data=csv') && document.documentElement.dataset.ready === 'true' && !`+notice)
		v.text(`(document.getElementById('do-play')?.click(), 0)`)
		v.until("it is measured", `+document.documentElement.dataset.js > 0`)
		v.navigate("about:blank")
		v.navigate(site + "/lab.html?data=mixture1&panels=plane,losses,measures&autoplay=on")
		v.until("a line in a lab", `document.documentElement.dataset.picture === 'line' && `+step+` > 20 && +document.documentElement.dataset.w1_marginals > 0`)
		v.until("its place is there, and the plane's is not", `(b => b('line').height > 40 && b('distribution').height === 0 || b('line').height > 40)(n => document.querySelector('[data-panel=' + n + ']').getBoundingClientRect())`)
	})
}

// A run on a line, with a column of the reader's own, is saved and comes back at its step.
func TestLinesAreSaved(t *testing.T) {
	site := serve(t)
	v := newChromium(t)
	v.navigate(site + "/?view.play=0")
	v.until("the page is there", `document.documentElement.dataset.js > 0`)
	offer(v, "heights.csv", csvOf("height", 300, func(r *rand.Rand, i int) []float64 { return []float64{170 + 8*r.NormFloat64() + float64(i%2)*80} }))
	v.until("the dialog", tableOpen)
	pressTable(v, "[data-do=use]")
	v.until("the column is in use, as a line", tableClosed+` && `+spec+`.startsWith('data=csv') && document.documentElement.dataset.picture === 'line'`)
	wanted := v.text(spec)
	if !strings.Contains(wanted, "rows=225") || !strings.Contains(wanted, "blobs=2") {
		t.Errorf("two clumps of 300 numbers run as %q", wanted)
	}
	trainedTo(v, 120)
	v.text(catchDownload)
	pressed(v, "do-save")
	v.until("a file", `window.file`)
	text := v.text(`file.then(f => f[1])`)
	v.navigate("about:blank")
	v.navigate(site + "/?data=moons&view.play=0")
	v.until("another run", spec+` === 'data=moons'`)
	offer(v, "saved.txt", text)
	v.until("it is back", fmt.Sprintf(`%s === 120 && %s === %q && document.documentElement.dataset.picture === 'line'`, step, spec, wanted))
}

// Data of one dimension go wherever those of the plane go: a lesson shows them and gives the plane back, a copied link brings a run back at its step, and a lab
// in an article tells of them.
func TestLinesInLessonsLinksAndLabs(t *testing.T) {
	site := labs(t, true)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1280, 900)
		picture := func(of string) string { return `document.documentElement.dataset.picture === '` + of + `' && ` }
		v.navigate(site + "/?data=moons&seed=5#lesson=optimal-discriminator&step=4")
		v.until("the lesson's line", picture("line")+spec+`?.includes('data=mixture1')`)
		v.trained(3)
		v.until("its densities are measured", `+document.documentElement.dataset.js > 0 && +document.documentElement.dataset.w1_marginals > 0`)
		pressed(v, "lesson-leave")
		v.until("the plane is back", picture("plane")+spec+` === 'data=moons&seed=5'`)

		v.navigate("about:blank")
		v.navigate(site + "/?data=skewed1&seed=3&view.play=0&view.at=30")
		v.until("a line at its step", picture("line")+step+` === 30`)
		v.text(`(navigator.clipboard && (navigator.clipboard.writeText = t => (window.copied = t, Promise.resolve())), 0)`)
		pressed(v, "do-link")
		v.until("the link is copied", `window.copied`)
		link := v.text(`copied`)
		v.navigate("about:blank")
		v.navigate(link)
		v.until("it is back at its step", picture("line")+step+` === 30 && `+spec+` === 'data=skewed1&seed=3'`)

		read(v, article(t, site, element(`spec="data=two1" panels="plane,losses" height="420"`)))
		v.until("the lab trains on a line", last(0, "step", "step")+" > 2")
		v.until("and says so", `(await soon(0, { type: 'ganvas:ask' })).spec === 'data=two1'`)
	})
}

// Numbers of the reader's own with classes train a conditional generator, and are saved and come back with them.
func TestLinesWithClasses(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1280, 900)
		v.navigate(site + "/?view.play=0")
		v.until("the page is there", `document.documentElement.dataset.js > 0`)
		var b strings.Builder
		b.WriteString("height,kind\n")
		r := rand.New(rand.NewPCG(1, 2))
		for i := range 400 {
			fmt.Fprintf(&b, "%.3f,%s\n", 100+40*float64(i%2)+5*r.NormFloat64(), []string{"low", "high"}[i%2])
		}
		offer(v, "heights.csv", b.String())
		v.until("the dialog", tableOpen+` && `+tableSays+`.startsWith('400 numbers')`)
		pressTable(v, "[data-do=use]")
		v.until("the numbers are in use", tableClosed+` && `+spec+`.startsWith('data=csv') && document.documentElement.dataset.picture === 'line' && `+notice+`.includes('2 classes by kind')`)
		pressed(v, "phrase-data")
		v.until("classes may be told", visible("#f-condition-concat"))
		pressed(v, "f-condition-concat")
		v.until("it waits for a restart", `!document.querySelector('#editor .apply').disabled`)
		v.text(`(document.querySelector('#editor .apply').click(), 0)`)
		v.until("it runs with classes", spec+`.includes('condition=concat')`)
		trainedTo(v, 600)
		v.until("samples lie where they were asked for", `+document.documentElement.dataset.label_accuracy > .9`)
		wanted := v.text(spec)
		v.text(catchDownload)
		pressed(v, "do-save")
		v.until("a file", `window.file`)
		text := v.text(`file.then(f => f[1])`)
		v.navigate("about:blank")
		v.navigate(site + "/?data=moons&view.play=0")
		v.until("another run", spec+` === 'data=moons'`)
		offer(v, "saved.txt", text)
		v.until("it is back, at its step and with its classes", fmt.Sprintf(`%s === 600 && %s === %q && document.documentElement.dataset.picture === 'line'`, step, spec, wanted))
		v.until("and as good", `+document.documentElement.dataset.label_accuracy > .9`)
	})
}

// The figure of the first paper is a preset of four panels: each shows its step, and a press goes there.
func TestTextbookFigure(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		v.navigate(site + "/?view.play=0")
		v.until("the page is there", `document.documentElement.dataset.js > 0`)
		pressed(v, "do-experiments")
		v.until("the gallery", visible("#preset-textbook"))
		pressed(v, "preset-textbook")
		v.until("it is a line", `document.documentElement.dataset.picture === 'line' && `+spec+`.startsWith('data=normal1') && document.documentElement.dataset.ready === 'true'`)
		v.until("the panels", visible("#moment-a")+` && `+visible("#moment-d"))
		if at := v.text(`location.search`); !strings.Contains(at, "turns=") {
			t.Errorf("the link %q does not say that D learns alone", at)
		}
		v.text(`(document.documentElement.dataset.playing === 'true' && document.getElementById('do-play').click(), 0)`)
		for _, m := range []string{"a", "b", "c", "d"} {
			pressed(v, "moment-"+m)
			v.until("panel "+m, `document.getElementById('moment-`+m+`').dataset.there === 'true'`)
		}
		v.until("all panels are drawn", `document.querySelectorAll('.moments [data-there=true]').length === 4`)
		pressed(v, "moment-a")
		v.until("a press goes back to its step", step+` === 10`)
	})
}
