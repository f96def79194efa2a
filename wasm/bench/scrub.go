//go:build !js

package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net/http/httptest"
	"slices"
	"time"

	"ganvas/wasm/site"

	"github.com/chromedp/chromedp"
)

// The steps of the run in which the timeline is dragged about, and how often it is.
const (
	scrubbed = 10000
	scrubs   = 100
)

// scrub drags the timeline to a place, a share of its length, and gives the milliseconds until the frame after that step's picture has been painted.
const scrub = `window.scrub = share => new Promise(done => {
	const root = document.documentElement, rail = document.getElementById('rail'), begun = performance.now();
	const painted = () => requestAnimationFrame(() => {
		const c = new MessageChannel;
		c.port1.onmessage = () => done(performance.now() - begun);
		c.port2.postMessage(0);
	});
	rail.value = share * rail.max;
	for (const kind of ['input', 'change']) rail.dispatchEvent(new Event(kind, { bubbles: true }));
	const to = +rail.getAttribute('aria-valuetext').replace(/\D/g, '');
	const seen = new MutationObserver(() => {
		if (+root.dataset.step === to) {
			seen.disconnect();
			painted();
		}
	});
	if (+root.dataset.step === to) return painted();
	seen.observe(root, { attributes: true, attributeFilter: ['data-step'] });
})`

// printScrubs goes about in the default run's history in the built page, and prints how long pictures take to come.
func printScrubs(w io.Writer, dist string) error {
	s := httptest.NewServer(site.Handler(dist))
	defer s.Close()
	p, err := openPage(fmt.Sprintf("%s/?steps=%d&view.speed=max", s.URL, scrubbed))
	if err != nil {
		return err
	}
	defer p.Close()
	if _, err := chromedp.Run(p.ctx, chromedp.EmulateViewport(1440, 900)); err != nil {
		return err
	}
	say(fmt.Sprint("training ", scrubbed, " steps"))
	for end := time.Now().Add(5 * time.Minute); ; time.Sleep(time.Second) {
		step, err := chromedp.Run(p.ctx, chromedp.Evaluate[float64](`+(document.documentElement.dataset.step ?? 0)`))
		if err != nil {
			return err
		}
		if step >= scrubbed {
			break
		}
		if time.Now().After(end) {
			return fmt.Errorf("the run has got no farther than step %g", step)
		}
	}
	if _, err := chromedp.Run(p.ctx, chromedp.Evaluate[any](`(document.documentElement.dataset.playing === 'true' && document.getElementById('do-play').click(), 0);`+scrub)); err != nil {
		return err
	}
	say("going about in it")
	random := rand.New(rand.NewPCG(1, 1))
	var times []float64
	for range scrubs {
		ms, err := chromedp.Run(p.ctx, chromedp.Evaluate[float64](fmt.Sprintf(`scrub(%g)`, random.Float64()), chromedp.EvalAwaitPromise))
		if err != nil {
			return err
		}
		times = append(times, ms)
	}
	slices.Sort(times)
	_, err = fmt.Fprintf(w, "\n%d steps of the default run, %d jumps, from the drag to the frame that shows the picture, drawn in software: median %.0f ms, 95 %% %.0f ms, worst %.0f ms\n",
		scrubbed, scrubs, median(times), times[scrubs*95/100], times[scrubs-1])
	return err
}
