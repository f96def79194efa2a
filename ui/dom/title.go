package dom

import (
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// pageTitle is the page's title where it can be seen.
const pageTitle = "Ganvas: two networks, one plane"

// titleText is the page's title: of a tab that cannot be seen, how far its run is.
func titleText(m app.Model, hidden bool) string {
	if !hidden {
		return pageTitle
	}
	step, end := int(m.Step()), m.Spec.Steps
	if m.Toward > 0 {
		end = int(m.Toward)
	}
	at := "step " + plot.Count(step)
	switch {
	case m.Fault != "":
		return "Stopped at " + at + " · Ganvas"
	case !m.Ready || m.Snapshot == nil:
		return pageTitle
	case m.Toward == 0 && !m.Playing:
		return "Paused at " + at + " · Ganvas"
	case step >= end:
		return "Done: " + at + " · Ganvas"
	}
	return plot.Count(100*step/end) + " % of " + plot.Count(end) + " steps · Ganvas"
}
