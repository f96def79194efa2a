//go:build !js

package browsertest

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// element is a lab's script and the element.
func element(attributes string) string {
	return `<script src="SITE/ganvas-lab.js" async=""></script><ganvas-lab ` + attributes + `></ganvas-lab>`
}

// told are the messages of a type that a lab has told so far.
func told(lab int, kind string) string {
	return fmt.Sprintf(`heard.filter(h => h.i === %d && h.type === 'ganvas:%s').length`, lab, kind)
}

// A lab has the colours of the page behind it, by whatever name a host calls them, and changes with them as it is open: its run goes on.
func TestLabFollowsItsPagesColours(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		read(v, article(t, site, `<style>body { background: #fff } .dark body, [data-theme=dark] body, [data-md-color-scheme=slate], [data-bs-theme=dark] body, .theme-dark, .quarto-dark { background: oklch(0.2 0.02 260) }</style>`+
			`<main>`+element(`spec="seed=3" height="300"`)+`</main><ganvas-lab spec="seed=4" height="300" theme="light"></ganvas-lab>`))
		v.until("the lab trains", last(0, "step", "step")+" > 2")
		if theme := v.text(last(0, "ready", "theme")); theme != "light" {
			t.Errorf("on white the lab is %s", theme)
		}
		for _, c := range []struct{ on, off string }{
			{`document.documentElement.classList.add('dark')`, `document.documentElement.classList.remove('dark')`},
			{`document.documentElement.dataset.theme = 'dark'`, `delete document.documentElement.dataset.theme`},
			{`document.body.dataset.mdColorScheme = 'slate'`, `delete document.body.dataset.mdColorScheme`},
			{`document.documentElement.dataset.bsTheme = 'dark'`, `delete document.documentElement.dataset.bsTheme`},
			{`document.body.classList.add('theme-dark')`, `document.body.classList.remove('theme-dark')`},
			{`document.body.classList.add('quarto-dark')`, `document.body.classList.remove('quarto-dark')`},
			{`document.querySelector('main').style.background = '#111'`, `document.querySelector('main').style.background = ''`}, // of no known name, on no known element
			{`document.head.append(window.sheet = Object.assign(document.createElement('style'), { textContent: 'html body { background: #222 }' }))`, `sheet.remove()`},
		} {
			v.text("(" + c.on + ", 0)")
			v.until(c.on+": the lab is dark", last(0, "state", "theme")+" === 'dark'")
			v.text("(" + c.off + ", 0)")
			v.until(c.off+": the lab is light", last(0, "state", "theme")+" === 'light'")
		}
		if n := get[int](v, told(0, "ready")); n != 1 {
			t.Errorf("the run has begun %d times", n)
		}
		v.text(`(document.documentElement.classList.add('dark'), 0)`)
		v.until("the lab is dark", last(0, "state", "theme")+" === 'dark'")
		if n := get[int](v, `heard.filter(h => h.i === 1 && h.theme === 'dark').length`); n != 0 {
			t.Error("theme= does not overrule the page")
		}
		if b, ok := v.(*tab); ok { // the others' protocols have no word for it
			v.text(`(document.documentElement.classList.remove('dark'), document.body.style.background = 'none', document.documentElement.style.colorScheme = 'light dark', 0)`)
			for _, dark := range []bool{false, true, false} {
				b.do(scheme(dark))
				v.until("it has what the browser prefers", fmt.Sprintf("%s === '%s'", last(0, "state", "theme"), map[bool]string{false: "light", true: "dark"}[dark]))
			}
		}
	})
}

// Whatever box a lab is given, nothing in it is cut and nothing scrolls: what is least needed gives way, and the buttons last.
func TestLabFitsItsBox(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		for _, c := range []struct {
			width  int64
			height int
			query  string
			keeps  string // is not dropped
		}{
			{374, 420, "data=moons&panels=plane,losses", "losses"},
			{374, 224, "data=moons&panels=plane,losses&controls=transport", "transport"},
			{700, 460, "data=moons&panels=plane,losses,measures&controls=all", "transport"},
			{300, 160, "data=moons", "transport"},
			{320, 300, "data=moons&panels=plane,losses,verdicts,measures&controls=all&bar=on", "transport"},
		} {
			v.size(800, 800) // narrower than a telephone not every browser's window becomes
			read(v, article(t, site, strings.Replace(frame(c.query), `width="100%" height="420"`, fmt.Sprintf(`width="%d" height="%d"`, c.width, c.height), 1)))
			v.until(fmt.Sprint(c, ": the lab trains"), last(0, "step", "step")+" > 0")
			box := `(say(0, 'watch:box'), window.last[0]['watch:box'])`
			v.until(fmt.Sprint(c, ": it fits"), fmt.Sprintf(`(b => b && b.over <= 0 && b.wide <= 0 && !b.dropped.split(' ').includes('%s'))(%s)`, c.keeps, box))
		}
	})
}

// A picture in a link to a lab is markup enough: where the script runs a lab takes its place, as often as it comes, and goes with it.
func TestPictureInALinkBecomesALab(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		figure := `<p class="figure"><a href="SITE/lab.html?data=moons&amp;seed=3&amp;panels=plane,losses&amp;height=300"><img alt="Two moons" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></a></p>`
		read(v, article(t, site, `<script src="SITE/ganvas-lab.js" async=""></script><div id="place">`+figure+`</div><p><a href="SITE/lab.html?seed=1">A link alone</a></p>`))
		v.text(`(window.place = document.getElementById('place'), window.figure = place.innerHTML.includes('ganvas-lab') ? '' : place.innerHTML, 0)`)
		v.until("the lab trains", last(0, "step", "step")+" > 0")
		got := v.text(`(f => [last[0]['ganvas:ready'].spec, last[0]['ganvas:ready'].panels, f.title, f.getBoundingClientRect().height, document.querySelectorAll('ganvas-lab').length].join(' '))(frames_()[0])`)
		if got != "data=moons&seed=3 plane,losses Two moons 300 1" {
			t.Errorf("the lab is %s", got)
		}
		for n := range 3 { // as a site does that loads its pages itself
			v.text(fmt.Sprintf(`(place.replaceChildren(), window.workers[0] = 0, last[0] = {}, place.insertAdjacentHTML('beforeend', %q), 0)`, strings.ReplaceAll(figure, "SITE", site)))
			v.until(fmt.Sprintf("visit %d: the lab trains", n+2), last(0, "step", "step")+" > 0")
			if all := v.text(`document.querySelectorAll('ganvas-lab').length + ' ' + frames_().filter(Boolean).length`); all != "1 1" {
				t.Fatalf("labs and frames are %s", all)
			}
		}
	})
}

// On a slide that is there but cannot be seen a lab does not train; a clicker's keys turn slides while the focus is in the lab.
func TestLabsOnHiddenSlides(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		v.size(800, 500)
		read(v, article(t, site, `<section id="slide" style="opacity: 0">`+element(`spec="seed=3" height="300"`)+`</section>
			<script>window.keys = []; document.addEventListener('keydown', e => keys.push(e.key + e.keyCode));</script>`))
		v.until("the frame is there", `frames_()[0]`)
		v.until("some time has passed", `new Promise(yes => setTimeout(yes, 2500, true))`)
		if v.text(`JSON.stringify(window.last[0]?.['ganvas:ready'] ?? null)`) != "null" {
			t.Fatal("unseen, the lab has begun")
		}
		v.text(`(slide.style.opacity = 1, 0)`)
		v.until("seen, it trains", last(0, "step", "step")+" > 0")
		v.text(`(slide.setAttribute('aria-hidden', 'true'), 0)`)
		v.until("turned away it rests", last(0, "state", "seen")+" === false")
		v.text(`(slide.removeAttribute('aria-hidden'), 0)`)
		v.until("turned to again it trains", last(0, "state", "seen")+" === true")
		v.click(400, 100)
		v.until("the focus is in the lab", `document.activeElement.localName === 'ganvas-lab'`)
		v.press("PageDown")
		v.until("the deck has the key", `keys.join() === 'PageDown34'`)
	})
}

// What a sandbox forbids the element does: a file is saved by the page around the lab, and the whole page opens with the lab's settings.
func TestElementLendsAHand(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		read(v, article(t, site, element(`spec="data=moons&amp;seed=3" height="300" controls="transport,page" autoplay="off"`)))
		hears(v, 0, "ready")
		v.text(`(window.opened = '', window.open = (...all) => { opened = all.join(' '); }, say(0, 'watch:click #whole'), 0)`)
		v.until("the whole page opens", `opened.startsWith('`+site+`/?') && opened.includes('data=moons&seed=3') && opened.endsWith('_blank noopener')`)
		v.text(`(window.saved = '', URL.createObjectURL = blob => { blob.text().then(t => { saved = t; }); return '#'; }, say(0, 'watch:save'), 0)`)
		v.until("the file is saved", `saved === 'AB'`)
	})
}

// In a frame whose sandbox an editor has emptied no script runs: the lab says what has happened, and its link opens the same lab by itself. The test's
// frame may be looked into, and is as still.
func TestLabWithoutScriptsSaysSo(t *testing.T) {
	site := serve(t)
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate(site + "/embed.html")
		v.allow("sandboxed", "Blocked script", "allow-scripts")
		v.text(`(document.body.innerHTML = '<iframe id="still" sandbox="allow-same-origin" src="lab.html?data=moons&amp;panels=plane" width="600" height="300"></iframe>', 0)`)
		v.until("it says so", `still.contentDocument?.querySelector('#loading')?.innerText.includes('sandbox="allow-scripts"')`)
		v.until("nothing is said to load", `!still.contentDocument.querySelector('#loading').innerText.includes('Loading')`)
		if href := v.text(`still.contentDocument.querySelector('#loading a').href`); href != site+"/lab.html?data=moons&panels=plane" {
			t.Errorf("the link leads to %s", href)
		}
	})
}

// A bare frame on a slide trains when the deck says that its slide begins, and no longer when it ends. Printed, it has its picture.
func TestDeckTellsItsFrames(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		read(v, article(t, site, frame("data=moons&autoplay=slide")))
		v.until("the frame is there", `window.last[0]?.['watch:born']`)
		v.until("some time has passed", `new Promise(yes => setTimeout(yes, 2000, true))`)
		if v.text(`JSON.stringify(window.last[0]['ganvas:ready'] ?? null)`) != "null" {
			t.Fatal("before its slide the lab has begun")
		}
		v.text(`(say(0, 'slide:start'), 0)`)
		v.until("on its slide it trains", last(0, "step", "step")+" > 2")
		v.until("it is printed with its picture", `(say(0, 'watch:print'), window.last[0]['watch:printed']?.width > 100)`)
		v.text(`(say(0, 'slide:stop'), 0)`)
		v.until("on another it rests", last(0, "state", "seen")+" === false")
		v.text(`(say(0, 'slide:start'), 0)`)
		v.until("back on its slide it is seen", last(0, "state", "seen")+" === true")
	})
}

// The module registers the element once, however it comes and however late: labs that stood in the page come to life.
func TestModuleRegistersOnce(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		read(v, article(t, site, `<ganvas-lab spec="seed=3" height="300"></ganvas-lab>`))
		v.text(`import('` + site + `/ganvas-lab.mjs').then(() => import('` + site + `/ganvas-lab.mjs?again')).then(m => (m.defineLab('` + site + `/'), Object.keys(m).join()))`)
		v.until("the lab trains", last(0, "step", "step")+" > 2")
		if frames := get[int](v, `frames_().filter(Boolean).length`); frames != 1 {
			t.Errorf("there are %d frames", frames)
		}
	})
}

// The site's page, opened from a folder, says what to open instead.
func TestPageInAFolderSaysWhatToDo(t *testing.T) {
	serve(t) // or skips
	folder, err := filepath.Abs(dist)
	if err != nil {
		t.Fatal(err)
	}
	inAll(t, func(t *testing.T, v visitor) {
		v.allow("folder", "file:", "CORS")
		v.navigate("file://" + folder + "/index.html")
		v.until("it says so", `document.body.innerText.includes('ganvas.html') && document.body.innerText.includes('folder')`)
	})
}
