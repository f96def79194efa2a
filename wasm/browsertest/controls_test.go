//go:build !js

package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// spec is the canonical Spec of the page.
const spec = `document.documentElement.dataset.spec`

// focus puts the keyboard on an element, as Tab would in the end.
func (b *tab) focus(id string) {
	b.Helper()
	if !value[bool](b, fmt.Sprintf(`(e => { e?.closest('details')?.setAttribute('open', ''); e?.focus(); return document.activeElement === e })(document.getElementById(%q))`, id)) {
		b.Fatalf("#%s cannot be focused", id)
	}
}

// keys types keys, one after another.
func (b *tab) keys(keys ...string) {
	b.Helper()
	for _, k := range keys {
		b.do(chromedp.KeyEvent(k))
	}
}

// setting finds a setting by what is typed, and opens its form.
func setting(v visitor, key string) {
	v.Helper()
	activate(v, "do-settings")
	v.until("the list of settings", visible("#seek"))
	v.text(fmt.Sprintf(`(e => (e.value = %q, e.dispatchEvent(new Event('input', { bubbles: true })), ''))(document.getElementById('seek'))`, key))
	v.until("the setting "+key, visible(`[id="find-`+key+`"]`))
	activate(v, "find-"+key)
	v.until("its form", visible(`.detail [data-field="`+key+`"]`))
}

// Training brings the generator to the data: the Jensen-Shannon divergence falls far below its value at step 0.
func TestJSFalls(t *testing.T) {
	b := newTab(t, wide, serve(t)+"/?view.speed=max&view.play=0")
	const js = `+document.documentElement.dataset.js`
	b.until("step 0 is measured", js+" > 0")
	first := value[float64](b, js)
	if at := value[float64](b, step); at != 0 {
		t.Fatalf("paused at step %g", at)
	}
	b.focus("do-play")
	b.keys(kb.Enter)
	b.until(fmt.Sprintf("JS falls to a quarter of %g", first), fmt.Sprintf("%s < %g", js, first/4))
}

// A choice made with the keyboard alone opens a new run with that choice, and a knob turns without one.
func TestControlsByKeyboard(t *testing.T) {
	b := newTab(t, wide, serve(t))
	b.trained(10)

	setting(b, "g.lr")
	b.focus("f-g-lr")
	b.do(chromedp.KeyEvent("a", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	b.keys("0", ".", "0", "0", "1", kb.Enter)
	b.until("the learning rate is set", spec+`.includes('g.lr=0.001')`)
	if at := value[float64](b, step); at < 100 {
		t.Errorf("turning a knob started a new run: step %g", at)
	}
	b.focus("f-g-lr-rail")
	b.do(chromedp.KeyEvent("z", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	b.until("the rate is taken back", `!`+spec+`.includes('g.lr')`)

	b.keys(kb.Escape)
	b.until("the settings are closed", `document.getElementById('settings').hidden`)
	b.focus("do-play")
	b.keys(" ")
	b.until("the space bar pauses", `document.documentElement.dataset.playing === 'false'`)
	b.until("the step stands still", fmt.Sprintf(`new Promise(r => { const s = %[1]s; setTimeout(() => r(s === %[1]s), 500) })`, step))

	b.focus("phrase-data")
	b.keys(kb.Enter)
	b.focus("f-data-moons")
	b.keys(kb.Enter)
	b.until("it says that this restarts", `document.querySelector('#editor .says').innerText === 'Waits for Restart' && document.getElementById('staged').checkVisibility()`)
	if at := value[float64](b, step); at < 100 || value[bool](b, spec+`.includes('data=')`) {
		t.Errorf("the run has started anew at step %g before it was asked to", at)
	}
	b.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('#editor .apply').focus()`))
	b.keys(kb.Enter)
	b.until("another distribution", spec+`.includes('data=moons')`)
	b.until("the new run is at its start", step+" === 0")
	b.focus("do-step")
	b.keys(kb.Enter)
	b.until("one step", step+" === 1")
}

// The address holds the settings: loading it again brings them back.
func TestReloadKeepsTheSettings(t *testing.T) {
	b := newTab(t, wide, serve(t)+"/?data=moons&g=16,16&seed=5&view.layers=real,generated,arrows")
	b.trained(3)
	setting(b, "seed")
	b.focus("f-seed")
	b.do(chromedp.KeyEvent("a", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	b.keys("4", "2", kb.Enter)
	b.until("it waits", `!document.querySelector('#settings .apply').disabled`)
	value[int](b, `(document.querySelector('#settings .apply').click(), 0)`)
	b.until("the address holds the seed", `location.search.includes('seed=42')`)
	before, shown := value[string](b, spec), `[...document.querySelectorAll('.layer input')].map(e => e.checked).join()`
	layers := value[string](b, shown)
	b.do(chromedp.Reload())
	b.trained(3)
	if after := value[string](b, spec); after != before || !strings.Contains(after, "seed=42") {
		t.Errorf("the Spec is %q, was %q", after, before)
	}
	if after := value[string](b, shown); after != layers || !strings.Contains(layers, "true") || !strings.Contains(layers, "false") {
		t.Errorf("the layers are %s, were %s", after, layers)
	}
}

// What the boot script begins, the page goes on with: it does not start the same run again.
func TestPageTakesTheBootedRunOver(t *testing.T) {
	b := newTab(t, wide, serve(t)+"/?data=moons")
	b.trained(1)
	sent := value[string](b, `new Promise(r => {
		const sent = [], post = ganvas.worker.postMessage;
		ganvas.worker.postMessage = function (m, ...rest) { sent.push(m.command); return post.call(this, m, ...rest) };
		setTimeout(() => { ganvas.worker.postMessage = post; r(sent.join(' ')) }, 1500);
	})`)
	if strings.Contains(sent, "open") || !strings.Contains(sent, "pull") {
		t.Errorf("the page sent %q", sent)
	}
}

// A link that asks for what there is not is answered in words, and the default runs.
func TestBadLinkIsExplained(t *testing.T) {
	b := newTab(t, wide, serve(t)+"/?data=mons&g.lr=fast")
	b.trained(3)
	notice := value[string](b, `document.getElementById('notice').innerText`)
	if !strings.Contains(notice, "mons") {
		t.Errorf("the notice is %q", notice)
	}
	if fault := value[string](b, `document.documentElement.dataset.fault`); fault != "" {
		t.Errorf("the fault is %q", fault)
	}
}
