//go:build !js

package main

import (
	"fmt"
	"io"
	"net/http/httptest"
	"time"

	"ganvas/wasm/site"

	"github.com/chromedp/chromedp"
)

// spell is how long the page trains with and without drawing, each round.
const spell = 4 * time.Second

// hold keeps the page's animation frames from coming, so that its trainer has the machine to itself, and lets them come again. reached is the page's
// clock and step as soon as it hears of a further one.
const hold = `(() => {
	const frame = requestAnimationFrame, waiting = [];
	let held = false;
	window.requestAnimationFrame = f => held ? waiting.push(f) : frame(f);
	window.hold = on => {
		held = on;
		if (!on) waiting.splice(0).forEach(f => frame(f));
	};
	window.reached = () => new Promise(done => {
		const root = document.documentElement;
		new MutationObserver((_, o) => {
			o.disconnect();
			done([performance.now() / 1000, +root.dataset.step]);
		}).observe(root, { attributes: true, attributeFilter: ['data-step'] });
	});
})()`

// printDrawing lets the built page train flat out, by turns with and without drawing, and prints what drawing leaves of its speed.
func printDrawing(w io.Writer, dist string, rounds int) error {
	s := httptest.NewServer(site.Handler(dist))
	defer s.Close()
	for _, run := range []struct{ label, query string }{{"points", ""}, {"images", "data=digits&"}} {
		say(run.label)
		fmt.Fprintf(w, "%s: ", run.label)
		if err := drawingAt(w, fmt.Sprintf("%s/?%sview.speed=max", s.URL, run.query), rounds); err != nil {
			return err
		}
	}
	return nil
}

func drawingAt(w io.Writer, address string, rounds int) error {
	p, err := openPage(address)
	if err != nil {
		return err
	}
	defer p.Close()
	if _, err := chromedp.Run(p.ctx, chromedp.EmulateViewport(1440, 900)); err != nil {
		return err
	}
	if err := p.until(`document.documentElement.dataset.step > 0`); err != nil {
		return err
	}
	time.Sleep(5 * time.Second) // what the page begins with is over
	if _, err := chromedp.Run(p.ctx, chromedp.Evaluate[any](hold)); err != nil {
		return err
	}
	var drawn, held, shares []float64
	for range rounds {
		var rates [2]float64
		for i, still := range []bool{false, true} {
			if rates[i], err = p.rate(still); err != nil {
				return err
			}
		}
		drawn, held, shares = append(drawn, rates[0]), append(held, rates[1]), append(shares, rates[0]/rates[1])
	}
	_, err = fmt.Fprintf(w, "flat out while the page draws, in software: %.0f steps/s; without drawing: %.0f; median of %d ratios within a round: %.2f\n",
		median(drawn), median(held), rounds, median(shares))
	return err
}

// rate is the steps a second of one window, with drawing held or not.
func (p *page) rate(still bool) (float64, error) {
	at := func() ([]float64, error) {
		return chromedp.Run(p.ctx, chromedp.Evaluate[[]float64](`reached()`, chromedp.EvalAwaitPromise))
	}
	from, err := at()
	if err != nil {
		return 0, err
	}
	if still {
		chromedp.Run(p.ctx, chromedp.Evaluate[any](`hold(true)`))
	}
	time.Sleep(spell)
	to, err := chromedp.Run(p.ctx, chromedp.Evaluate[[]float64](`(hold(false), reached())`, chromedp.EvalAwaitPromise))
	if err != nil {
		return 0, err
	}
	return (to[1] - from[1]) / (to[0] - from[0]), nil
}
