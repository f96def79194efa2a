//go:build !js

package browsertest

import (
	"fmt"
	"testing"

	"ganvas/ui/control"
)

// editors are the phrases of the sentence, each of which opens its editor.
func editors() (ids []string) {
	for _, p := range control.Sentence {
		ids = append(ids, "phrase-"+p.Key)
	}
	return ids
}

// apart says what is wrong with where a sheet lies: it must be in the window, and leave the plane free.
const apart = `((sheet, plane) => {
	const s = document.querySelector(sheet).getBoundingClientRect(), p = document.querySelector(plane).getBoundingClientRect(), wrong = [];
	if (s.left < 0 || s.top < 0 || s.right > innerWidth + 1 || s.bottom > innerHeight + 1) wrong.push('it leaves the window: ' + [s.left, s.top, s.right, s.bottom]);
	if (p.left < 0 || p.top < 0 || p.right > innerWidth || p.bottom > innerHeight) wrong.push('the plane is not in sight');
	if (s.left < p.right && p.left < s.right && s.top < p.bottom && p.top < s.bottom) wrong.push('it lies on the plane');
	return wrong.join('; ');
})`

// wrapped are the buttons in which a text takes more than one line.
const wrapped = `[...document.querySelectorAll('button:not(.experiment-card, .setting, .exhibit .button), select, .key, kbd')].filter(e => e.checkVisibility()).filter(e => {
	const range = document.createRange();
	range.selectNodeContents(e);
	const tops = [...range.getClientRects()].filter(r => r.width > 1 && r.height > 4).map(r => Math.round(r.top / 12));
	return e.tagName === 'BUTTON' && !e.classList.contains('phrase') && new Set(tops).size > 2;
}).map(e => e.textContent)`

// chartsHaveRoom holds each chart that is shown to the least size that can be read, and the page to showing one.
func chartsHaveRoom(v visitor, size [2]int64) {
	v.Helper()
	const shown = `[...document.querySelectorAll('.chart')].filter(e => e.checkVisibility({ visibilityProperty: true })).map(e => e.getBoundingClientRect())`
	v.until("a chart", shown+`.length > 0`)
	for _, got := range get[[][2]float64](v, shown+`.map(r => [r.width, r.height])`) {
		if got[0] < 360 || got[1] < 200 {
			v.Errorf("%v: a chart is %v", size, got)
		}
	}
	const crossed = `[...document.querySelectorAll('.chart figcaption')].filter(e => e.checkVisibility({ visibilityProperty: true })).filter(e => {
		const at = [...e.children].map(c => c.getBoundingClientRect());
		return at.some((a, i) => at.slice(i + 1).some(b => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)) || [...e.children].some(c => c.scrollWidth > c.clientWidth + 1);
	}).map(e => e.innerText)`
	if got := get[[]string](v, crossed); len(got) > 0 {
		v.Errorf("%v: in these captions texts lie on each other: %q", size, got)
	}
}

// At a desk and on a tablet the plane and the knob in hand are on the screen together, whatever editor is open; charts have their room, and no
// text wraps inside a control.
func TestPlaneAndKnobTogether(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		for _, size := range [][2]int64{{1440, 900}, {1024, 768}} {
			v.size(size[0], size[1])
			v.navigate("about:blank")
			v.navigate(site + "/?view.play=0")
			v.until("step 0 is measured", `document.documentElement.dataset.js > 0`)
			chartsHaveRoom(v, size)
			if got := get[[]string](v, wrapped); len(got) > 0 {
				t.Errorf("%v: %q wraps", size, got)
			}
			if v.text(visible(".walls")) == "true" {
				t.Errorf("%v: the walls of images lie on the plane", size)
			}
			if plane := get[[]float64](v, `(p => [p.width, p.height])(document.getElementById('plane').getBoundingClientRect())`); plane[0] != plane[1] || plane[0] < .7*float64(size[1]) {
				t.Errorf("%v: the plane is %v", size, plane)
			}
			for _, id := range append(editors(), "do-settings") {
				v.text(fmt.Sprintf(`(document.getElementById(%q).click(), 0)`, id))
				sheet := "#editor"
				if id == "do-settings" {
					sheet = "#settings"
				}
				v.until(id+" is open", visible(sheet))
				if wrong := v.text(apart + fmt.Sprintf(`(%q, '#plane')`, sheet)); wrong != "" {
					t.Errorf("%v: %s: %s", size, id, wrong)
				}
			}
			// Where a notice and the words on an experiment stand above them too.
			v.navigate("about:blank")
			v.navigate(site + "/?data=digits-8&g.norm=banana&view.play=0")
			v.until("what was wrong", visible("#notice"))
			chartsHaveRoom(v, size)
			v.navigate("about:blank")
			v.navigate(site + "/?family=flow&data=moons&" + at(20))
			v.until("a likelihood", `document.querySelector('[data-chart=likelihood] b')?.textContent.length > 3`)
			chartsHaveRoom(v, size)
		}
	})
}

// Nothing that can be opened runs off the edge, on a phone neither, where the picture stays in sight above an editor.
func TestNothingRunsOffTheEdge(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		for _, width := range []int64{1024, 390} {
			v.size(width, 844)
			v.navigate("about:blank")
			v.navigate(site + "/?view.play=0")
			v.until("step 0 is measured", `document.documentElement.dataset.js > 0`)
			for _, s := range sheetsOfThePage[:len(sheetsOfThePage)-2] {
				s.show(v)
				off := get[[]string](v, `[...document.querySelectorAll('button, .sheet, input, select, h2, p')].filter(e => e.checkVisibility() && !e.closest('.unseen, .skip'))
					.filter(e => (r => r.width > 0 && (r.right > innerWidth + 1 || r.left < -1))(e.getBoundingClientRect())).map(e => e.outerHTML.slice(0, 90))`)
				if len(off) > 0 {
					t.Errorf("%d wide, with %s: %q", width, s.name, off)
				}
			}
			notTooWide(v)
		}
	})
}

// Keys do what the list of keys says.
func TestKeys(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		v.navigate(site + "/?view.play=0")
		v.until("step 0 is measured", `document.documentElement.dataset.js > 0`)
		v.press(".")
		v.until("a step", step+` === 1`)
		v.press(",")
		v.until("and back", step+` === 0`)
		v.press("ArrowRight")
		v.until("ten steps", step+` === 10`)
		v.press("2")
		v.until("a layer", `!document.getElementById('layer-generated').checked`)
		v.press("v")
		v.until("the machine", `document.documentElement.dataset.view === 'machine'`)
		v.press("v")
		v.until("the charts", `document.documentElement.dataset.view === 'charts'`)
		v.press("v")
		v.press("?")
		v.until("the list of keys", visible("#help"))
		v.press("Escape")
		v.until("it is closed", `document.getElementById('help').hidden`)
		v.press("/")
		v.until("the search", `document.activeElement.id === 'seek'`)
		v.text(`(document.getElementById('seek').value = 'η', document.getElementById('seek').dispatchEvent(new Event('input')), 0)`)
		v.until("both rates", `[...document.querySelectorAll('.setting')].map(e => e.id).join() === 'find-g.lr,find-d.lr'`)
		v.press("Escape")
		v.until("it is closed", `document.getElementById('settings').hidden`)
		v.press("f")
		v.until("presenting", `document.documentElement.dataset.present === 'true' && !document.getElementById('do-settings').checkVisibility()`)
		v.press("PageDown")
		v.until("the first scene", `document.getElementById('preset').checkVisibility()`)
		v.press("b")
		v.until("black", `document.documentElement.dataset.black === 'true'`)
		v.press("Escape")
		v.until("as before", `document.documentElement.dataset.present === 'false' && document.documentElement.dataset.black === 'false'`)
	})
}

// The gallery shows the experiments of a topic alone.
func TestGalleryByTopic(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1024, 768)
		v.navigate(site + "/?view.play=0")
		v.until("the page is there", `document.documentElement.dataset.js > 0`)
		activate(v, "do-experiments")
		v.until("the gallery", visible("#preset-works"))
		v.text(`([...document.querySelectorAll('#topics button')].find(e => e.textContent === 'Theory').click(), 0)`)
		v.until("theory alone", `!document.getElementById('preset-works').checkVisibility() && document.getElementById('preset-dirac').checkVisibility()`)
		v.until("each has a picture", `[...document.querySelectorAll('button.experiment-card')].every(e => !e.checkVisibility() || e.querySelector('svg path, canvas'))`)
		v.press("Escape")
		v.until("it is closed", `document.getElementById('gallery').hidden`)
	})
}
