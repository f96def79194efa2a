//go:build !js

package browsertest

import (
	"testing"

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
	requests() []string       // the URLs that pages have asked for
	expect(what string)       // that there is a problem on the console about something, and that this is well
	forgive(what string) bool // such problems, if there are any: reports whether there were

	size(width, height int64) // of the window, in CSS pixels
	press(key string)         // a character, or the name of a key
	click(x, y float64)       // in CSS pixels of the window
	wheel(x, y, by float64)   // turns the wheel over a place, by CSS pixels downwards
}

// watchPolicy lists what a page's policy has refused in window.refused.
const watchPolicy = `window.refused = [];
addEventListener('securitypolicyviolation', e => window.refused.push(e.violatedDirective + ' ' + (e.blockedURI || e.sourceFile)));`

// inAll runs a test in every browser: one of each engine that readers have.
func inAll(t *testing.T, test func(t *testing.T, v visitor)) {
	inEach(t, test)
	t.Run("webkit", func(t *testing.T) { test(t, newKit(t)) })
}

// inEach runs a test in Chromium and Firefox, which is enough where the third engine has nothing of its own to say.
func inEach(t *testing.T, test func(t *testing.T, v visitor)) {
	t.Run("chromium", func(t *testing.T) { test(t, newChromium(t)) })
	t.Run("firefox", func(t *testing.T) { test(t, newFox(t)) })
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
