package control

import (
	"ganvas/core/form"
	"slices"
	"strings"

	"ganvas/core/experiment"
)

// Filter is which settings are listed.
type Filter string

// The filters.
const (
	Every   Filter = "all"
	Changed Filter = "changed"
	Live    Filter = "live"
	Restart Filter = "restart"
)

// Filters are all of them, in the order of their buttons.
var Filters = []Filter{Every, Changed, Live, Restart}

// Search are the controls of all fields that matter in a Spec and pass a filter, and that have all words of a text in their label, key, symbol,
// group or other names. A word of one or two letters must be a whole one. changed are the fields that differ.
func Search(text string, filter Filter, s *experiment.Spec, changed []*experiment.Field) []Control {
	words := strings.Fields(strings.ToLower(text))
	var out []Control
	for _, f := range form.Fields(*s) {
		c := Of(f)
		differs := slices.Contains(changed, c.Field)
		if (c.Used(s) || differs) && c.passes(filter, differs) && c.has(words) {
			out = append(out, c)
		}
	}
	return out
}

func (c Control) passes(filter Filter, differs bool) bool {
	switch filter {
	case Changed:
		return differs
	case Live:
		return c.Live
	case Restart:
		return !c.Live
	}
	return true
}

func (c Control) has(words []string) bool {
	all := strings.Fields(strings.ToLower(c.Label + " " + c.Key + " " + c.Symbol + " " + c.Group + " " + c.Player() + " " + c.Note().Also))
	for _, w := range words {
		if !slices.ContainsFunc(all, func(have string) bool {
			if len([]rune(w)) <= 2 {
				return have == w || strings.HasSuffix(have, "."+w)
			}
			return strings.Contains(have, w)
		}) {
			return false
		}
	}
	return true
}
