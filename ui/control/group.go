package control

import (
	"ganvas/core/form"
	"slices"
	"strings"

	"ganvas/core/experiment"
)

// Group is a part of the sentence that the controls read as: "imitate data x, from noise z, with a generator G(z), ...".
type Group struct {
	Key      string // the group's key in experiment.Fields
	Lead     string // the words before the title: "from"
	Title    string // "noise"
	Symbol   string // "z"
	Hue      string // the colour family of what the group is about: "real", "generated" or empty
	Controls []Control
}

// barKeys are the fields whose controls stand in the bar and not in a group.
var barKeys = []string{"seed"}

// Bar is the controls of the fields in the page's bar.
func Bar(s *experiment.Spec) []Control {
	var out []Control
	for _, key := range barKeys {
		if f := s.Find(key); f != nil {
			out = append(out, Of(f))
		}
	}
	return out
}

// Groups is the controls of all other fields of a Spec's family, in the order of reading.
func Groups(s *experiment.Spec) []Group {
	groups := []Group{
		{Key: "data", Lead: "Imitate the", Title: "data", Symbol: "x", Hue: "real"},
		{Key: "noise", Lead: "from", Title: "noise", Symbol: "z"},
		{Key: "generator", Lead: "with a", Title: "generator", Symbol: "G(z)", Hue: "generated"},
		{Key: "discriminator", Lead: "against a", Title: "discriminator", Symbol: "D(x)", Hue: "real"},
		{Key: "model", Lead: "by a", Title: familyName(s), Symbol: "q(x)", Hue: "generated"},
		{Key: "game", Lead: "who play a", Title: "game", Symbol: "min max"},
		{Key: "training", Lead: "in", Title: "minibatches", Symbol: "m"},
	}
	fields := s.Fields()
	for i := range fields {
		f := &fields[i]
		for g := range groups {
			if groups[g].Key == f.Group && !inBar(f.Key) {
				groups[g].Controls = append(groups[g].Controls, Of(f))
			}
		}
	}
	return slices.DeleteFunc(groups, func(g Group) bool { return len(g.Controls) == 0 })
}

// Major is the controls that a newcomer turns first.
func (g Group) Major() []Control { return g.with(false) }

// Minor is the other controls.
func (g Group) Minor() []Control { return g.with(true) }

func (g Group) with(minor bool) []Control {
	var out []Control
	for _, c := range g.Controls {
		if c.Minor == minor {
			out = append(out, c)
		}
	}
	return out
}

func inBar(key string) bool {
	for _, k := range barKeys {
		if k == key {
			return true
		}
	}
	return false
}

// majorKeys are the fields that a newcomer turns first, without their player's prefix. The others stand behind "more settings".
var majorKeys = []string{"data", "noise", "z", "blobs", "g", "d", "act", "opt", "lr", "loss", "r1", "r2", "batch", "seed",
	form.Key, "width", "k", "fit", "factors", "bins", "encoder", "decoder", "beta", "coupling", "layers", "path", "sampling", "level", "statistic", "particles", "game", "sees", "start", "bound"}

func minor(key string) bool {
	_, tail, ok := strings.Cut(key, ".")
	if !ok {
		tail = key
	}
	for _, k := range majorKeys {
		if k == tail {
			return false
		}
	}
	return true
}

// Digest is a group's settings in a few words, for where its controls are folded away: "32, 32, 32, ReLU, Adam, 0.006".
func (g Group) Digest(s *experiment.Spec) string {
	var words []string
	for _, c := range g.Controls {
		if c.Minor || !c.Used(s) {
			continue
		}
		if w := c.digest(s); w != "" {
			words = append(words, w)
		}
	}
	return strings.Join(words, " · ")
}

// digest is the control's value for people, or empty where it says nothing on its own.
func (c Control) digest(s *experiment.Spec) string {
	value := c.Get(s)
	switch c.Widget {
	case Menu:
		return c.OptionLabel(value)
	case Stack:
		if value == "" {
			return "no hidden layer"
		}
		return strings.ReplaceAll(value, ",", ", ")
	case Slider, Box:
		if value == "0" {
			return ""
		}
		if c.Symbol != "" {
			return c.Symbol + " " + value
		}
	}
	return value
}

// OptionLabel is the label of one of the control's choices, or its key where it has none.
func (c Control) OptionLabel(key string) string {
	for _, o := range c.Choices {
		if o.Key == key && o.Label != "" {
			return o.Label
		}
	}
	return key
}

// OptionDoc is what one of the control's choices means, or empty.
func (c Control) OptionDoc(key string) string {
	for _, o := range c.Choices {
		if o.Key == key {
			return o.Doc
		}
	}
	return ""
}

// familyName is how a sentence calls the family of a Spec: "normalising flow".
func familyName(s *experiment.Spec) string {
	return lower(Of(&form.Field).OptionLabel(form.Field.Get(s)))
}
