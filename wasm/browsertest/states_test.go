//go:build !js

package browsertest

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
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
	b.trained(20)
	b.until("the page says why there are no pictures", graphics+`.includes('WebGL')`)
	b.focus("do-play")
	b.keys(kb.Enter)
	b.until("the button still pauses", `document.documentElement.dataset.playing === 'false'`)
}

// loseGraphics takes the graphics from the page, as a browser does that needs them elsewhere.
const loseGraphics = `(window.before = ganvas.host, document.querySelector('#stage canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext(), 0)`

// painted holds when the painter's next frame has the plane's colours: a canvas can be looked at only right after it has been drawn.
const painted = `new Promise(yes => {
	const drawn = ganvas.onPainted, small = new OffscreenCanvas(40, 40).getContext('2d');
	ganvas.onPainted = () => {
		ganvas.onPainted = drawn;
		drawn();
		queueMicrotask(() => {
			small.drawImage(ganvas.host.canvas, 0, 0, 40, 40);
			yes(new Set(new Uint32Array(small.getImageData(0, 0, 40, 40).data.buffer)).size > 20);
		});
	};
})`

// A lost graphics context neither loads the page again nor stops training, and the pictures come back, as often as they are taken.
func TestLostContext(t *testing.T) {
	site := serve(t)
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate(site)
		v.trained(10)
		// WebKit settles sizes over two frames here, in about a run of four, and says so; why has not been found.
		v.allow("ResizeObserver loop")
		v.text(`(window.sameness = true, 0)`)
		for range 2 {
			at := get[int](v, step)
			v.text(loseGraphics)
			v.until("the pictures are back", `ganvas.host !== before && ganvas.host.frames > 3 && `+graphics+` === ''`)
			v.trained(at + 10)
			frames := get[int](v, `ganvas.host.frames`)
			v.until("they go on", fmt.Sprintf(`ganvas.host.frames > %d`, frames+3))
			v.until("they have colours", painted)
		}
		if v.text(`String(window.sameness)+document.querySelectorAll('#stage canvas').length`) != "true1" {
			t.Error("the page has been loaded again, or keeps canvases that are dead")
		}
	})
}

// firstScript has the page begin with a script.
func firstScript(t *testing.T, script string) func(w http.ResponseWriter, r *http.Request, files http.Handler) {
	return func(w http.ResponseWriter, r *http.Request, files http.Handler) {
		if r.URL.Path != "/" {
			files.ServeHTTP(w, r)
			return
		}
		page, err := os.ReadFile(filepath.Join(dist, "index.html"))
		if err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, strings.Replace(string(page), "<head>", "<head><script>"+script+"</script>", 1))
	}
}

// A context that is taken before the first picture is drawn does no harm either.
func TestContextLostBeforeTheFirstPicture(t *testing.T) {
	site := serveWith(t, firstScript(t, `
		const get = HTMLCanvasElement.prototype.getContext;
		HTMLCanvasElement.prototype.getContext = function (...all) {
			const context = get.apply(this, all);
			if (!window.taken) context.getExtension('WEBGL_lose_context').loseContext();
			window.taken = true;
			return context;
		};`))
	inAll(t, func(t *testing.T, v visitor) {
		v.navigate(site)
		v.until("there are pictures", `window.taken && ganvas.host.frames > 3 && `+graphics+` === ''`)
		v.trained(10)
	})
}

// A server that has lost the program is told of.
func TestNoProgram(t *testing.T) {
	address := serveWith(t, func(w http.ResponseWriter, r *http.Request, files http.Handler) {
		if strings.Contains(r.URL.Path, ".wasm") {
			http.NotFound(w, r)
			return
		}
		files.ServeHTTP(w, r)
	})
	b := newTab(t, wide, "about:blank")
	b.allow("could not be loaded (404)")
	b.navigate(address)
	b.until("the page says which file is missing", `document.getElementById('loading-what').textContent.includes('/ganvas.')`)
	if !value[bool](b, `document.getElementById('loading-what').checkVisibility()`) {
		t.Error("what is wrong is not to be seen")
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
