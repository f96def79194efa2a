package dom

import (
	"os"
	"strings"
	"testing"

	"ganvas/core/experiment"
	"ganvas/core/wire"
	"ganvas/ui/app"
)

// A tab that cannot be seen says in its title how far it is.
func TestTitles(t *testing.T) {
	at := func(step uint64, m app.Model) app.Model {
		m.Spec, m.Ready, m.Snapshot = experiment.Default(), true, &wire.Snapshot{Step: step} // which has 3,000 steps
		return m
	}
	for want, m := range map[string]app.Model{
		pageTitle:                        {},
		"0 % of 3,000 steps · Ganvas":    at(0, app.Model{Playing: true}),
		"41 % of 3,000 steps · Ganvas":   at(1234, app.Model{Playing: true}),
		"99 % of 3,000 steps · Ganvas":   at(2999, app.Model{Playing: true}),
		"Done: step 3,000 · Ganvas":      at(3000, app.Model{Playing: true}),
		"12 % of 10,000 steps · Ganvas":  at(1234, app.Model{Toward: 10000}),
		"Paused at step 1,234 · Ganvas":  at(1234, app.Model{}),
		"Stopped at step 1,234 · Ganvas": at(1234, app.Model{Fault: "NaN", Playing: true}),
	} {
		if got := titleText(m, true); got != want {
			t.Errorf("hidden: %q, want %q", got, want)
		}
		if got := titleText(m, false); got != pageTitle {
			t.Errorf("seen: %q", got)
		}
	}
	page, err := os.ReadFile("../../assets/index.html")
	if err != nil || !strings.Contains(string(page), "<title>"+pageTitle+"</title>") {
		t.Errorf("the page has another title than %q, %v", pageTitle, err)
	}
}
