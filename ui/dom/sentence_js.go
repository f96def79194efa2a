//go:build js && wasm

package dom

import (
	"slices"
	"strconv"
	"strings"

	"ganvas/core/experiment"
	"ganvas/ui/app"
	"ganvas/ui/control"
)

// sentence says what runs, in phrases that open their editors.
type sentence struct {
	ui       *UI
	place    *element
	family   string // whose phrases stand there
	phrases  []*element
	changed  *element
	undo     *element
	headline *element
}

func newSentence(ui *UI) *sentence {
	s := &sentence{ui: ui, headline: ui.find("headline"), place: ui.find("sentence")}
	find := ui.find("do-settings")
	ui.opensSheet(find, app.Settings)
	box := ui.find("changed")
	s.changed = ui.make(box, "span")
	s.undo = ui.makeText(box, "button", "Undo", attr{"type", "button"}, attr{"class", "button small"}, attr{"id", "defaults"}, attr{"aria-label", "Undo all changes"})
	s.undo.click(func() { ui.send(app.DefaultsWanted{}) })
	return s
}

// lay writes the words of a family's sentence, where others stand.
func (s *sentence) lay(all []control.Phrase, family string) {
	if s.phrases != nil && s.family == family {
		return
	}
	s.family, s.phrases = family, nil
	s.place.Call("replaceChildren")
	for _, p := range all {
		for _, w := range strings.Fields(p.Before) {
			s.word(s.ui, s.place, w)
		}
		b := s.ui.make(s.place, "button", attr{"type", "button"}, attr{"class", "phrase"}, attr{"id", "phrase-" + p.Key})
		s.ui.opensSheet(b, app.EditorOf(p.Key))
		s.phrases = append(s.phrases, b)
	}
	s.place.Call("append", ".")
}

// word adds a word of the sentence: the players' letters stand out, and a comma stands at the word before it.
func (s *sentence) word(ui *UI, place *element, w string) {
	switch {
	case w == "G":
		ui.makeText(place, "b", w, attr{"class", "made"})
	case w == "D":
		ui.makeText(place, "b", w)
	default:
		if w != "," && place.Get("lastChild").Truthy() && w[0] != ';' {
			w = " " + w
		}
		place.Call("append", w)
		place.Call("append", " ")
		return
	}
	place.Call("append", " ")
}

func (s *sentence) render(m app.Model) {
	next, changed := m.Next(), m.Changed()
	all := control.SentenceOf(&next)
	s.lay(all, next.Family())
	for i, p := range all {
		s.phrases[i].write(p.Text(&next))
		differs := slices.ContainsFunc(changed, func(f *experiment.Field) bool {
			return slices.ContainsFunc(p.Controls(&next), func(c control.Control) bool { return c.Key == f.Key })
		})
		s.phrases[i].set("data-changed", strconv.FormatBool(differs))
	}
	s.changed.write(changedText(len(changed), m.Preset != ""))
	s.undo.hide(len(changed) == 0)
	s.headline.write("Step " + stepText(m))
}
