package dom

import (
	"math"
	"strconv"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/form"
	"ganvas/core/lesson"
	"ganvas/core/wire"
	"ganvas/ui/control"
)

// stepOf is a step as its section of a lesson's page says it. What cannot be read there is left out: an old page may be asked
// for a newer lesson.
func stepOf(title string, attribute func(string) (string, bool), task func(string) (string, bool)) lesson.Step {
	s := lesson.Step{Title: title}
	s.Setup.Run = experiment.Default()
	if text, ok := attribute("data-run"); ok {
		if spec, err := form.Parse(text); err == nil {
			s.Setup.Run = spec
		}
	}
	for _, key := range []string{"show", "pace", "point", "open"} {
		if text, ok := attribute("data-" + key); ok {
			_ = s.Setup.Set(key, text)
		}
	}
	if text, ok := task("data-goal"); ok {
		s.Task = taskOf(text, task)
	}
	return s
}

func taskOf(text string, attribute func(string) (string, bool)) *lesson.Task {
	goal, err := lesson.ParseGoal(text, nil)
	if err != nil {
		return nil
	}
	within, _ := attribute("data-within")
	n, _ := strconv.ParseUint(within, 10, 32)
	return &lesson.Task{Goal: goal, Within: uint64(n)}
}

// PlaceSelector finds the part of the page that a lesson points at.
func PlaceSelector(text string) string {
	p, _ := lesson.ParsePlace(text)
	switch p.Kind {
	case lesson.OfField:
		if phrase, ok := control.PhraseOf(p.Key); ok {
			return "#phrase-" + phrase.Key
		}
		return "#do-settings" // where all others are found
	case lesson.OfMeasure:
		return `[data-number="` + p.Key + `"], [data-measure="` + p.Key + `"]`
	}
	switch p.Key {
	case "plane":
		return `[data-panel="distribution"]`
	case "losses", "verdicts":
		return `.chart:has([data-panel="` + p.Key + `"])`
	case "measures":
		return "#numbers"
	case "layers", "views", "charts", "time":
		return "#" + p.Key
	case "speed":
		return ".speed"
	}
	return "#do-" + strings.TrimSpace(p.Key)
}

// capital is a sentence with a large first letter.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// taskReadings says what a goal reads, as it is now: " Modes covered: 5."
func taskReadings(g lesson.Goal, s *wire.Snapshot) string {
	of, text := lesson.Reading(s), ""
	for _, name := range g.Names() {
		x := of(name)
		if name == "step" || math.IsNaN(x) {
			continue
		}
		text += " " + readingName(name) + ": " + strconv.FormatFloat(x, 'g', 3, 64) + "."
	}
	return text
}

func readingName(name string) string {
	switch name {
	case "loss_d":
		return "Discriminator’s loss"
	case "loss_g":
		return "Generator’s loss"
	case "d_real":
		return "D on real samples"
	case "d_fake":
		return "D on generated samples"
	case "gradient":
		return "Length of the arrows"
	case "loss":
		return "Loss"
	case "divergence":
		return "Divergence of the code"
	case "radius":
		return "Distance from the equilibrium"
	case "centre_x", "centre_y":
		return "The samples’ mean " + name[len("centre_"):]
	}
	return control.MeasureOf(name).Label
}
