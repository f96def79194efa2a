//go:build !js

package browsertest

import "testing"

// machineSays is what is said of what the machine's hand lies on, and litPoints how many points its brush lights up in both pictures together.
const (
	machineSays = `document.getElementById('machine-says').textContent`
	litPoints   = `([...document.querySelectorAll('.machine-brush path')].filter(p => ['5.5', '6.5'].includes(p.getAttribute('stroke-width'))).map(p => p.getAttribute('d').split('M').length - 1).join())`
)

// A reader drags over the noise and sees which samples it becomes, over the samples and sees of which noise they are; keys move the brush too, and
// change its size. In a step-through it is away.
func TestBrushNoise(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		paused(v, site, "g=16,16&d=16,16", 60)
		activate(v, "view-1")
		v.until("it can be brushed", visible("#brush-noise")+` && `+visible("#brush-samples"))
		at := func(id string) (x, y, side float64) {
			r := get[[]float64](v, `(r => [r.left + r.width / 2, r.top + r.height / 2, r.width])(document.getElementById('`+id+`').getBoundingClientRect())`)
			return r[0], r[1], r[2]
		}
		for _, c := range []struct{ id, says string }{
			{"brush-noise", `/^\d+ of \d+ samples: noise around \(.+\) becomes samples around \(.+\); D says 0\.\d\d\.$/`},
			{"brush-samples", `/^\d+ of \d+ samples: those around \(.+\) come from noise around \(.+\); D says 0\.\d\d\.$/`},
		} {
			x, y, side := at(c.id)
			v.(hand).drag(x-side/3, y, x, y)
			if c.id == "brush-samples" { // the middle of the ring may be empty
				focusOn(v, c.id)
				for range 6 {
					v.press("+")
				}
			}
			v.until("what lies under "+c.id, c.says+`.test(`+machineSays+`)`)
			v.until("as many in one as in the other", `(n => n.length === 2 && n[0] === n[1] && n[0] > 0)(`+litPoints+`.split(','))`)
			before := v.text(litPoints + ` + ` + machineSays)
			focusOn(v, c.id)
			v.press("ArrowLeft")
			v.press("ArrowLeft")
			v.press("ArrowLeft")
			v.until("the brush has moved", litPoints+` + `+machineSays+` !== `+"`"+before+"`"+` && `+step+` === 60`)
		}
		v.press("p")
		v.until("no brush in a step-through", `!`+visible("#brush-noise")+` && `+litPoints+` === ''`)
	})
}
