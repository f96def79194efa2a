package dom

import (
	"ganvas/core/form"
	"strconv"
	"strings"

	"ganvas/ui/app"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// changedText says how far the settings are from what they are compared with.
func changedText(n int, preset bool) string {
	switch {
	case n > 0:
		return strconv.Itoa(n) + " changed"
	case preset:
		return "as the preset"
	}
	return "usual settings"
}

// restartText says what a change of some fields does to the run.
func restartText(live, waits bool) string {
	switch {
	case live:
		return "The run goes on"
	case waits:
		return "Waits for Restart"
	}
	return "Starts anew from step 0"
}

// waitingText says what waits for a restart.
func waitingText(all []app.Change) string {
	var parts []string
	for _, c := range all {
		parts = append(parts, c.Label+" "+c.Value)
	}
	return strings.Join(parts, ", ")
}

// nextCostText says what a step will cost, where it will take longer than it does and somebody would notice.
func nextCostText(m app.Model) string {
	next := m.Next()
	cost := next.Cost()
	if cost.Seconds() < .1 || cost.Work <= m.Spec.Cost().Work {
		return ""
	}
	return " It will take " + control.CostText(cost) + "."
}

// happeningText is the line that says what goes on where nothing else is to be said.
func happeningText(m app.Model) string {
	switch {
	case m.Loading.What != "":
		return m.Loading.What + "."
	case m.Toward > m.Step()+1:
		return "On the way to step " + count(m.Toward) + "."
	case !m.Playing && m.Deaf:
		return "Paused at step " + count(m.Step()) + "."
	case !m.Playing:
		return "Paused at step " + count(m.Step()) + ". The space bar trains, a full stop makes one step."
	case m.Machine == "go":
		return "Slow machine: this browser does not run WebAssembly’s SIMD, so training is many times slower. The results are the same."
	case m.Step() >= uint64(m.Spec.Steps):
		if m.Spec.Rival != nil {
			return "The schedule has ended: the learning rate stays as it is. Training goes on."
		}
		return "The schedules have ended: learning rates and penalties stay as they are. Training goes on."
	case m.Spec.Rival != nil:
		return rivalText(m)
	case m.Step() < 30:
		return "Training starts. Blue is real data; orange is what the generator makes."
	}
	return "Training: G moves its samples to where D says real; D learns to tell them from real data again."
}

// rivalText is what goes on where no two players train.
func rivalText(m app.Model) string {
	e, _ := form.Of(m.Spec)
	if m.Step() < 30 {
		return "Training starts. Blue is real data; orange is what the model makes."
	}
	return e.Doc
}

// reachText says how the field's colours are to be read on a scale that reaches so far from 1/2.
func reachText(reach float64) string {
	switch {
	case reach <= plot.Reaches[0]:
		return "D cannot tell: nearly all that it says is within " + plot.Fixed(reach, 2) + " of ½."
	case reach < .5:
		return "Colours are stretched: full at ½ ± " + strconv.FormatFloat(reach, 'g', -1, 64) + "."
	}
	return ""
}

func count(step uint64) string { return plot.Count(int(step)) }

// joined are the texts that say something, with a mark between them.
func joined(mark string, texts ...string) string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return strings.Join(out, mark)
}

// liveText says in a word or two of a setting what a change does.
func liveText(live, changed bool) string {
	text := "restarts"
	if live {
		text = "live"
	}
	if changed {
		return "changed, " + text
	}
	return text
}

// share is a share of a length for a style.
func share(x float64) string {
	if x != x {
		x = 0
	}
	return strconv.FormatFloat(100*x, 'f', 1, 64) + "%"
}

// horizon is the step at the end of all axes of time: the Spec's, doubled until the run is within, so that the axes' numbers stand.
func horizon(m app.Model) int {
	end := m.Spec.Steps
	for end < int(max(m.Step(), m.Record.Last)) {
		end *= 2
	}
	return end
}
