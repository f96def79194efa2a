//go:build !js

package browsertest

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// sight is a state of the page that is looked at: where it is, what is pressed there, and what holds then.
type sight struct {
	name, address string
	width, height int64
	press, holds  string
}

// at holds a run at a step.
func at(step int) string { return fmt.Sprintf("view.play=0&view.at=%d", step) }

var sights = []sight{
	{"first", "/?view.play=0", 1440, 900, ``, `true`},
	{"first-60", "/?" + at(60), 1440, 900, ``, `true`},
	{"plane", "/?" + at(3000), 1440, 900, ``, `true`},
	{"plane", "/?" + at(3000), 1024, 768, ``, `true`},
	{"plane", "/?" + at(3000), 390, 844, ``, `true`},
	{"present", "/?" + at(3000), 1920, 1080, `document.getElementById('do-present').click()`, `document.documentElement.dataset.present === 'true'`},
	{"penalties", "/?" + at(600), 1440, 900, `document.getElementById('phrase-penalty').click()`, visible("#editor #f-r1")},
	{"data", "/?" + at(600), 1440, 900, `document.getElementById('phrase-data').click()`, visible("#editor #f-data-moons")},
	{"search", "/?" + at(600), 1440, 900, `document.getElementById('do-settings').click()`, visible("#settings #find-batch")},
	{"machine", "/?" + at(300), 1440, 900, `document.getElementById('view-1').click()`, visible("#machine .unit")},
	{"stepping", "/?" + at(300), 1440, 900, `document.getElementById('do-stepping').click()`, visible("#stepping-say h2")},
	{"charts", "/?" + at(1260), 1440, 900, `document.getElementById('view-2').click()`, visible(".chart[data-chart=divergences] svg svg")},
	{"charts", "/?" + at(1260), 390, 844, `document.getElementById('view-2').click()`, visible(".chart[data-chart=losses] svg svg")},
	{"gallery", "/?" + at(60), 1440, 900, `document.getElementById('do-experiments').click()`, visible("#preset-collapse")},
	{"draw", "/?" + at(60), 1440, 900, `(document.getElementById('do-menu').click(), document.getElementById('do-draw').click())`, visible("#paper")},
	{"diagnosis", "/?d.lr=0.03&" + at(1000), 1440, 900, `document.querySelector('.happening button, .happening summary')?.click()`, visible(".happening")},
	{"textbook", "/?data=mixture1&" + at(2000), 1440, 900, ``, `document.documentElement.dataset.picture === 'line'`},
	{"laboratory", "/?" + at(600), 1440, 900, `(document.getElementById('do-menu').click(), document.getElementById('do-laboratory').click())`, visible("#laboratory select")},
	{"lesson", "/?" + at(60) + "#lesson=collapse&step=1", 1440, 900, ``, visible("#lesson")},
	{"walls", "/?data=digits&" + at(300), 1440, 900, ``, `document.documentElement.dataset.picture === 'walls'`},
	{"pixel", "/?data=digits&" + at(300), 1440, 900, `document.getElementById('view-1').click()`, drawn(`.chain[aria-label="Discriminator"] li:nth-child(2) canvas`)},
	{"latent", "/?data=digits&z=2&" + at(300), 1440, 900, `document.getElementById('view-3').click()`, drawn("#latent-sheet canvas") + ` && ` + drawn("#latent-sum")},
	{"flow", "/?family=flow&data=moons&" + at(800), 1440, 900, ``, `true`},
	{"lab", "/lab.html?at=130&autoplay=off", 640, 420, ``, `true`},
	{"lab-machine", "/lab.html?panels=machine&at=300&autoplay=off&controls=transport,status", 640, 420, ``, visible("#machine svg")},
	{"lab-machine", "/lab.html?panels=machine&at=300&autoplay=off&controls=transport,status", 360, 480, ``, visible("#machine svg")},
}

// The states of the page that people look at most are there in both themes, are no wider than the window, and are kept as pictures in dist/screenshots.
func TestEveryViewIsLookedAt(t *testing.T) {
	if os.Getenv("GANVAS_SLOW") == "" {
		t.Skip("SKIPPED: pictures of all views take minutes (make slow takes them)")
	}
	site := serve(t)
	for _, dark := range []bool{false, true} {
		theme := map[bool]string{false: "light", true: "dark"}[dark]
		b := newTab(t, view{1440, 900, dark}, "about:blank")
		for _, s := range sights {
			b.size(s.width, s.height)
			b.navigate("about:blank")
			b.navigate(site + s.address)
			b.until(s.name+": the run stands where it should", `(at => document.documentElement.dataset.ready === 'true' && `+step+` === at)(+(/\bat=(\d+)/.exec(location.href)?.[1] ?? 0))`)
			if s.press != "" {
				b.text("(" + s.press + ", 0)")
			}
			b.until(s.name, s.holds)
			b.until(s.name+" stands still", still)
			b.screenshot(fmt.Sprintf("%s-%s-%d", s.name, theme, s.width))
			if over := value[float64](b, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
				t.Errorf("%s at %d: %g pixels wider than the window", s.name, s.width, over)
			}
			if !strings.HasPrefix(s.address, "/lab") {
				b.until(s.name+" is titled", `document.title !== ''`)
			}
		}
	}
}
