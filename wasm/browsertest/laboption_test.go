//go:build !js

package browsertest

import (
	"fmt"
	"strings"
	"testing"
)

// visible is whether something of a page can be seen.
func visible(selector string) string {
	return fmt.Sprintf(`(document.querySelector(%q)?.checkVisibility() ?? false)`, selector)
}

// What an address asks for is what a lab then is: each option has its effect, and its opposite where nothing is asked for.
func TestOptionsHaveEffects(t *testing.T) {
	site := labs(t, true)
	const (
		dataLocked = `document.querySelector('[data-field="data"] select').matches(':disabled')`
		tall       = `document.querySelector('main').getBoundingClientRect().height`
		shown      = `[...document.querySelectorAll('#layers input:checked')].length`
		playing    = `document.documentElement.dataset.playing === 'true'`
	)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(800, 500)
		for _, c := range []struct {
			query string
			holds []string
		}{
			{"", []string{visible(".plane"), "!" + visible(".losses"), visible("#do-play"), "!" + visible(".status"), "!" + visible(".bar"), playing,
				`document.documentElement.lang === 'en'`, `getComputedStyle(document.documentElement).colorScheme !== 'dark'`, tall + " <= 500", shown + " === 4", step + " > 5"}},
			{"panels=losses,measures", []string{"!" + visible(".plane"), visible(".losses"), "!" + visible(".verdicts"), visible(".quality")}},
			{"panels=machine", []string{"!" + visible(".plane"), visible("#machine"), `document.querySelectorAll('#machine svg path').length > 6`, `/at step \d.*G’s loss [\d.]+/.test(document.getElementById('machine').ariaLabel)`,
				`(r => r.width >= 760 && r.height >= 240)(document.getElementById('machine').getBoundingClientRect())`}},
			{"data=digits8&panels=machine", []string{visible("#machine svg"), `/D’s loss [\d.]+/.test(document.getElementById('machine').ariaLabel)`}},
			{"family=vae&panels=machine", []string{"!" + visible("#machine"), visible(".plane")}},
			{"controls=none", []string{"!" + visible("#do-play"), "!" + visible("#layers")}},
			{"controls=transport,players,status,seed,speed", []string{visible("#do-play"), visible("#do-step-d"), visible(".status"), visible("#do-new-seed"), visible(".speed")}},
			{"data=moons&controls=data", []string{visible(`[data-group="data"] summary`), "!" + dataLocked, spec + ` === 'data=moons'`}},
			{"data=moons&controls=data&lock=data", []string{visible(`[data-group="data"] summary`), dataLocked}},
			{"controls=g.lr", []string{`!!document.querySelector('[data-field="g.lr"] input')`, `!document.querySelector('[data-field="d.lr"]')`, "!" + visible(`[data-group="data"]`)}},
			{"height=700", []string{tall + " === 700"}},
			{"height=auto&panels=losses", []string{tall + " < 400"}},
			{"theme=dark", []string{`getComputedStyle(document.documentElement).colorScheme === 'dark'`}},
			{"lang=en", []string{`document.documentElement.lang === 'en'`}},
			{"bar=on", []string{visible(".bar")}},
			{"autoplay=off&at=40&layers=real", []string{"!(" + playing + ")", step + " === 40", shown + " === 1"}},
			{"autoplay=on&speed=5&controls=speed", []string{playing, visible(".speed"), `document.querySelector('.speed select').selectedOptions[0].text === '5 steps/s'`}},
		} {
			v.navigate(site + "/lab.html?" + c.query)
			v.until(c.query+": the lab is there", `document.documentElement.dataset.ready === 'true'`)
			for _, holds := range c.holds {
				v.until(c.query+": "+holds, holds)
			}
		}
	})
}

// What is not allowed is said in the lab, naming the key, the value and what is allowed: a language that there is not, too. The lab runs all the
// same, with what is.
func TestWrongOptionsAreSaidInTheLab(t *testing.T) {
	site := labs(t, true)
	inEach(t, func(t *testing.T, v visitor) {
		for query, words := range map[string][]string{
			"lang=tlh":                {"lang", "tlh", "one of en"},
			"lang=en&autoplay=always": {"autoplay", "always", "visible, slide, on or off"},
			"data=unicorns&theme=red": {"data", "unicorns", "moons", "theme", "red", "auto, light or dark"},
		} {
			v.navigate(site + "/lab.html?" + query + "&seed=4")
			v.until(query+": the reason", visible("#notice"))
			said := v.text(`document.getElementById('notice').innerText`)
			for _, w := range words {
				if !strings.Contains(said, w) {
					t.Errorf("%s: it says %q, without %q", query, said, w)
				}
			}
			v.trained(5)
			if got := v.text(spec); got != "seed=4" {
				t.Errorf("%s: the lab runs %q", query, got)
			}
		}
	})
}
