//go:build !js

package browsertest

import (
	"testing"
)

// A page with labs keeps its focus, its wheel and its keys: over a lab the wheel scrolls the page, Tab goes through the lab and out at its
// end, and the keys that are shortcuts of the whole page do not press a lab's buttons.
func TestLabsTakeNothingFromTheirPage(t *testing.T) {
	site := labs(t, true)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(800, 600)
		v.navigate(site + "/lab.html?panels=plane&controls=all")
		v.until("a lab alone", `document.documentElement.dataset.ready === 'true' && document.querySelector('.group') && `+step+` > 20`) // what a run has not is hidden by then
		// But for the button that fills the screen, which this frame may not, and what a card says of this moment alone, as that steps take long.
		stops := get[int](v, `[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')].filter(e => e.checkVisibility() && !e.disabled && e.tabIndex >= 0 && e.id !== 'fill' && !e.closest('.card')).length`)
		read(v, article(t, site,
			`<input id="before" autofocus>`+frame("panels=plane")+`<button id="between">Between</button>`+frame("panels=plane&controls=all")+`<button id="after">After</button><p style="height: 2000px">Text.</p>`))
		v.until("the lab trains", last(0, "step", "step")+" > 2")
		if f := focused(v); f != "before" {
			t.Errorf("when the lab has begun the focus is at %s", f)
		}
		v.wheel(400, 200, 250)
		v.until("the page scrolls under the wheel", "scrollY > 0")
		if f := focused(v); f != "before" {
			t.Errorf("after the wheel the focus is at %s", f)
		}
		if n := tabsTo(v, "between"); n < 5 {
			t.Errorf("Tab stops %d times inside a lab", n)
		}
		v.until("the second lab trains", last(1, "step", "step")+" > 2")
		if n := tabsTo(v, "after"); n < stops || stops < 10 {
			t.Errorf("Tab stops %d times inside a lab with all controls, of which there are %d", n, stops)
		}

		v.text(`(scrollTo(0, 0), 0)`)
		v.click(400, 200) // on the plane
		v.until("a click goes into the lab", `document.activeElement.localName === 'iframe'`)
		for _, key := range []string{" ", "s", "r", "p"} {
			v.press(key)
		}
		if !get[bool](v, `ask(0, { type: 'ganvas:ask' }).then(s => s.playing)`) {
			t.Error("a key that was not meant for it has paused the lab")
		}
	})
}

// tabsTo presses Tab until it reaches an element of the page, and counts the stops inside labs on the way.
func tabsTo(v visitor, id string) (inside int) {
	v.Helper()
	for focused(v) != id {
		if v.press("Tab"); focused(v) == "iframe" {
			inside++
		}
		if inside > 150 {
			v.Fatal("Tab does not leave the lab")
		}
	}
	return inside
}

// However a lab starts, and whatever it is told, the focus stays where the reader has it.
func TestLabsNeverTakeTheFocus(t *testing.T) {
	site := labs(t, true)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(800, 700)
		read(v, article(t, site, `<input id="before" autofocus>`+
			frame("autoplay=on&origin=*")+frame("autoplay=off&origin=*")+frame("panels=nonsense")+frame("at=200&panels=measures")))
		v.text(`(window.moved = [], addEventListener('focusin', e => moved.push(e.target.id || e.target.localName)), addEventListener('blur', () => moved.push('window')), 0)`)
		v.until("the first lab trains", last(0, "step", "step")+" > 2")
		v.text(`(frames_()[2].scrollIntoView(), 0)`)
		hears(v, 2, "error")
		v.text(`(frames_()[1].scrollIntoView(), 0)`)
		hears(v, 1, "ready")
		for _, message := range []string{`{ type: 'ganvas:play' }`, `{ type: 'ganvas:open', spec: 'data=moons' }`, `{ type: 'ganvas:set', key: 'g.lr', value: '1e9' }`,
			`{ type: 'ganvas:reset' }`, `{ type: 'ganvas:theme', value: 'dark' }`, `{ type: 'ganvas:layers', value: 'none' }`} {
			answer(v, 1, message)
		}
		v.text(`(frames_()[3].scrollIntoView(), 0)`)
		v.until("the last lab is at its step", last(3, "step", "step")+" >= 200")
		if moved := v.text(`moved.join(' ')`); moved != "" {
			t.Errorf("the focus has gone to %s", moved)
		}
		if f := focused(v); f != "before" {
			t.Errorf("the focus is at %s", f)
		}
	})
}
