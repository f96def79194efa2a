//go:build !js

package browsertest

import (
	"fmt"
	"testing"
)

// drawnUnits says that units are drawn: pixels of the machine's canvas, and buttons over them.
const drawnUnits = `(c => c.width > 0 && document.querySelectorAll('#machine .unit').length === 96 && new Set(c.getContext('2d').getImageData(0, 0, c.width, c.height).data).size > 20)(document.querySelector('.machine-face > canvas'))`

// The machine is opened by its tab and by a key; its units are drawn, each reads itself to who points at it or goes there, and the plane comes back.
func TestMachine(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		v.navigate(site + "/?g=32,32,32&d=32,32,32&view.play=0")
		v.until("step 0 is measured", `document.documentElement.dataset.js > 0`)
		activate(v, "view-1")
		v.until("units are drawn", drawnUnits)
		v.text(`(document.querySelectorAll('#machine .unit')[20].focus(), document.querySelectorAll('#machine .unit')[20].click(), '')`)
		v.until("a unit's reading", `/^Generator, layer 2, unit \d+ of 32: responds from \S+ to \S+$/.test(document.getElementById('machine-says').textContent)`)
		v.press("ArrowRight")
		v.until("the next one's", `document.activeElement.classList.contains('unit') && document.activeElement.getAttribute('aria-label') === document.getElementById('machine-says').textContent && `+step+` === 0`)
		v.press("v")
		v.press("v")
		v.until("the plane", `document.documentElement.dataset.view === 'plane' && document.getElementById('plane').checkVisibility() && !document.getElementById('machine').checkVisibility()`)
		v.press("v")
		v.until("the machine again", drawnUnits)
		v.size(390, 844)
		v.navigate("about:blank")
		v.navigate(site + "/?view.play=0")
		v.until("step 0 is measured", `document.documentElement.dataset.js > 0`)
		v.text(`(document.getElementById('do-machine').click(), '')`)
		v.until("it scrolls in its own place", `(m => m.scrollWidth > m.clientWidth && m.clientWidth <= 390 && m.tabIndex === 0)(document.getElementById('machine'))`)
		v.until("the page does not", `document.documentElement.scrollWidth <= innerWidth`)
	})
}

// A weight of a unit is set by hand while the run stands or goes on: it is in force at once, in the timeline, in the link and in what comes of it, and
// another step back and forth brings it again.
func TestWeightsAreSetByHand(t *testing.T) {
	site := serve(t)
	const value = `+document.getElementById('weight-value').value`
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		v.navigate(site + "/?g=8,8&d=8,8&view.play=0")
		v.until("step 0 is measured", `document.documentElement.dataset.js > 0`)
		pressed(v, "do-step")
		v.until("a step", step+" === 1")
		activate(v, "view-1")
		v.until("units are drawn", `document.querySelectorAll('#machine .unit').length === 32`)
		v.text(`(document.querySelectorAll('#machine .unit')[10].click(), '')`)
		v.until("its weights", visible("#weight-of")+` && document.getElementById('weight-of').options.length === 1 + 8 + 2`)
		v.until("it is held", `document.querySelectorAll('#machine .unit')[10].getAttribute('aria-pressed') === 'true'`)
		weigh(v, "5", "3.25")
		v.until("it is in the link", `decodeURIComponent(location.search).includes('turns=1:g.w.2.3.5:3.25')`)
		v.until("it is in force", value+" === 3.25")
		v.until("it is in the timeline", `document.querySelector('.marks').textContent.includes('G’s weight 5→3 of layer 2')`)
		weigh(v, "0", "-0.5")
		v.until("the bias too", `decodeURIComponent(location.search).includes('1:g.w.2.3.0:-0.5')`)
		v.until("and is read again", value+" === -0.5")
		weigh(v, "0", "1e9")
		v.until("what is no weight is marked", `document.getElementById('weight-value').ariaInvalid === 'true'`)
		pressed(v, "do-step")
		v.until("the run goes on", step+" === 2")
		const losses = `document.querySelector('[data-chart=losses]').textContent`
		activate(v, "view-0")
		v.until("the charts have it", losses+`.includes('weight 5→3')`)
		now := v.text(losses)
		address := v.text(`location.href`)
		v.navigate("about:blank")
		v.navigate(address)
		v.until("the link", step+` !== undefined && document.documentElement.dataset.js > 0`)
		for range 2 - get[int](v, step) {
			pressed(v, "do-step")
		}
		v.until("the same step", step+" === 2")
		v.until("the same losses", fmt.Sprintf(`%s === %q`, losses, now))
	})
}

// weigh chooses one of a unit's weights and writes what it is to be.
func weigh(v visitor, which, value string) {
	v.Helper()
	v.text(`((s, w) => {
		s.value = '` + which + `';
		s.dispatchEvent(new Event('change', { bubbles: true }));
		w.focus();
		w.value = '` + value + `';
		w.dispatchEvent(new Event('change', { bubbles: true }));
		w.blur();
	})(document.getElementById('weight-of'), document.getElementById('weight-value'))`)
}
