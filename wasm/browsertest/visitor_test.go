//go:build !js

package browsertest

import (
	"os"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// visitor is a page in a browser of some kind, for what must hold in every browser.
type visitor interface {
	testing.TB
	navigate(address string)
	text(expression string) string // the value of a JavaScript expression, awaited, as text
	until(what, expression string)
	trained(steps int)
	requests() []string     // the URLs that pages have asked for
	console() []string      // what went wrong in them, but for what is allowed
	allow(about ...string)  // problems whose text holds one of these, from now on
	told(about string) bool // whether such an allowed problem has come

	size(width, height int64) // of the window, in CSS pixels
	press(key string)         // a character, or the name of a key
	click(x, y float64)       // in CSS pixels of the window
	wheel(x, y, by float64)   // turns the wheel over a place, by CSS pixels downwards
}

// watchPolicy lists what a page's policy has refused in window.refused.
const watchPolicy = `window.refused = [];
addEventListener('securitypolicyviolation', e => window.refused.push(e.violatedDirective + ' ' + (e.blockedURI || e.sourceFile)));`

// await asks a visitor's page until a JavaScript expression holds, and stops at a problem that is not allowed.
func await(v visitor, ask func(expression string) string, what, expression string) {
	v.Helper()
	for end := time.Now().Add(patience); ask("!!(await ("+expression+"))") != "true"; time.Sleep(50 * time.Millisecond) {
		if console := v.console(); len(console) > 0 || time.Now().After(end) {
			v.Fatalf("%s: not within %v, or before an error on the console: %q; instead there is %s", what, patience, console, v.text(instead))
		}
	}
}

// expect waits for a problem that is allowed.
func expect(v visitor, about string) {
	v.Helper()
	for end := time.Now().Add(patience); !v.told(about); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			v.Errorf("nothing on the console about %q", about)
			return
		}
	}
}

// instead is what a page shows, or what its labs have last told, where something else was waited for.
const instead = `['step', document.documentElement.dataset.step, document.getElementById('pace')?.innerText, window.last?.length ? JSON.stringify(window.last) : document.body.innerText].join(' ').slice(0, 700)`

// inAll runs a test in every browser: one of each engine that readers have.
func inAll(t *testing.T, test func(t *testing.T, v visitor)) {
	inEach(t, test)
	t.Run("webkit", func(t *testing.T) { inKit(t, test) })
}

// inEach runs a test in Chromium and Firefox, which is enough where the third engine has nothing of its own to say.
func inEach(t *testing.T, test func(t *testing.T, v visitor)) {
	t.Run("chromium", func(t *testing.T) { test(t, newChromium(t)) })
	t.Run("firefox", func(t *testing.T) { test(t, newFox(t)) })
}

// inChromium runs a test in Chromium, where what is tried has nothing of its own to say to a browser, or has not been tried in others.
func inChromium(t *testing.T, test func(t *testing.T, v visitor)) {
	t.Run("chromium", func(t *testing.T) { test(t, newChromium(t)) })
}

// seesAll says whether a browser is shown all cases of something. Chromium is. The others are where GANVAS_SLOW is set; else a few will do, since the
// program that answers is the same.
func seesAll(v visitor) bool {
	_, is := v.(*tab)
	return is || os.Getenv("GANVAS_SLOW") != ""
}

// sample are the cases that a browser is shown: all, or every nth.
func sample[T any](v visitor, n int, all []T) (some []T) {
	if seesAll(v) {
		return all
	}
	for i := 0; i < len(all); i += n {
		some = append(some, all[i])
	}
	return some
}

// newChromium starts Chromium at an empty page.
func newChromium(t *testing.T) visitor {
	t.Helper()
	b := newTab(t, wide, "about:blank")
	b.do(call(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watchPolicy}))
	return b
}

func (b *tab) navigate(address string) {
	b.Helper()
	b.do(chromedp.Navigate(address))
}

func (b *tab) text(expression string) string {
	b.Helper()
	return value[string](b, "(async () => String(await ("+expression+")))()")
}
