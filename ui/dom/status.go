package dom

import (
	"strconv"

	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// stepText is where a run is.
func stepText(m app.Model) string { return plot.Count(int(m.Step())) }

// paceText is what a run is doing: how fast it goes, or that it rests.
func paceText(m app.Model) string {
	switch {
	case m.Fault != "":
		return "stopped"
	case m.Behind() && m.Passing() != nil:
		return "the run follows: step " + plot.Count(int(m.Passing().Step))
	case m.Toward > m.Step()+1:
		return "going to step " + plot.Count(int(m.Toward))
	case !m.Ready:
		return "loading"
	case !m.Playing:
		return "paused"
	case m.Rate.PerSecond <= 0:
		return "training"
	}
	text := rateText(m.Rate.PerSecond) + " steps/s"
	if m.View() == "walls" {
		text += " · " + rateText(m.Rate.PerSecond*float64(m.Spec.Batch)) + " images/s"
	}
	return text
}

func rateText(perSecond float64) string {
	if perSecond < 9.95 {
		return strconv.FormatFloat(perSecond, 'f', 1, 64)
	}
	return plot.Count(int(perSecond + 0.5))
}
