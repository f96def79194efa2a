//go:build !js

package browsertest

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// choose has the builder's form hold a value, or a box its tick, as hands would.
const choose = `(window.choose = (selector, value) => {
	const e = document.querySelector('#form ' + selector);
	if (e.type === 'checkbox') { if (e.checked !== value) e.click(); return; }
	e.value = value;
	e.dispatchEvent(new Event('input', { bubbles: true }));
	e.dispatchEvent(new Event('change', { bubbles: true }));
}, 0)`

// Every choice that an author can make changes the preview's address, both snippets, and is a lab that runs.
func TestEveryChoiceOfTheBuilder(t *testing.T) {
	site := labs(t, true)
	inEach(t, func(t *testing.T, v visitor) {
		read(v, site+"/embed.html")
		v.until("the preview runs", `!document.getElementById('take').disabled`)
		v.text(choose)
		for _, c := range []struct{ selector, value, query, attribute string }{
			{"#spec", "'data=moons&seed=9'", "data=moons&seed=9", `spec="data=moons&amp;seed=9"`},
			{"[data-list=panels] [value=losses]", "true", "panels=plane,losses", `panels="plane,losses"`},
			{"[data-list=controls] [value=data]", "true", "controls=transport,layers,data", `controls="transport,layers,data"`},
			{"#single", "'g.lr'", "controls=transport,layers,data,g.lr", `controls="transport,layers,data,g.lr"`},
			{"[data-list=lock] [value=data]", "true", "lock=data", `lock="data"`},
			{"#locked", "'loss'", "lock=data,loss", `lock="data,loss"`},
			{"[data-list=layers] [value=field]", "false", "layers=real,generated,boundary", `layers="real,generated,boundary"`},
			{"#autoplay", "'off'", "autoplay=off", `autoplay="off"`},
			{"#speed", "'60'", "speed=60", `speed="60"`},
			{"#at", "'30'", "at=30", `at="30"`},
			{"#theme", "'dark'", "theme=dark", `theme="dark"`},
			{"#lang", "'en'", "theme=dark", `theme="dark"`}, // as labs are anyway
			{"#bar", "'on'", "bar=on", `bar="on"`},
			{"#rest", "'never'", "rest=never", `rest="never"`},
			{"#origin", "'https://course.example'", "origin=https://course.example", `origin="https://course.example"`},
			{"#label", `'Two "moons" & more'`, "", `label="Two &quot;moons&quot; &amp; more"`},
			{"#tall", "'520'", "", `height="520"`},
		} {
			v.text(fmt.Sprintf(`(choose(%q, %s), 0)`, c.selector, c.value))
			v.until(c.selector+" is in the preview", fmt.Sprintf(`decodeURIComponent(document.querySelector('#frame iframe').src).includes(%q)`, c.query))
			v.until(c.selector+" is in the frame's line", fmt.Sprintf(`document.getElementById('iframe').value.includes(%q)`, strings.ReplaceAll(c.query, "&", "&amp;")))
			v.until(c.selector+" is in the element's line", fmt.Sprintf(`document.getElementById('element').value.includes(%q)`, c.attribute))
			v.until(c.selector+": the preview runs", `!document.getElementById('take').disabled`)
			if wrong := v.text(`document.getElementById('wrong').textContent`); wrong != "" {
				t.Errorf("%s: the preview says %s", c.selector, wrong)
			}
		}
		v.until("the height is the preview's", `document.querySelector('#frame iframe').getBoundingClientRect().height === 520`)

		v.text(`(choose('#single', 'g.rate'), 0)`)
		v.until("a wrong choice is explained", `document.getElementById('wrong').textContent.includes('g.rate')`)
		v.text(`(choose('#single', ''), 0)`)
		v.until("and that is over when it is mended", `document.getElementById('wrong').textContent === ''`)
	})
}

// What the builder writes works in a page of another site, pasted as it stands.
func TestBuilder(t *testing.T) {
	site := labs(t, true)
	inEach(t, func(t *testing.T, v visitor) {
		read(v, site+"/embed.html")
		v.until("the preview stands", `document.querySelector('#frame iframe')?.src`)
		v.text(choose)
		v.text(`(choose('[data-list=panels] [value=losses]', true), choose('[data-list=controls] [value=data]', true), choose('[data-list=lock] [value=data]', true),
			choose('#spec', 'https://else.example/ganvas/?data=moons&seed=9&view.speed=max#x'), 0)`)
		want := "lab.html?data=moons&seed=9&view.speed=max&panels=plane,losses&controls=transport,layers,data&lock=data"
		v.until("the preview follows", fmt.Sprintf(`document.querySelector('#frame iframe').src.endsWith(%q)`, want))
		v.until("the preview runs", `!document.getElementById('take').disabled`)
		frame, element := v.text(`document.getElementById('iframe').value`), v.text(`document.getElementById('element').value`)
		if !strings.Contains(frame, strings.ReplaceAll(want, "&", "&amp;")) {
			t.Errorf("the frame is %s", frame)
		}
		if figure := v.text(`document.getElementById('figure').value`); !strings.HasPrefix(figure, "[![A generator learns to imitate data]("+site+"/posters/") || !strings.HasSuffix(figure, "]("+site+"/"+want+"&height=460)") {
			t.Errorf("the figure is %s", figure)
		}
		v.text(`(document.getElementById('code').open = true, 0)`)
		v.until("the link is drawn as a code", `(i => !i.hidden && i.complete && i.naturalWidth > 0)(document.getElementById('qr'))`)
		v.size(800, 1200)
		read(v, article(t, site, frame+element))
		for lab := range 2 {
			hears(v, lab, "ready")
			if spec := v.text(last(lab, "ready", "spec")); spec != "data=moons&seed=9" {
				t.Errorf("lab %d runs %s", lab, spec)
			}
		}
	})
}

// The builder is looked at, and is never wider than the window.
func TestBuilderIsLookedAt(t *testing.T) {
	site := labs(t, true)
	for _, look := range []view{wide, narrow, {wide.width, wide.height, true}, {narrow.width, narrow.height, true}} {
		b := newTab(t, look, site+"/embed.html")
		b.screenshot(fmt.Sprintf("builder-top-%s-%d", map[bool]string{false: "light", true: "dark"}[look.dark], look.width))
		b.text(`(document.getElementById('frame').scrollIntoView(), 0)`)
		b.until("the preview runs", `!document.getElementById('take').disabled`)
		b.screenshot(fmt.Sprintf("builder-%s-%d", map[bool]string{false: "light", true: "dark"}[look.dark], look.width))
		notTooWide(b)
	}
}

// Opened from a folder, the builder's preview trains too, and what it writes is a lab of that folder.
func TestBuilderInAFolder(t *testing.T) {
	serve(t) // or skips
	folder, err := filepath.Abs(dist)
	if err != nil {
		t.Fatal(err)
	}
	inEach(t, func(t *testing.T, v visitor) {
		v.navigate("file://" + folder + "/embed.html")
		v.until("the preview runs", `document.getElementById('take') && !document.getElementById('take').disabled`)
		v.text(choose)
		v.text(`(choose('#spec', 'data=moons&seed=9'), 0)`)
		v.until("the lab is another", `document.getElementById('iframe').value.includes('data=moons&amp;seed=9')`)
		v.until("and runs", `!document.getElementById('take').disabled`)
		v.text(`(document.getElementById('take').click(), 0)`)
		v.until("it is what was asked for", `document.getElementById('spec').value === 'data=moons&seed=9'`)
	})
}
