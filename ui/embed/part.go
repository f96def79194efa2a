package embed

import (
	"slices"
	"strings"

	"ganvas/core/experiment"
	"ganvas/core/form"
	"ganvas/ui/control"
)

// Buttons are the controls that are not an experiment's settings, in the order of reading.
var Buttons = []Item{
	{"transport", "Play, step, reset", "The buttons that start, stop and restart training."},
	{"players", "Steps of one player", "Buttons that let one player move alone."},
	{"speed", "Speed", "How many steps a second are trained."},
	{"status", "Step and pace", "Where the run is and how fast it goes."},
	{"layers", "Legend", "What is shown on the plane, with boxes to hide it."},
	{"page", "Full page", "A link that opens the experiment in the whole of Ganvas, and a button that lets the lab fill the screen."},
}

// Settings are the groups of an experiment's settings, with the seed.
func Settings() []Item {
	out := []Item{{"seed", "Seed", "The number that a run's chance follows from."}}
	for _, g := range groups() {
		out = append(out, Item{g.Key, strings.ToUpper(g.Title[:1]) + g.Title[1:], g.Lead + " " + g.Title})
	}
	return out
}

// groups are those of two players and, behind them, those that only their rivals have.
func groups() []control.Group {
	players := experiment.Default()
	all := control.Groups(&players)
	for _, e := range form.All {
		s := e.Grammar.Default(players.Data)
		for _, g := range control.Groups(&s) {
			if !slices.ContainsFunc(all, func(h control.Group) bool { return h.Key == g.Key }) {
				g.Title = "model"
				all = append(all, g)
			}
		}
	}
	return all
}

// Everything is the key that stands for all that a list may hold.
const Everything = "all"

// Set is a set of controls: keys of Buttons, of Settings and of single fields. A group's key means all of its fields.
type Set []string

// Has reports whether the set has this key itself.
func (s Set) Has(key string) bool { return slices.Contains(s, key) || slices.Contains(s, Everything) }

// Field reports whether the set has a field: by its key, its group or all.
func (s Set) Field(f *experiment.Field) bool {
	if f.Key == "seed" {
		return s.Has("seed")
	}
	return s.Has(f.Group) || s.Has(f.Key)
}

// Single reports whether the set names some of a group's fields by themselves.
func (s Set) Single(group string) bool {
	for _, key := range s {
		if f := form.Any(key); f != nil && f.Group == group && key != group && key != "seed" {
			return true
		}
	}
	return false
}
