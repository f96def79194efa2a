//go:build !js

package browsertest

import (
	"fmt"
	"strings"
	"testing"
)

// A run that went faster than its pictures has no empty place on the film behind it; as a figure it is six pictures of round steps and the data, and
// the run stands where it stood.
func TestFilmHasNoHolesAndIsAFigure(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		paused(v, site, "steps=3000&g=16,16&d=16,16", 2600)
		v.until("no picture of the film's first two thirds is empty", `(() => {
			const c = document.querySelector('.strip'), side = c.height, d = (x) => c.getContext('2d').getImageData(x, 0, side, side).data;
			for (let x = 0; x + side < c.width * .66; x += side) {
				const all = new Set(), p = d(x);
				for (let i = 0; i < p.length; i += 4) all.add(p[i] << 16 | p[i + 1] << 8 | p[i + 2]);
				if (all.size < 10) return false;
			}
			return true;
		})()`)
		v.text(catchDownload)
		pressed(v, "figure-CSV")
		v.until("a table", `window.file`)
		text := v.text(`file.then(f => f[1])`)
		for _, at := range []int{0, 500, 1000, 1500, 2000, 2500} {
			if !strings.Contains(text, fmt.Sprintf("\n%d,", at)) {
				t.Errorf("the table has no sample of step %d: %.80s", at, text)
			}
		}
		v.until("the run is back", step+` === 2600`)
		v.text(`(window.file = null, 0)`)
		pressed(v, "figure-SVG")
		v.until("a picture", `window.file`)
		if text := v.text(`file.then(f => f[1])`); strings.Count(text, "<image") != 7 || !strings.Contains(text, ">step 2,500<") || !strings.Contains(text, ">data<") {
			t.Errorf("the figure has %d pictures: %.200s", strings.Count(text, "<image"), text)
		}
		v.until("the run is back again", step+` === 2600`)
	})
}
