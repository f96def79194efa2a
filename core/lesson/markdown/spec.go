package markdown

import (
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/form"
)

// presetKey begins a text that starts from a named experiment: "preset=collapse&unroll=5".
const presetKey = "preset="

// readSpec is a Spec of any family with the fields of a text set on top, or those of a named experiment. The error is an *experiment.FieldError.
func readSpec(s experiment.Spec, text string) (experiment.Spec, error) {
	rest, named := strings.CutPrefix(text, presetKey)
	if !named {
		return form.With(s, text)
	}
	key, fields, _ := strings.Cut(rest, "&")
	p, ok := form.FindPreset(key)
	if !ok {
		return s, &experiment.FieldError{Field: "preset", Value: key, Allowed: "the key of a named experiment"}
	}
	preset, err := form.Parse(p.Query)
	if err != nil {
		return s, err
	}
	return form.With(preset, fields)
}
