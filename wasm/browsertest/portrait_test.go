//go:build !js

package browsertest

import "testing"

// choose picks a value of a menu, as the reader would.
func (b *tab) choose(id, value string) {
	b.Helper()
	b.text(`(m => (m.value = '` + value + `', m.dispatchEvent(new Event('change', {bubbles: true})), ''))(document.getElementById('` + id + `'))`)
}

// Who chooses a single point of data gets the whole Dirac-GAN, its portrait with its letters and eigenvalues, and who leaves it the
// plane as it was.
func TestPhasePortrait(t *testing.T) {
	b := newTab(t, wide, serve(t)+"/?view.play=0")
	b.until("the page is there", spec+` === ''`)
	b.choose("f-data", "dirac")
	b.until("the Dirac-GAN", spec+` === 'data=dirac'`)
	b.until("its portrait", `document.querySelector('.plane[data-portrait] .portrait:not([hidden])')`)
	if got := b.text(`document.querySelector('.eigen').innerText`); got != "λ = ±0.50i\ncircles" {
		t.Errorf("it says %q", got)
	}
	if b.text(`document.getElementById('layers').checkVisibility({ visibilityProperty: true })`) == "true" {
		t.Error("the legend offers layers that the portrait has not")
	}
	b.choose("f-data", "moons")
	b.until("the moons", spec+` === 'data=moons'`)
	b.until("the plane", `!document.querySelector('.plane[data-portrait]') && document.querySelector('.portrait').hidden`)
}
