package lesson

import (
	"ganvas/core/picture"
	"slices"
	"strconv"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/form"
)

// Setup is what a step wants to be on the page. Everything in it stays until a later step says otherwise.
type Setup struct {
	Run   experiment.Spec
	Show  []string // keys of picture.AllLayers
	Pace  string   // "paused", or steps a second as a whole number, or "max"; empty: as it was
	Point []string // places that the step's text speaks of, as Place writes them; of this step alone
	Open  string   // key in Sheets of what is to be open beside the picture, of this step alone; empty is nothing
}

// Sheets are what a step can open: the two-sample laboratory, the brush for own data, all measures, and the named experiments.
var Sheets = []string{"laboratory", "drawing", "numbers", "gallery"}

// Places are the parts of the page that a step can point at, beside the controls of fields ("g.lr") and the rows of measures
// ("measure js").
var Places = []string{
	"plane", "losses", "verdicts", "measures",
	"play", "step", "step-d", "step-g", "reset", "speed", "layers", "views", "charts", "time", "experiments", "menu",
}

// measurePrefix begins the place of a measure's row.
const measurePrefix = "measure "

// Place is a part of the page: what kind of part, and its key.
type Place struct{ Kind, Key string }

// The kinds of places.
const (
	OfPage    = "page"    // Key is in Places
	OfField   = "field"   // Key is that of a field of some family
	OfMeasure = "measure" // Key is a measure's
)

// ParsePlace reads a place; not ok where there is none of this name. Keys of measures are not checked, nor which family a field is of.
func ParsePlace(text string) (p Place, ok bool) {
	if key, is := strings.CutPrefix(text, measurePrefix); is {
		return Place{OfMeasure, key}, key != ""
	}
	if slices.Contains(Places, text) {
		return Place{OfPage, text}, true
	}
	return Place{OfField, text}, form.Any(text) != nil
}

const allLayers = ^picture.Layers(0)

// Set reads one line of a setup: key is "show", "pace", "point" or "open" ("run" is Patch's). The error's Field is the key.
func (s *Setup) Set(key, text string) error {
	switch key {
	case "show":
		list := split(text)
		for _, l := range list {
			if _, ok := picture.LayerOf(l); !ok {
				return &experiment.FieldError{Field: key, Value: l, Allowed: "any of " + strings.Join(allLayers.Keys(), ", ")}
			}
		}
		s.Show = list
	case "pace":
		if n, err := strconv.Atoi(text); text != "paused" && text != "max" && (err != nil || n < 1 || n > 1000) {
			return &experiment.FieldError{Field: key, Value: text, Allowed: "paused, max, or whole steps a second from 1 to 1000"}
		}
		s.Pace = text
	case "point":
		list := split(text)
		for _, p := range list {
			if _, ok := ParsePlace(p); !ok {
				return &experiment.FieldError{Field: key, Value: p,
					Allowed: "any of " + strings.Join(Places, ", ") + ", the key of a field, or \"measure\" and the key of a measure"}
			}
		}
		s.Point = list
	case "open":
		if !slices.Contains(Sheets, text) {
			return &experiment.FieldError{Field: key, Value: text, Allowed: "any of " + strings.Join(Sheets, ", ")}
		}
		s.Open = text
	default:
		return &experiment.FieldError{Field: key, Value: text, Allowed: "only the lines run, show, pace, point and open"}
	}
	return nil
}

// split parts a list at its commas. An empty text is an empty list.
func split(text string) []string {
	list := []string{}
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}
