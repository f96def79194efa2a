//go:build !js

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http/httptest"
	"os"
	"slices"
	"time"

	"ganvas/wasm/site"

	"github.com/chromedp/chromedp"
)

// presses is how many keys are pressed at each speed.
const presses = 40

// speeds are those of the page at which keys are pressed, by its query.
var speeds = []struct{ Label, query string }{
	{"paused", "view.play=0"},
	{"as first shown", ""},
	{"flat out", "view.speed=max"},
}

// latency is the milliseconds from key presses to what they paint, at a speed.
type latency struct {
	Speed  string  `json:"speed"`
	Median float64 `json:"median_ms"`
	P95    float64 `json:"p95_ms"`
	Worst  float64 `json:"worst_ms"`
	Frames float64 `json:"frames_per_s"` // that the pictures are drawn
	Busy   float64 `json:"ms_per_frame"` // of the page's thread
	Steps  float64 `json:"steps_per_s"`
}

// watch notes, for every key press that the page hears, the time from the press to the end of the frame after it: the next animation
// frame, and a task behind its painting. It adds up what animation frames keep the page's thread busy.
const watch = `(() => {
	window.waits = [];
	window.busy = 0;
	const frame = requestAnimationFrame;
	window.requestAnimationFrame = f => frame(t => { const start = performance.now(); f(t); busy += performance.now() - start; });
	addEventListener('keydown', e => requestAnimationFrame(() => {
		const c = new MessageChannel;
		c.port1.onmessage = () => waits.push(performance.now() - e.timeStamp);
		c.port2.postMessage(0);
	}), true);
})()`

// state is the page's counts of frames and steps, and its clock.
const state = `[performance.now(), ganvas.host.frames, +document.documentElement.dataset.step, window.busy]`

// printLatencies presses keys in the built page at every speed, and prints and writes how long what they change takes to be seen. The
// browser draws in software here: with a graphics card, frames are cheaper.
func printLatencies(w io.Writer, dist, out string) error {
	s := httptest.NewServer(site.Handler(dist))
	defer s.Close()
	var all []latency
	var rows [][]string
	for _, speed := range speeds {
		say("key presses, " + speed.Label)
		l, err := latencyAt(s.URL + "/?" + speed.query)
		if err != nil {
			return err
		}
		l.Speed = speed.Label
		all = append(all, l)
		ms := func(x float64) string { return fmt.Sprintf("%.0f", x) }
		rows = append(rows, []string{l.Speed, ms(l.Median), ms(l.P95), ms(l.Worst), ms(l.Frames), ms(l.Busy), ms(l.Steps)})
	}
	fmt.Fprintf(w, "\nFrom a key press to the end of the frame that shows it, in ms, %d presses each, drawn in software:\n\n", presses)
	printTable(w, 1, []string{"the page trains", "median", "95 %", "worst", "frames/s", "ms a frame", "steps/s"}, rows)
	b, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(out, append(b, '\n'), 0o644)
}

// latencyAt presses a key on a check box of the page at an address, which turns a layer of the picture on and off.
func latencyAt(address string) (latency, error) {
	p, err := openPage(address)
	if err != nil {
		return latency{}, err
	}
	defer p.Close()
	if _, err := chromedp.Run(p.ctx, chromedp.EmulateViewport(1440, 900)); err != nil {
		return latency{}, err
	}
	if err := p.until(`window.ganvas?.host?.frames > 0 && document.documentElement.dataset.step !== undefined && document.querySelector('#layers input')`); err != nil {
		return latency{}, err
	}
	time.Sleep(5 * time.Second) // what the page begins with is over
	if _, err := chromedp.Run(p.ctx, chromedp.Evaluate[any](watch+`; document.querySelector('#layers input').focus()`)); err != nil {
		return latency{}, err
	}
	before, err := chromedp.Run(p.ctx, chromedp.Evaluate[[]float64](state))
	if err != nil {
		return latency{}, err
	}
	for range presses {
		if _, err := chromedp.Run(p.ctx, chromedp.KeyEvent(" ")); err != nil {
			return latency{}, err
		}
		time.Sleep(150 * time.Millisecond)
	}
	if err := p.until(fmt.Sprintf("waits.length >= %d", presses)); err != nil {
		return latency{}, err
	}
	after, err := chromedp.Run(p.ctx, chromedp.Evaluate[[]float64](state))
	if err != nil {
		return latency{}, err
	}
	waits, err := chromedp.Run(p.ctx, chromedp.Evaluate[[]float64]("waits"))
	if err != nil {
		return latency{}, err
	}
	slices.Sort(waits)
	seconds := (after[0] - before[0]) / 1000
	frames := after[1] - before[1]
	return latency{
		Median: median(waits), P95: waits[len(waits)*95/100], Worst: waits[len(waits)-1],
		Frames: frames / seconds, Busy: (after[3] - before[3]) / frames, Steps: (after[2] - before[2]) / seconds,
	}, nil
}

// until waits until an expression holds.
func (p *page) until(expression string) error {
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		ok, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool]("!!("+expression+")"))
		if err != nil || ok {
			return err
		}
	}
	return fmt.Errorf("the page never gets to where %s", expression)
}
