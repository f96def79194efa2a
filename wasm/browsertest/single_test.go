//go:build !js

package browsertest

import (
	"path/filepath"
	"strings"
	"testing"
)

// The single file works from a folder: it trains, its address takes settings, its lessons are there, and it asks for nothing.
func TestSingleFile(t *testing.T) {
	serve(t) // missing says what is
	file, err := filepath.Abs(filepath.Join(dist, "ganvas.html"))
	if err != nil {
		t.Fatal(err)
	}
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate("file://" + file)
		v.trained(10)
		if machine := v.text(`document.documentElement.dataset.machine`); machine != "simd" {
			t.Errorf("it computes on %q", machine)
		}
		if got := v.text(`document.getElementById('graphics').innerText`); got != "" {
			t.Errorf("it has no pictures: %s", got)
		}
		v.text(`(location.hash = '#lesson=what-is-a-gan&step=1', 0)`)
		v.until("the lesson is there", `[...document.querySelectorAll('#lesson section.step')].some(e => !e.hidden)`)
		if v.text(`document.getElementById('lesson-print').checkVisibility()`) != "false" {
			t.Error("it offers a page to print that it has not")
		}
		if refused := v.text(`JSON.stringify(window.refused)`); refused != "[]" {
			t.Errorf("its policy has refused %s", refused)
		}
		for _, r := range v.requests() {
			if !strings.HasPrefix(r, "file://"+file) && !strings.HasPrefix(r, "blob:") && !strings.HasPrefix(r, "data:") && r != "about:blank" {
				t.Errorf("it asks for %s", r)
			}
		}

		v.navigate("about:blank")
		v.navigate("file://" + file + "#!data=moons&seed=5")
		v.trained(1)
		if got := v.text(spec); got != "data=moons&seed=5" {
			t.Errorf("the page runs %q", got)
		}
	})
}
