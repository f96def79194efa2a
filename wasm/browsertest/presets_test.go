//go:build !js

package browsertest

import (
	"strings"
	"testing"

	"ganvas/core/experiment"
)

// focusOn puts the keyboard on an element, as Tab would in the end.
func focusOn(v visitor, id string) {
	v.Helper()
	if v.text(`(e => (e.focus(), document.activeElement === e))(document.getElementById('`+id+`'))`) != "true" {
		v.Fatalf("#%s cannot be focused", id)
	}
}

// A reader opens a failure by keyboard, reads what there is to see, cures it, makes it ill again, and goes back to what was before.
func TestPresetByKeyboard(t *testing.T) {
	// Not in Firefox: the protocol's keys do not open a <details> there.
	var v visitor = newTab(t, wide, serve(t)+"/?data=moons")
	x, _ := experiment.FindPreset("circling")
	cured, err := x.Cured()
	if err != nil {
		t.Fatal(err)
	}
	runs := func(what, text string) {
		v.Helper()
		v.until(what, spec+` === '`+text+`' && location.search === '`+question(text)+`'`)
	}
	v.trained(10)
	focusOn(v, "do-experiments")
	v.press("Enter")
	v.until("the menu", visible("#preset-"+x.Key))
	if n := get[int](v, `document.querySelectorAll('#preset-list button').length`); n != len(experiment.Presets) {
		t.Errorf("the menu has %d entries, the catalogue %d", n, len(experiment.Presets))
	}
	for v.text(`document.activeElement.id`) != "preset-"+x.Key {
		v.press("Tab")
		if v.text(`document.activeElement.closest('#experiments') === null`) == "true" {
			t.Fatal("the keyboard has left the menu and not met the preset")
		}
	}
	v.press("Enter")
	runs("the preset", x.Query)
	v.until("what there is to see", `document.getElementById('preset').innerText.includes(`+"`"+x.Doc+"`"+`)`)
	if v.text(`document.getElementById('experiments').open`) != "false" || v.text(`document.activeElement.id`) != "do-experiments" {
		t.Error("the menu stays open, or the keyboard is lost")
	}
	v.trained(5)

	focusOn(v, "do-cure")
	if label := v.text(`document.activeElement.innerText`); !strings.Contains(label, experiment.Find("order").Label) {
		t.Errorf("the cure is called %q", label)
	}
	v.press("Enter")
	runs("the cure", cured.String())
	if got := v.text(`document.activeElement.id`); got != "do-illness" {
		t.Errorf("the keyboard is on %q", got)
	}
	v.press("Enter")
	runs("the illness", x.Query)

	v.text(`(history.go(-3), '')`)
	runs("what was before", "data=moons")
	v.until("no words", `document.getElementById('preset').hidden`)
	v.text(`(history.go(1), '')`)
	runs("the preset again", x.Query)
	v.until("its words", visible("#preset"))
}

func question(text string) string {
	if text == "" {
		return ""
	}
	return "?" + text
}
