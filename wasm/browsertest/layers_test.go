//go:build !js

package browsertest

import (
	"strings"
	"testing"
)

// A reader takes a layer out of a convolutional generator by keyboard, sees where shapes no longer flow, has it mended, duplicates and moves a layer, and
// starts the run anew with what has become of it.
func TestLayersAreEdited(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1280, 900)
		v.navigate(site + "/?data=digits")
		v.trained(1)
		was := v.text(spec)
		activate(v, "phrase-g")
		v.until("the layers", visible("#f-g-remove-5"))
		v.until("what the first gives", `document.querySelector('[data-field="g"] .layer-size').textContent.startsWith('gives 3,136 · 90,944 weights')`)

		activate(v, "f-g-remove-5") // the second enlargement: half as high and wide an image comes out
		v.until("the place", `document.querySelectorAll('[data-field="g"] li[data-stuck]').length === 1`)
		v.until("the reason", `document.querySelector('[data-field="g"] li[data-stuck] .layer-size').textContent.includes('14')`)
		if v.text(spec) != was {
			t.Error("a stack that does not fit runs")
		}
		activate(v, "f-g-mend-1")
		v.until("the mended stack", `!document.querySelector('[data-field="g"] li[data-stuck]') && document.querySelector('[data-field="g"] .problem').hidden`)

		activate(v, "phrase-g")
		v.until("the editor shut", `document.getElementById('editor').hidden`)
		activate(v, "phrase-d")
		v.until("the other player's layers", visible("#f-d-copy-2"))
		activate(v, "f-d-copy-2")
		v.until("one more", `document.querySelectorAll('[data-field="d"] li').length === 3`)
		activate(v, "f-d-up-2")
		v.until("moved", `document.querySelector('[data-field="d"] li input').value === '16'`)
		v.text(`(document.querySelector('#editor .apply').id = 'apply-here', '')`)
		activate(v, "apply-here")
		v.until("a run with it", spec+`.includes('d=conv16k4s2p1,conv32k4s2p1,conv16k4s2p1')`)
		v.trained(1)
		if got := v.text(spec); strings.Contains(got, "&g=") {
			t.Errorf("the mended generator is another than before: %q", got)
		}
	})
}
