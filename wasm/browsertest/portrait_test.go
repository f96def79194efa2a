//go:build !js

package browsertest

import "testing"

// choose picks other data, as the reader would, and starts anew with them.
func (b *tab) choose(data string) {
	b.Helper()
	b.text(`(document.getElementById('editor').hidden && document.getElementById('phrase-data').click(), document.getElementById('f-data-` + data + `').click(),
		document.querySelector('#editor .apply').click(), '')`)
}

// Who chooses a single point of data gets the whole Dirac-GAN, its portrait with its letters and eigenvalues, and who leaves it the
// plane as it was.
func TestPhasePortrait(t *testing.T) {
	b := newTab(t, wide, serve(t)+"/?view.play=0")
	b.until("the page is there", spec+` === ''`)
	b.choose("dirac")
	b.until("the Dirac-GAN", spec+` === 'data=dirac'`)
	b.until("its portrait", `document.querySelector('.plane[data-portrait] .portrait:not([hidden])')`)
	if got := b.text(`document.querySelector('.eigen').innerText`); got != "λ = ±0.50i\ncircles" {
		t.Errorf("it says %q", got)
	}
	if b.text(`document.getElementById('layers').checkVisibility({ visibilityProperty: true })`) == "true" {
		t.Error("the legend offers layers that the portrait has not")
	}
	b.choose("moons")
	b.until("the moons", spec+` === 'data=moons'`)
	b.until("the plane", `!document.querySelector('.plane[data-portrait]') && document.querySelector('.portrait').hidden`)
}
