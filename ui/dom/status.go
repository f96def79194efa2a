package dom

import (
	"strconv"
	"strings"

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
	case m.Toward > m.Step()+1:
		return "going to step " + plot.Count(int(m.Toward))
	case !m.Ready:
		return "loading"
	case !m.Playing:
		return "paused"
	case m.Rate.PerSecond <= 0:
		return "training"
	}
	return rateText(m.Rate.PerSecond) + " steps/s"
}

// widest is the number of characters that fit beside a vertical axis.
const widest = 6

// narrowLabel is a tick's label, shortened where a diverged loss makes it long.
func narrowLabel(t plot.Tick) string {
	if len([]rune(t.Label)) <= widest {
		return t.Label
	}
	return strings.Replace(strings.ReplaceAll(strconv.FormatFloat(t.Value, 'e', -1, 64), "e+0", "e"), "e+", "e", 1)
}

// sentence is text with a capital at its start.
func sentence(text string) string {
	if text == "" || text[0] < 'a' || text[0] > 'z' {
		return text
	}
	return string(text[0]-'a'+'A') + text[1:]
}

func rateText(perSecond float64) string {
	if perSecond < 9.95 {
		return strconv.FormatFloat(perSecond, 'f', 1, 64)
	}
	return plot.Count(int(perSecond + 0.5))
}

// machineText is what computes, in a quiet word.
func machineText(machine string) string {
	switch machine {
	case "simd":
		return "SIMD"
	case "go":
		return "plain Go"
	}
	return machine
}
