//go:build !js

package browsertest

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// graphics is what the page says of its pictures.
const graphics = `document.getElementById('graphics').innerText`

// Without WebGL there are no pictures, but training, numbers and controls; and the page says so.
func TestNoWebGL(t *testing.T) {
	b := newTab(t, wide, serve(t), chromedp.Flag("disable-3d-apis", true))
	b.trained(300)
	b.until("the page says why there are no pictures", graphics+`.includes('WebGL')`)
	b.focus("do-play")
	b.keys(kb.Enter)
	b.until("the button still pauses", `document.documentElement.dataset.playing === 'false'`)
}

// A lost graphics context neither loads the page again nor stops training.
func TestLostContext(t *testing.T) {
	b := newTab(t, wide, serve(t))
	b.trained(50)
	value[bool](b, `(window.sameness = true, document.querySelector('#stage canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext(), true)`)
	b.until("the page says that the pictures stand still", graphics+` !== ''`)
	at := value[float64](b, step)
	b.trained(int(at) + 200)
	if !value[bool](b, `window.sameness === true`) {
		t.Error("the page has been loaded again")
	}
}

// A worker that cannot be loaded is reported in words.
func TestNoWorker(t *testing.T) {
	address := serveWith(t, func(w http.ResponseWriter, r *http.Request, files http.Handler) {
		if strings.HasPrefix(r.URL.Path, "/worker.") {
			http.NotFound(w, r)
			return
		}
		files.ServeHTTP(w, r)
	})
	b := newTab(t, wide, address)
	b.until("the page tells of the fault", `document.documentElement.dataset.fault?.includes('/worker.')`)
	if !value[bool](b, `document.getElementById('fault').checkVisibility()`) {
		t.Error("the fault is not to be seen")
	}
}

// Training that diverges stops with an explanation, and the page offers the way back.
func TestDivergenceIsExplained(t *testing.T) {
	b := newTab(t, wide, serve(t)+"/?g.opt=sgd&g.lr=1&g.momentum=0.99&d.opt=sgd&d.lr=1&d.momentum=0.99&r1=100&r2=100&view.speed=max")
	b.until("the page tells of the fault", `document.documentElement.dataset.fault`)
	fault := value[string](b, `document.documentElement.dataset.fault`)
	if !strings.Contains(fault, "step") {
		t.Errorf("the fault names no step: %q", fault)
	}
	b.focus("do-restart")
	b.keys(kb.Enter)
	b.until("back at step 0, without a fault", step+` === 0 && document.documentElement.dataset.fault === ''`)
}

// A paused page draws nothing.
func TestIdlePageDrawsNoFrames(t *testing.T) {
	b := newTab(t, wide, serve(t)+"/?view.play=0")
	b.until("step 0 is measured", `document.documentElement.dataset.js > 0`)
	const still = `new Promise(r => { const n = ganvas.host.frames; setTimeout(() => r(ganvas.host.frames === n), 1000) })`
	b.until("a second without a frame", still)
	if !value[bool](b, still) {
		t.Error("frames are drawn again, though nothing has happened")
	}
}

// The canvas has the device's own pixels, also after the ratio has changed.
func TestPixelRatioIsLive(t *testing.T) {
	b := newTab(t, narrow, serve(t))
	b.trained(1)
	for _, ratio := range []float64{2, 1, 3} {
		b.do(chromedp.EmulateViewport(narrow.width, narrow.height, chromedp.EmulateScale(ratio)))
		b.until(fmt.Sprintf("the canvas at %g device pixels to one", ratio), fmt.Sprintf(
			`(c => devicePixelRatio === %[1]g && Math.abs(c.width - c.getBoundingClientRect().width * %[1]g) <= 1)(document.querySelector('#stage canvas'))`, ratio))
	}
}
