//go:build !js

package browsertest

import (
	"testing"

	"ganvas/core/experiment"
)

// A setting that is not the data's usual one is marked by a button that takes it back.
func TestBackToTheUsual(t *testing.T) {
	usual := experiment.DefaultFor("moons")
	value := experiment.Find("g.lr").Get(&usual)
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1280, 900)
		v.navigate(site + "/?data=moons&g.lr=0.0123&view.play=0")
		v.until("it is counted", `document.getElementById('changed').innerText.startsWith('1 changed')`)
		v.until("its phrase is marked", `document.querySelector('.phrase[data-changed=true]')?.id === 'phrase-rates'`)
		activate(v, "phrase-rates")
		const shown = `document.querySelectorAll('.back:not([hidden])')`
		v.until("the mark", shown+`.length === 1`)
		if got := v.text(shown + `[0].closest('[data-field]').dataset.field`); got != "g.lr" {
			t.Errorf("%s is marked", got)
		}
		if got := v.text(shown + `[0].ariaLabel`); got != "Back to "+value+": Learning rate" {
			t.Errorf("the mark is called %q", got)
		}
		v.text(`(` + shown + `[0].id = 'back', '')`)
		activate(v, "back")
		v.until("no mark", shown+`.length === 0`)
		runs(v, "the usual", "data=moons")
		v.until("the field has it", `document.getElementById('f-g-lr').value === '`+value+`'`)
	})
}
