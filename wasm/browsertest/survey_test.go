//go:build !js

package browsertest

import (
	"fmt"
	"testing"

	"ganvas/core/metric"
	"ganvas/ui/control"
)

// A reader asks for all measures while training goes on: each comes, of the step at which they were asked for, and training does go on.
func TestSurvey(t *testing.T) {
	site := serve(t)
	inEach(t, func(t *testing.T, v visitor) {
		v.size(1280, 900)
		v.navigate(site + "/?rows=512")
		v.trained(10)
		has := func(key string) string {
			return fmt.Sprintf(`document.querySelector('[data-measure="%s"]:not([hidden])')`, key)
		}
		v.until("quick measures", has("js"))
		if v.text(has(metric.Memorisation.Key)+" === null") != "true" {
			t.Error("a slow measure is there that nobody has asked for")
		}
		activate(v, "do-menu")
		activate(v, "do-numbers")
		v.until("all measures", visible("#measuring"))
		activate(v, "do-survey")
		v.until("it says that it measures", `document.getElementById('surveyed').innerText.includes('to go')`)
		began := get[int](v, step)
		v.until("training goes on", fmt.Sprintf(`%s > %d && document.getElementById('surveyed').innerText.includes('to go')`, step, began+10))
		v.until("it is done", `document.getElementById('surveyed').innerText.startsWith('The slow ones are of step')`)
		for _, m := range metric.All {
			if m.Needs&metric.NeedsLabels != 0 {
				continue // of conditional players
			}
			if v.text(has(m.Key)+" === null") == "true" {
				t.Errorf("%s has not come", m.Key)
				continue
			}
			words := control.MeasureOf(m.Key).Better.Words
			if got := v.text(has(m.Key) + `.textContent`); got == "" || v.text(has(m.Key)+`.textContent.includes("`+words+`")`) != "true" {
				t.Errorf("%s: %q does not say %q", m.Key, got, words)
			}
		}
		activate(v, "do-survey")
		v.until("it measures again", `document.getElementById('surveyed').innerText.includes('to go')`)
		activate(v, "do-survey")
		v.until("it has stopped", `!document.getElementById('surveyed').innerText.includes('easuring') && document.getElementById('do-survey').innerText.startsWith('Measure everything')`)
	})
}
