//go:build !js

package browsertest

import (
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/form"
)

// focusOn puts the keyboard on an element, as Tab would in the end.
func focusOn(v visitor, id string) {
	v.Helper()
	if v.text(`(e => (e.focus(), document.activeElement === e))(document.getElementById('`+id+`'))`) != "true" {
		v.Fatalf("#%s cannot be focused", id)
	}
}

// A reader opens a failure, reads what there is to see, cures it, makes it ill again, and goes back to what was before: by keyboard in Chromium
// and by mouse in Firefox, whose headless windows are never active, so that the protocol's keys press no button there.
func TestPresetAndItsCure(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1280, 900)
		v.navigate(site + "/?data=moons")
		x, _ := experiment.FindPreset("circling")
		cured, err := x.Cured()
		if err != nil {
			t.Fatal(err)
		}
		v.trained(3)
		openMenu(v, x.Key)
		activate(v, "preset-"+x.Key)
		runs(v, "the preset", x.Query)
		v.until("what there is to see", `document.getElementById('preset').innerText.includes(`+"`"+x.Doc+"`"+`)`)
		if v.text(`document.getElementById('gallery').hidden`) != "true" || v.text(`document.activeElement.id`) != "do-experiments" {
			t.Error("the gallery stays open, or the keyboard is lost")
		}
		v.trained(5)

		if label := v.text(`document.getElementById('do-cure').innerText`); !strings.Contains(label, experiment.Find("order").Label) {
			t.Errorf("the cure is called %q", label)
		}
		activate(v, "do-cure")
		runs(v, "the cure", cured.String())
		if got := v.text(`document.activeElement.id`); got != "do-illness" {
			t.Errorf("the keyboard is on %q", got)
		}
		activate(v, "do-illness")
		runs(v, "the illness", x.Query)

		v.text(`(history.go(-3), '')`)
		runs(v, "what was before", "data=moons")
		v.until("no words", `document.getElementById('preset').hidden`)
		v.text(`(history.go(1), '')`)
		runs(v, "the preset again", x.Query)
		v.until("its words", visible("#preset"))
	})
}

// openMenu opens the gallery of experiments, sees that it holds the catalogue and, by keyboard, comes to an entry.
func openMenu(v visitor, key string) {
	v.Helper()
	activate(v, "do-experiments")
	v.until("the gallery", visible("#preset-"+key))
	if n := get[int](v, `document.querySelectorAll('#preset-list > button').length`); n != len(form.Presets()) {
		v.Errorf("the gallery has %d entries, the catalogue %d", n, len(form.Presets()))
	}
	for v.text(`document.activeElement.id`) != "preset-"+key {
		v.press("Tab")
		if v.text(`document.activeElement.closest('#gallery') === null`) == "true" {
			v.Fatal("the keyboard has left the gallery and not met the preset")
		}
	}
}

// activate presses a button, by keyboard where the browser lets it.
func activate(v visitor, id string) {
	v.Helper()
	focusOn(v, id)
	if _, inactive := v.(*fox); !inactive {
		v.press("Enter")
		return
	}
	at := get[[]float64](v, `(e => (e.scrollIntoView({ block: 'center', behavior: 'instant' }), r = e.getBoundingClientRect(), [r.x + r.width / 2, r.y + r.height / 2]))(document.getElementById('`+id+`'))`)
	v.click(at[0], at[1])
}

// runs waits until an experiment runs and is in the address.
func runs(v visitor, what, text string) {
	v.Helper()
	v.until(what, spec+` === '`+text+`' && location.search === '`+question(text)+`'`)
}

func question(text string) string {
	if text == "" {
		return ""
	}
	return "?" + text
}
