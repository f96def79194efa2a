//go:build !js

package browsertest

import "testing"

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
