//go:build !js

package browsertest

import (
	"fmt"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/form"
	"ganvas/ui/app"
)

// cardColours is how many colours the picture on an experiment's card has.
func cardColours(key string) string {
	return fmt.Sprintf(`(c => {
		const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data, all = new Set();
		for (let i = 0; i < d.length; i += 4) all.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]);
		return all.size;
	})(document.querySelector('#preset-%s .outcome'))`, key)
}

// A reader opens the gallery, sees what each experiment comes to and what its cure makes of it, looks for failures of one topic, and opens one. It
// shows the picture of its step at once, while its run trains there; a pause is one at that step, with the bits of a run that trained to it, and it
// goes on from there.
func TestGalleryOpensInTheStateOfItsPicture(t *testing.T) {
	site := serve(t)
	pictures, failures := 0, 0
	for _, p := range form.Presets() {
		if app.Pretrained(p) {
			pictures++
		}
		if p.Cure != "" {
			failures++
		}
	}
	x, _ := experiment.FindPreset("collapse")
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		v.navigate(site + "/?data=moons")
		v.trained(5)
		for _, url := range v.requests() {
			if len(url) > 4 && url[len(url)-4:] == ".bin" {
				t.Errorf("%s is fetched before the gallery is opened", url)
			}
		}
		v.text(keepBits)
		activate(v, "do-experiments")
		v.until("pictures of what experiments come to", fmt.Sprintf(`document.querySelectorAll('#gallery .outcome').length === %d`, pictures))
		if n := get[int](v, `document.querySelectorAll('#gallery .inset').length`); n != failures {
			t.Errorf("%d cards have a cure beside the failure, want %d", n, failures)
		}
		for _, key := range []string{"works", "collapse", "textbook", "dirac", "no-judge"} {
			if n := get[int](v, cardColours(key)); n < 10 {
				t.Errorf("the picture of %s has %d colours", key, n)
			}
		}
		if wide := v.text(`[...document.querySelectorAll('#gallery button')].filter(b => b.scrollWidth > b.clientWidth + 1).map(b => b.id || b.innerText).join()`); wide != "" {
			t.Errorf("too narrow: %s", wide)
		}
		activate(v, "failures")
		cards := `[...document.querySelectorAll('.experiment-card')].filter(c => !c.hidden)`
		if n := get[int](v, cards+`.length`); n != failures {
			t.Errorf("%d cards of failures, want %d", n, failures)
		}
		v.text(`([...document.querySelectorAll('#topics button')].find(b => b.innerText === 'Mode collapse').click(), 0)`)
		if got := v.text(cards + `.map(c => c.id).join()`); got != "preset-collapse,preset-gaps" {
			t.Errorf("failures of that topic are %s", got)
		}
		// A page that is slow to draw may first show the run where it has come to its picture already: then it is opened again.
		for try := 1; ; try++ {
			pressedWhen(v, fmt.Sprintf(`%s === %d && document.getElementById('pace').innerText.startsWith('the run follows')`, step, x.Steps), "do-play")
			activate(v, "preset-"+x.Key)
			v.until("its picture, before its run", fmt.Sprintf(`window.sprung || %s === '%s' && %s > %d`, spec, x.Query, step, x.Steps))
			if v.text(`window.sprung`) == "true" {
				break
			} else if try == 5 {
				t.Fatal("its picture never comes before its run")
			}
			v.navigate(site + "/?data=moons")
			v.trained(5)
			v.text(keepBits)
			activate(v, "do-experiments")
			v.until("the card", visible("#preset-"+x.Key))
		}
		v.until("the run is there", fmt.Sprintf(`%s === %d && document.getElementById('pace').innerText === 'paused'`, step, x.Steps))
		at, bits := resting(v)
		if at != x.Steps {
			t.Fatalf("it stands at step %d", at)
		}
		pressed(v, "do-play")
		v.trained(x.Steps + 5)

		paused(v, site, x.Query, x.Steps)
		if _, want := resting(v); want != bits {
			t.Errorf("it has other bits than a run that trained there: from byte %d of %d and %d", firstDifference([]byte(bits), []byte(want))/2, len(bits)/2, len(want)/2)
		}
	})
}
