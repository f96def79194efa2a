//go:build !js

package browsertest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// phone makes a browser one of a telephone, at an article with a lab, whose attributes are given, between much text.
func phone(t *testing.T, attributes string) *tab {
	t.Helper()
	b := newTab(t, narrow, "about:blank")
	b.do(chromedp.EmulateViewport(narrow.width, narrow.height, chromedp.EmulateMobile, chromedp.EmulateTouch))
	text := strings.Repeat(`<p style="height: 80px">Text.</p>`, 20)
	read(b, article(t, labs(t, true), `<meta name="viewport" content="width=device-width, initial-scale=1"><main id="article">`+text+element(attributes)+text+`</main>`))
	b.text(`(document.querySelector('ganvas-lab').scrollIntoView({ block: 'center', behavior: 'instant' }), 0)`)
	b.until("the lab trains", last(0, "step", "step")+" > 2")
	return b
}

// finger moves fingers over the page, each from its first place to its last, and takes them up. Places are of the window, in CSS pixels.
func (b *tab) finger(ways ...[2][2]float64) {
	b.Helper()
	const parts = 12
	for k := range parts + 1 {
		var points []*input.TouchPoint
		for i, w := range ways {
			id, at := float64(i), float64(k)/parts
			points = append(points, &input.TouchPoint{X: w[0][0] + at*(w[1][0]-w[0][0]), Y: w[0][1] + at*(w[1][1]-w[0][1]), ID: &id})
		}
		kind := input.DispatchTouchEventTypeTouchMove
		if k == 0 {
			kind = input.DispatchTouchEventTypeTouchStart
		}
		b.do(call(input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points}))
		time.Sleep(15 * time.Millisecond) // as fast as a hand: all at once is no movement
	}
	b.do(call(input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}}))
}

// tap touches something in a lab for a moment. The article lies still before: a finger that comes down on what still glides only stops it. And nothing
// happens in between: a finger that stays is a long press.
func (b *tab) tap(lab int, selector string) {
	b.Helper()
	value[bool](b, `new Promise(done => {
		let was = NaN, still = 0
		const look = () => { still = scrollY === was ? still + 1 : 0; was = scrollY; still < 20 ? requestAnimationFrame(look) : done(true) }
		look()
	})`)
	at := b.placeOf(lab, selector)
	point := []*input.TouchPoint{{X: at[0], Y: at[1]}}
	b.do(call(input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: point}),
		call(input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}}))
}

// placeOf is where the middle of something in a lab is in the window.
func (b *tab) placeOf(lab int, selector string) [2]float64 {
	b.Helper()
	b.text(fmt.Sprintf(`(last[%[1]d]['watch:where'] = null, say(%[1]d, 'watch:where %[2]s'), 0)`, lab, selector))
	b.until(selector+" has a place", fmt.Sprintf(`last[%d]['watch:where']`, lab))
	return get[[2]float64](b, fmt.Sprintf(`(({ x, y }, r) => [r.x + x, r.y + y])(last[%[1]d]['watch:where'], frames_()[%[1]d].getBoundingClientRect())`, lab))
}

// On a telephone one finger that moves over a lab, wherever that is touched, scrolls the article and does nothing in the lab; two zoom the page; a tap
// works the lab's buttons.
func TestFingers(t *testing.T) {
	b := phone(t, `spec="data=moons" panels="plane,losses" controls="transport,layers,g.lr" height="560"`)
	if over := get[float64](b, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
		t.Errorf("the page is %g pixels wider than the telephone", over)
	}
	for _, on := range []string{".plane .panel", ".chart.losses", "#do-play", ".layers", ".hands", "#groups summary"} {
		for _, by := range []float64{-160, 160} {
			b.text(`(document.querySelector('ganvas-lab').scrollIntoView({ block: 'center', behavior: 'instant' }), 0)`)
			from := b.placeOf(0, on)
			b.text(`(window.was = scrollY, 0)`)
			b.finger([2][2]float64{from, {from[0], from[1] + by}})
			b.until(fmt.Sprintf("a finger on %s scrolls the article by %g", on, -by), fmt.Sprintf(`Math.sign(%g) * (scrollY - was) > 90`, -by))
		}
	}
	if n := get[int](b, `heard.filter(h => h.type === 'ganvas:state' && h.playing === false).length`); n > 0 {
		t.Error("a finger that moved has pressed a button")
	}
	b.text(`(document.querySelector('ganvas-lab').scrollIntoView({ block: 'center', behavior: 'instant' }), 0)`)
	b.tap(0, "#do-play")
	b.until("a tap pauses", last(0, "state", "playing")+" === false")
	b.tap(0, "#do-play")
	b.until("another plays", last(0, "state", "playing")+" === true")
	at := b.placeOf(0, ".plane .panel")
	x, y := at[0], at[1]
	b.finger([2][2]float64{{x - 20, y}, {x - 120, y}}, [2][2]float64{{x + 20, y}, {x + 120, y}})
	b.until("two fingers zoom the page", `visualViewport.scale > 1.5`)
}

// A lab with all controls, whose settings may scroll in themselves, lets the finger go on with the article at their end.
func TestFingerLeavesTheSettings(t *testing.T) {
	b := phone(t, `spec="data=moons" panels="plane" controls="all" height="600"`)
	for range 12 {
		from := b.placeOf(0, "#groups")
		if from[1] < 300 || from[1] > 800 {
			from[1] = 500
		}
		b.finger([2][2]float64{from, {from[0], from[1] - 280}})
		if b.text(`frames_()[0].getBoundingClientRect().bottom < 100`) == "true" {
			return
		}
	}
	t.Error("twelve swipes do not lead past the lab")
}
