//go:build !js

package browsertest

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
)

// inSight is which of a page's frames the window shows.
const inSight = `frames_().map(f => (r => r.bottom > 0 && r.top < innerHeight)(f.getBoundingClientRect()))`

// ten is a page of ten labs with text between them; each gives its memory back after five seconds out of sight.
func ten() (body string) {
	for i := range 10 {
		body += frame(fmt.Sprintf("seed=%d&speed=60&rest=5", i+1)) + `<p style="height: 300px; margin: 0">Text.</p>`
	}
	return body
}

// A lab trains in a frame that has neither an origin nor, from a server that does not share, leave to fetch.
func TestLabInASandboxedFrame(t *testing.T) {
	for name, shares := range map[string]bool{"server that shares": true, "server that does not": false} {
		t.Run(name, func(t *testing.T) {
			site := labs(t, shares)
			inAll(t, func(t *testing.T, v visitor) {
				read(v, article(t, site, frame("panels=plane,losses&autoplay=visible")))
				v.until("it trains", last(0, "step", "step")+" >= 10")
				if origin := v.text(`(() => { try { return frames_()[0].contentWindow.document.title } catch { return 'closed' } })()`); origin != "closed" {
					t.Errorf("the page can look into the lab: %s", origin)
				}
			})
		})
	}
}

// Of ten labs on a page those train that can be seen, and no others: however long the page is looked at, an unseen one does not
// move; and those that were never seen have loaded nothing.
func TestOnlyLabsInSightRun(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		v.size(800, 700)
		read(v, article(t, site, ten()))
		v.until("the first lab trains", last(0, "step", "step")+" >= 3")
		for _, at := range []int{0, 4, 9, 4, 1} {
			v.text(fmt.Sprintf(`(frames_()[%d].scrollIntoView(), 0)`, at))
			v.until(fmt.Sprintf("lab %d knows that it is seen", at), last(at, "step", "step")+fmt.Sprintf(" > 0 && (await soon(%d, { type: 'ganvas:ask' })).seen", at))
			unseenStand(t, v, at)
		}
		loaded := get[[]bool](v, `[...Array(10).keys()].map(i => !!window.last[i]?.['ganvas:ready'])`)
		for i, want := range []bool{true, true, false, false, true, false, false, false, false, true} {
			// Smooth or not, a jump passes over what lies between.
			if loaded[i] && !want && v.text(fmt.Sprintf(`heard.some(h => h.i === %d && h.seen)`, i)) != "true" {
				t.Errorf("lab %d has loaded unseen", i)
			}
		}
	})
}

// unseenStand fails the test if a lab that cannot be seen trains while the one that can does.
func unseenStand(t *testing.T, v visitor, at int) {
	t.Helper()
	seen := get[[]bool](v, inSight)
	for i, in := range seen {
		if !in {
			v.until(fmt.Sprintf("lab %d rests", i), fmt.Sprintf(`!window.workers[%[1]d] || (await soon(%[1]d, { type: 'ganvas:ask' })).seen === false`, i))
		}
	}
	stand := func() (steps []float64) {
		for i, in := range seen {
			if in {
				continue
			}
			steps = append(steps, get[float64](v, fmt.Sprintf(`window.workers[%[1]d] ? ((await soon(%[1]d, { type: 'ganvas:ask' })).step ?? -1) : -1`, i)))
		}
		return steps
	}
	// What was on its way to the pages when the labs went out of sight has come.
	v.until("the last steps have come", `new Promise(yes => setTimeout(yes, 600, true))`)
	before, step := stand(), get[float64](v, fmt.Sprintf(`ask(%d, { type: 'ganvas:ask' }).then(s => s.step)`, at))
	v.until("30 more steps", fmt.Sprintf(`(await ask(%d, { type: 'ganvas:ask' })).step >= %g`, at, step+30))
	for k, now := range stand() {
		if now != before[k] && now != -1 && before[k] != -1 { // -1: it has given its memory back meanwhile
			t.Errorf("with lab %d in sight, the %dth unseen lab goes from step %g to %g", at, k, before[k], now)
		}
	}
}

// A reader who scrolls past ten labs leaves no more Workers behind than there are labs in sight: the others give theirs back.
func TestUnseenLabsGiveTheirMemoryBack(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		v.size(800, 700)
		read(v, article(t, site, ten()))
		const alive = `window.workers.reduce((n, w) => n + w, 0)`
		for at := range 10 {
			v.text(fmt.Sprintf(`(frames_()[%d].scrollIntoView(), 0)`, at))
			v.until(fmt.Sprintf("lab %d trains", at), last(at, "step", "step")+" > 0")
			if n := get[int](v, alive); n > at+1 {
				t.Fatalf("%d labs have been seen, and have %d Workers", at+1, n)
			}
		}
		inView := get[int](v, inSight+`.filter(Boolean).length`)
		if n := get[int](v, alive); n < inView {
			t.Fatalf("%d Workers for %d labs in sight: the test does not see them", n, inView)
		}
		v.until("no more Workers than labs in sight", alive+fmt.Sprintf(" <= %d", inView))
		v.text(`(frames_()[0].scrollIntoView(), window.last[0]['ganvas:step'] = null, 0)`)
		v.until("the first lab trains on", last(0, "step", "step")+" > 0")
	})
}

// A lab that was out of sight for long gives its memory back; seen again it is at the step where it was, with the same measures.
func TestLabRestsAndComesBack(t *testing.T) {
	site := labs(t, true)
	inAll(t, func(t *testing.T, v visitor) {
		v.size(800, 500)
		read(v, article(t, site, frame("autoplay=off&origin=*&rest=5&panels=plane,measures&seed=3")+`<p style="height: 3000px">Text.</p>`))
		hears(v, 0, "ready")
		answer(v, 0, `{ type: 'ganvas:train', n: 300 }`)
		measured := `(m => m?.step === 300 && m.measures.map(x => [x.key, x.value, x.floor].join(' ')).join('\n'))(window.last[0]['ganvas:measure'])`
		v.until("300 steps are measured", measured)
		before := v.text(measured)
		v.text(`(scrollTo(0, 2500), 0)`)
		hears(v, 0, "rest")
		if step := get[float64](v, last(0, "rest", "step")); step != 300 {
			t.Errorf("it rests at step %g", step)
		}
		v.until("its Worker is gone", `window.workers[0] === 0`)
		v.until("some seconds have passed", `new Promise(yes => setTimeout(yes, 3000, true))`)
		if n := v.text(`window.workers[0]`); n != "0" {
			t.Errorf("out of sight it has begun anew, with %s Workers", n)
		}
		v.text(`(last[0] = {}, scrollTo(0, 0), 0)`)
		hears(v, 0, "ready")
		v.until("300 steps are measured again", measured)
		if after := v.text(measured); after != before {
			t.Errorf("it comes back with\n%s, and was\n%s", after, before)
		}
	})
}

// A browser has some sixteen graphics contexts for a document. An article may have more labs: however it is scrolled, each draws and trains where
// the reader comes to rest, and none is dead.
func TestTwentyLabs(t *testing.T) {
	twentyLabs(t, "", func(i int) string { return frame(fmt.Sprintf("data=moons&seed=%d&g=8&d=8&speed=60", i)) })
}

// Labs of the element leave half of the contexts to the page: those that are farther from the reader give theirs back before the browser takes any.
func TestTwentyElements(t *testing.T) {
	twentyLabs(t, `<script src="SITE/ganvas-lab.js" async=""></script>`, func(i int) string {
		return fmt.Sprintf(`<ganvas-lab spec="data=moons&amp;seed=%d&amp;g=8&amp;d=8" speed="60" height="420"></ganvas-lab>`, i)
	})
}

func twentyLabs(t *testing.T, script string, lab func(i int) string) {
	const n = 20
	body := script
	for i := range n {
		body += lab(i+1) + `<p style="height: 200px; margin: 0">Text.</p>`
	}
	site := labs(t, true)
	in := inEach
	if script != "" && os.Getenv("GANVAS_SLOW") == "" {
		in = func(t *testing.T, test func(t *testing.T, v visitor)) { test(t, newChromium(t)) } // what is tried is the element's own
	} else if os.Getenv("GANVAS_SLOW") != "" {
		in = inAll // the third draws slowly without a graphics card
	}
	in(t, func(t *testing.T, v visitor) {
		v.size(800, 500)
		read(v, article(t, site, body))
		rounds := 3
		if _, ok := v.(*kit); ok || script != "" {
			rounds = 1
		}
		var took []time.Duration
		for range rounds {
			for at := range n {
				took = append(took, restsAt(v, at))
			}
			v.text(`new Promise(yes => (function flick() { // to the top, a screen with each frame
				scrollBy(0, -500);
				if (scrollY > 0) requestAnimationFrame(flick); else yes();
			})())`)
			for _, at := range []int{0, n / 2, n - 1} {
				took = append(took, restsAt(v, at))
			}
		}
		slices.Sort(took)
		t.Logf("from rest to training and drawing: half within %v, all within %v", took[len(took)/2].Round(10*time.Millisecond), took[len(took)-1].Round(10*time.Millisecond))
		back := get[int](v, `window.last.filter(l => l?.['watch:frames']?.back).length`)
		if _, ok := v.(*tab); ok && script == "" && back < n-16 { // others may have more contexts
			t.Errorf("only %d labs have had their graphics taken: the test does not see what it should", back)
		}
		if script != "" {
			v.until("half of the graphics are the page's own", `contexts.filter(Boolean).length <= 8`)
		}
	})
}

// restsAt has the reader come to rest at a lab, waits until that draws and trains, and returns how long that took.
func restsAt(v visitor, at int) (took time.Duration) {
	v.Helper()
	begun := time.Now()
	v.text(fmt.Sprintf(`([...document.querySelectorAll('iframe, ganvas-lab')][%[1]d].scrollIntoView({ block: 'center' }), (window.last[%[1]d] ??= {})['ganvas:step'] = window.last[%[1]d]['watch:frames'] = null, 0)`, at))
	v.until(fmt.Sprintf("lab %d has its frame", at), fmt.Sprintf(`frames_()[%d]`, at))
	v.until(fmt.Sprintf("lab %d trains", at), last(at, "step", "step")+" > 0")
	frames := fmt.Sprintf(`(say(%[1]d, 'watch:frames'), window.last[%[1]d]['watch:frames']?.frames ?? -1)`, at)
	v.until(fmt.Sprintf("lab %d draws", at), frames+" > 0")
	took = time.Since(begun)
	drawn := get[int](v, frames)
	v.until(fmt.Sprintf("lab %d draws on", at), fmt.Sprintf("%s > %d", frames, drawn))
	return took
}

// A lab in sight of a reader who prefers reduced motion stands at its start until they have it train.
func TestLabWaitsUnderReducedMotion(t *testing.T) {
	site := serve(t)
	b := newTab(t, wide, "about:blank") // the browser's protocol tells a tab of the preference, and not the frames in it
	b.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}}))
	b.navigate(site + "/lab.html?data=moons")
	b.until("it stands at its start", `document.documentElement.dataset.ready === 'true' && `+step+` === 0 && `+playing(false))
	pressed(b, "do-play")
	b.until("it trains when it is asked to", step+" > 2")
}
