//go:build !js

package browsertest

import (
	"strings"
	"testing"
)

// A page commands where its origin may, and is told what becomes of it.
func TestMessagesBothWays(t *testing.T) {
	site := labs(t, true)
	inEach(t, func(t *testing.T, v visitor) {
		read(v, article(t, site, frame("autoplay=off&origin=*&lock=all"))) // hands are bound, the page is not
		hears(v, 0, "ready")
		for _, message := range []string{
			`{ type: 'ganvas:train', n: 150, version: 1 }`,
			`{ type: 'ganvas:layers', value: 'real,generated' }`,
		} {
			if a := answer(v, 0, message); a["type"] != "ganvas:done" {
				t.Errorf("%s: %v", message, a)
			}
		}
		v.until("150 steps, and no more", last(0, "step", "step")+" === 150")
		if a := answer(v, 0, `{ type: 'ganvas:set', key: 'g.lr', value: 0.001 }`); a["type"] != "ganvas:done" {
			t.Errorf("the learning rate: %v", a)
		}
		if a := answer(v, 0, `{ type: 'ganvas:ask' }`); a["spec"] != "g.lr=0.001" || a["layers"] != "real,generated" || a["playing"] != false {
			t.Errorf("the state is %v", a)
		}
		answer(v, 0, `{ type: 'ganvas:play', rate: 'max' }`)
		v.until("it plays", last(0, "step", "step")+" > 400")
		answer(v, 0, `{ type: 'ganvas:pause' }`)
		answer(v, 0, `{ type: 'ganvas:open', spec: 'data=moons' }`)
		v.until("another experiment, from step 0", `(s => s.spec === 'data=moons' && s.step === 0 && !s.playing)(await ask(0, { type: 'ganvas:ask' }))`)
		hears(v, 0, "measure")
		if n := get[int](v, `heard.filter(h => h.i < 0).length`); n > 0 {
			t.Errorf("%d messages come from no lab", n)
		}
	})
}

// A page whose origin may not command is told so, and how it may; it may read all the same. The origin that is listed may.
func TestOriginsAreRefused(t *testing.T) {
	site := labs(t, true)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(800, 900)
		// Like the page's own, and not: another port, another scheme, a name that begins alike, none.
		write := func(query string) string { // a frame whose address names the page's own port, which the page alone knows
			return `<script>document.write('` + frame(query) + `'.replace('ORIGIN', location.origin).replace('PORT', location.port))</script>`
		}
		page := article(t, site, frame("autoplay=off")+
			write("autoplay=off&origin=https://else.example,https://localhost:PORT,http://localhost,http://localhost.example,null")+
			write("autoplay=off&origin=ORIGIN"))
		read(v, page)
		for _, lab := range []int{0, 1} {
			hears(v, lab, "ready") // which any page may read
			for _, command := range []string{"{ type: 'ganvas:play' }", "{ type: 'ganvas:train', n: 5 }", "{ type: 'ganvas:open', spec: 'seed=8' }", "{ type: 'ganvas:set', key: 'seed', value: 8 }"} {
				a := answer(v, lab, command)
				if a["type"] != "ganvas:error" || a["field"] != "origin" || a["value"] != page || !strings.Contains(a["text"].(string), "origin="+page) {
					t.Errorf("a stranger's %s is answered with %v", command, a)
				}
			}
			if a := answer(v, lab, `{ type: 'ganvas:ask' }`); a["playing"] != false || a["step"] != 0.0 || a["spec"] != "" {
				t.Errorf("a stranger's command has had an effect: %v", a)
			}
		}
		v.text(`(frames_()[2].scrollIntoView(), 0)`)
		hears(v, 2, "ready")
		if a := answer(v, 2, `{ type: 'ganvas:train', n: 7 }`); a["type"] != "ganvas:done" {
			t.Errorf("the page that is listed is answered with %v", a)
		}
		v.until("it has trained", last(2, "step", "step")+" === 7")
	})
}

// A lab does not hear what another window than its parent says, whatever its origin.
func TestOnlyTheParentIsHeard(t *testing.T) {
	site := labs(t, true)
	inEach(t, func(t *testing.T, v visitor) {
		read(v, article(t, site, frame("autoplay=off&origin=*")+
			`<iframe id="stranger" srcdoc="<script>setInterval(() => { parent.frames[0].postMessage({ type: 'ganvas:play' }, '*'); parent.postMessage({ type: 'said' }, '*'); }, 20)</script>"></iframe>`))
		hears(v, 0, "ready")
		v.until("the stranger has spoken", `heard.filter(h => h.i === 1).length > 50`)
		if a := answer(v, 0, `{ type: 'ganvas:ask' }`); a["playing"] != false {
			t.Errorf("the stranger is obeyed: %v", a)
		}
	})
}

// In every browser the element's lab trains in its sandbox, rests unseen, and obeys the page that may command.
func TestElementInEachBrowser(t *testing.T) {
	site := labs(t, true)
	inEach(t, func(t *testing.T, v visitor) {
		read(v, article(t, site, `<script src="SITE/ganvas-lab.js"></script><ganvas-lab spec="seed=3" height="300"></ganvas-lab><p style="height: 3000px"></p>`))
		v.until("the lab trains", last(0, "step", "step")+" > 2")
		v.until("it pauses", `document.querySelector('ganvas-lab').pause().then(a => a.type === 'ganvas:done')`)
		v.until("it goes to another experiment", `document.querySelector('ganvas-lab').open('data=moons').then(a => a.type === 'ganvas:done')`)
		v.until("and says so", last(0, "state", "spec")+` === 'data=moons'`)
		v.until("it is told that it is not seen", `(scrollTo(0, 2500), true) && `+last(0, "state", "seen")+` === false`)
	})
}

// The element reflects its attributes, hands its page's commands on, and takes its frame with it when it goes.
func TestElement(t *testing.T) {
	site := labs(t, true)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(800, 900)
		read(v, article(t, site,
			`<script src="SITE/ganvas-lab.js"></script><ganvas-lab spec="data=moons" autoplay="off"><a href="x">The lab</a></ganvas-lab><p style="height: 3000px"></p><ganvas-lab id="far"></ganvas-lab>`))
		v.text(`(window.lab = document.querySelector('ganvas-lab'), 0)`)
		if set := get[map[string]any](v, `lab.set('g.lr', 0.001)`); set["type"] != "ganvas:done" {
			t.Errorf("set is answered with %v", set)
		}
		if no := v.text(`lab.set('g.lr', 'fast').then(() => 'taken', e => e.message)`); !strings.Contains(no, "g.lr") || !strings.Contains(no, "number") {
			t.Errorf("a bad value: %s", no)
		}
		if v.text(`!!document.getElementById('far').shadowRoot.querySelector('iframe')`) == "true" {
			t.Error("an element far away has a frame")
		}
		v.until("it is as high as it says", last(0, "size", "height")+` === lab.getBoundingClientRect().height`)
		v.text(`(last[0] = {}, lab.panels = 'losses', lab.spec = 'seed=4', 0)`)
		hears(v, 0, "ready")
		got := v.text(`[lab.getAttribute('panels'), last[0]['ganvas:ready'].panels, last[0]['ganvas:ready'].spec, lab.shadowRoot.querySelector('iframe').sandbox].join(' ')`)
		if got != "losses losses seed=4 allow-scripts" {
			t.Errorf("after new attributes: %s", got)
		}
		if frames := get[int](v, `(lab.remove(), window.length)`); frames != 0 {
			t.Errorf("the element is gone and leaves %d frames", frames)
		}
		if no := v.text(`lab.play().then(() => 'taken', e => e.message)`); !strings.Contains(no, "not in the page") {
			t.Errorf("of a lab that is gone: %s", no)
		}
	})
}
