//go:build !js

package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// A link of which a step takes a minute asks before it trains, and once it trains hears what is asked of it meanwhile: another experiment trains
// long before the step could be complete.
func TestASlowLinkAsksAndListens(t *testing.T) {
	const wide512 = "512,512,512,512,512,512,512,512"
	b := newTab(t, wide, serve(t)+"/?g="+wide512+"&d="+wide512+"&g.updates=16&d.updates=16&batch=256")
	b.until("the page asks", `document.getElementById('slow').checkVisibility() && document.documentElement.dataset.ready === 'true'`)
	if said := value[string](b, `document.getElementById('slow').textContent`); !strings.Contains(said, "billion multiply-adds") || !strings.Contains(said, " s a step") {
		t.Errorf("it says %q", said)
	}
	if value[bool](b, `document.documentElement.dataset.playing === 'true'`) {
		t.Error("it trains unasked")
	}
	b.focus("do-agree")
	b.keys(kb.Enter)
	b.until("it trains", `document.documentElement.dataset.playing === 'true' && !document.getElementById('slow').checkVisibility()`)
	b.until("a second has passed", `new Promise(r => setTimeout(() => r(true), 1000))`)
	b.focus("do-experiments")
	b.keys(kb.Enter)
	b.until("the gallery", `document.getElementById('preset-works')?.checkVisibility()`)
	b.focus("preset-works")
	b.keys(kb.Enter)
	b.trained(5)
}
