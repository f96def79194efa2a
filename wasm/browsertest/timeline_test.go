//go:build !js

package browsertest

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// hand is a mouse that can drag.
type hand interface{ drag(x0, y0, x1, y1 float64) }

// The steps of a drag: enough for a page to follow.
const dragSteps = 12

func (b *tab) drag(x0, y0, x1, y1 float64) {
	b.Helper()
	mouse := func(kind input.DispatchMouseEventType, x, y float64) chromedp.Action[chromedp.Void] {
		return call(input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: x, Y: y, Button: input.MouseButtonLeft, Buttons: 1, ClickCount: 1})
	}
	actions := []chromedp.Action[chromedp.Void]{mouse(input.DispatchMouseEventTypeMousePressed, x0, y0)}
	for i := 1; i <= dragSteps; i++ {
		s := float64(i) / dragSteps
		actions = append(actions, mouse(input.DispatchMouseEventTypeMouseMoved, x0+s*(x1-x0), y0+s*(y1-y0)))
	}
	b.do(append(actions, mouse(input.DispatchMouseEventTypeMouseReleased, x1, y1))...)
}

func (f *fox) drag(x0, y0, x1, y1 float64) {
	f.Helper()
	moves := []do{{"type": "pointerMove", "x": x0, "y": y0}, {"type": "pointerDown", "button": 0}}
	for i := 1; i <= dragSteps; i++ {
		s := float64(i) / dragSteps
		moves = append(moves, do{"type": "pointerMove", "x": int(x0 + s*(x1-x0)), "y": int(y0 + s*(y1-y0))})
	}
	f.act("pointer", map[string]any{"parameters": map[string]any{"pointerType": "mouse"}}, append(moves, do{"type": "pointerUp", "button": 0})...)
}

// onRail is the place of a share of the timeline's axis in the window.
func onRail(v visitor, share float64) (x, y float64) {
	v.Helper()
	r := get[[]float64](v, `(r => [r.left, r.top, r.width, r.height])(document.getElementById('rail').getBoundingClientRect())`)
	return r[0] + share*r[2], r[1] + r[3]/2
}

// paused opens an experiment that stands at a step, with its snapshots' bits kept.
func paused(v visitor, site, experiment string, to int) {
	v.Helper()
	v.navigate("about:blank")
	v.navigate(site + "/?" + experiment + "&view.play=0&view.at=" + fmt.Sprint(to))
	v.until("the page is there", `window.ganvas?.worker && document.documentElement.dataset.ready === 'true'`)
	v.text(keepBits)
	v.until(fmt.Sprintf("it is at step %d", to), fmt.Sprintf(`%s === %d`, step, to))
	v.text(`(ganvas.worker.postMessage({ command: 'pull?measure=1' }), 0)`) // the last one may have come before they were kept
}

// A reader drags the timeline to an earlier step and sees that very picture, with its curves and its measures: the bits of a run that was never
// farther. The pictures on the strip are there, and after many jumps about the run goes on with the bits of one that never jumped.
func TestTimelineGoesBackBitForBit(t *testing.T) {
	site := serve(t)
	const experiment = "seed=5&steps=3000"
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		paused(v, site, experiment, 1200)
		x0, y0 := onRail(v, .63) // where the run stands, of 3,000 steps on a square root
		x1, y1 := onRail(v, .35)
		v.(hand).drag(x0, y0, x1, y1)
		v.until("an earlier step", step+` > 300 && `+step+` < 450`)
		at, bits := resting(v)
		if said := get[string](v, `document.getElementById('rail').getAttribute('aria-valuetext')`); said != fmt.Sprintf("step %d", at) {
			t.Errorf("at step %d the rail says %q", at, said)
		}
		if shown := get[string](v, `document.querySelector('.chart text[font-weight="600"]')?.textContent ?? ''`); shown != fmt.Sprint(at) {
			t.Errorf("at step %d the charts' cursor says %q", at, shown)
		}
		colours := get[int](v, `(() => {
			const c = document.querySelector('.strip'), d = c.getContext('2d').getImageData(0, 0, c.height, c.height).data, all = new Set();
			for (let i = 0; i < d.length; i += 4) all.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]);
			return all.size;
		})()`)
		if colours < 20 {
			t.Errorf("the first picture of the strip has %d colours", colours)
		}

		random := rand.New(rand.NewPCG(5, 5))
		for range 12 {
			to := random.IntN(8000)
			v.text(fmt.Sprintf(`(e => (e.value = %d, e.dispatchEvent(new Event('input', { bubbles: true })), 0))(document.getElementById('rail'))`, min(to, 5000)))
		}
		v.text(`(document.getElementById('rail').dispatchEvent(new Event('change', { bubbles: true })), 0)`)
		v.text(`(e => (e.value = '1300', e.form.requestSubmit(), 0))(document.getElementById('goto'))`)
		v.until("it goes on from there", step+` === 1300`)
		_, last := resting(v)

		for _, c := range []struct {
			step int
			bits string
		}{{at, bits}, {1300, last}} {
			paused(v, site, experiment, c.step)
			if _, want := resting(v); want != c.bits {
				t.Errorf("at step %d it has other bits than a run that never jumped, from byte %d of %d and %d", c.step, firstDifference([]byte(c.bits), []byte(want))/2, len(c.bits)/2, len(want)/2)
			}
		}
	})
}

// A run is trained until a measure says so, and stands at the very step where it did; what cannot be waited for is explained.
func TestTrainsUntilAMeasure(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1440, 900)
		v.navigate(site + "/?view.play=0")
		v.until("step 0 is measured", `document.documentElement.dataset.js > 0`)
		ask := func(text string) {
			v.text(fmt.Sprintf(`(e => (e.value = %q, e.form.requestSubmit(), 0))(document.getElementById('goto'))`, text))
		}
		ask("soon")
		v.until("what may be asked for", notice+`.includes('modes = 8')`)
		ask("modes >= 4")
		v.until("it is there", notice+`.includes('Modes >= 4: at step') && `+playing(false))
		v.until("it stands where it says", notice+`.replaceAll(',', '').includes('at step ' + (`+step+`) + '.')`)
		v.until("with as many modes", `parseInt(document.querySelector('#numbers dd')?.innerText) >= 4`)
		if n := get[int](v, `document.querySelectorAll('.marks li:not([hidden])').length`); n == 0 {
			t.Error("nothing says on the timeline that modes were found")
		}
		at := v.text(step)
		pressed(v, "do-backward")
		v.until("it plays backward", step+` < `+at)
		v.until("to its start", step+` === 0 && document.getElementById('do-backward').getAttribute('aria-pressed') === 'false'`)
	})
}
