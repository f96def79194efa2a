package dom

import (
	"ganvas/core/form"
	"strings"

	"ganvas/core/experiment"
	"ganvas/ui/app"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// cureText names a cure in the words of the controls: "Cure: Look-ahead steps 5".
func cureText(e app.Exhibit) string { return "Cure: " + changesText(e) }

// nameText is what the experiment is called: by its name, or by its data.
func nameText(m app.Model) string {
	if p, ok := form.FindPreset(m.Preset); ok {
		return p.Label
	}
	if m.CSVName != "" && m.Spec.Data == experiment.OwnData {
		return m.CSVName
	}
	return control.Of(m.Spec.Find("data")).OptionLabel(m.Spec.Data)
}

func changesText(e app.Exhibit) string {
	var parts []string
	for _, c := range e.Changes() {
		parts = append(parts, c.Label+" "+c.Value)
	}
	return strings.Join(parts, ", ")
}

// firstSentence is what the menu says of a preset.
func firstSentence(doc string) string {
	if i := strings.Index(doc, ". "); i >= 0 {
		return doc[:i+1]
	}
	return doc
}

// whenText says where to look in the run.
func whenText(e app.Exhibit) string {
	if e.Cured {
		return "cured by " + changesText(e)
	}
	return "to be seen by step " + plot.Count(e.Steps)
}
