//go:build js && wasm

package dom

import (
	"ganvas/core/form"
	"slices"
	"strconv"
	"syscall/js"

	"ganvas/core/experiment"
	"ganvas/ui/app"
	"ganvas/ui/control"
)

// settings is the list of all settings, found by what is typed, and the form of the one that is chosen.
type settings struct {
	ui      *UI
	box     *element
	text    *element
	filters map[control.Filter]*element
	list    *element
	rows    []*settingRow
	detail  *element
	about   *element
	foot    *foot

	filter control.Filter
	chosen string // the key of the field in the form, or empty
	field  *field
	open   bool
	shown  string // what the list was made for
}

type settingRow struct {
	key                  string
	item, button         *element
	name, value, changed *element
}

func newSettings(ui *UI) *settings {
	s := &settings{ui: ui, box: ui.find("settings"), filters: map[control.Filter]*element{}, filter: control.Every}
	sheet := ui.addSheet(s.box, app.Settings, false)
	head := ui.make(s.box, "div", attr{"class", "seek"})
	s.text = ui.make(head, "input", attr{"type", "search"}, attr{"id", "seek"}, attr{"placeholder", "rate, η, penalty, batch …"}, attr{"aria-label", "Find a setting"},
		attr{"autocomplete", "off"}, attr{"spellcheck", "false"}, attr{"aria-controls", "found"})
	sheet.first = s.text
	s.text.on("input", func(js.Value) { s.refresh() })
	chips := ui.make(s.box, "div", attr{"class", "chips"}, attr{"role", "group"}, attr{"aria-label", "Which settings"})
	for _, f := range control.Filters {
		b := ui.make(chips, "button", attr{"type", "button"}, attr{"class", "chip"})
		b.click(func() { s.filter = f; s.refresh() })
		s.filters[f] = b
	}
	s.list = ui.make(s.box, "ul", attr{"id", "found"}, attr{"class", "found"}, attr{"aria-label", "Settings"})
	s.detail = ui.make(s.box, "div", attr{"class", "detail"})
	s.about = ui.make(nil, "p", attr{"class", "about"})
	s.foot = newFoot(ui, s.box)
	s.listen()
	return s
}

// listen lets arrows go through the list from the text, and Enter take its first entry.
func (s *settings) listen() {
	s.box.on("keydown", func(e js.Value) {
		at := slices.IndexFunc(s.rows, func(r *settingRow) bool { return r.button.Equal(s.ui.document.Get("activeElement")) })
		typing := s.text.Equal(s.ui.document.Get("activeElement"))
		switch e.Get("key").String() {
		case "ArrowDown":
			at++
		case "ArrowUp":
			at--
		case "Enter":
			if typing && len(s.rows) > 0 {
				e.Call("preventDefault")
				s.choose(s.rows[0].key)
			}
			return
		default:
			return
		}
		if !typing && at == -1 {
			e.Call("preventDefault")
			s.text.Call("focus")
		} else if (typing || at >= 0) && at < len(s.rows) && at >= 0 {
			e.Call("preventDefault")
			s.rows[at].button.Call("focus")
		}
	})
}

// refresh makes the list anew for what is typed.
func (s *settings) refresh() {
	s.shown = ""
	s.render(s.ui.shown)
}

func (s *settings) render(m app.Model) {
	open := m.Sheet == app.Settings
	if open && !s.open {
		s.text.hold(m.Sought)
		s.filter, s.shown = control.Every, ""
		s.choose("")
	}
	s.open = open
	if !open {
		return
	}
	next, changed := m.Next(), m.Changed()
	if made := s.text.value() + "\n" + string(s.filter) + "\n" + next.String() + strconv.Itoa(len(changed)); made != s.shown {
		s.shown = made
		s.renderList(&next, changed)
	}
	if s.field != nil && form.FieldOf(next, s.chosen) != s.field.control.Field { // another family has come
		s.choose("")
	}
	if s.field != nil {
		base := m.Base()
		s.field.render(m)
		s.field.back.render(s.ui, s.field, &next, &base)
		s.foot.render(m, []*field{s.field})
	}
}

func (s *settings) renderList(next *experiment.Spec, changed []*experiment.Field) {
	for f, b := range s.filters {
		b.write(string(f) + " " + strconv.Itoa(len(control.Search("", f, next, changed))))
		b.set("aria-pressed", strconv.FormatBool(f == s.filter))
	}
	found := control.Search(s.text.value(), s.filter, next, changed)
	for len(s.rows) < len(found) {
		s.rows = append(s.rows, s.makeRow())
	}
	for len(s.rows) > len(found) {
		last := len(s.rows) - 1
		s.rows[last].item.Call("remove")
		s.rows = s.rows[:last]
	}
	for i, c := range found {
		r := s.rows[i]
		r.key = c.Key
		name := c.Label
		if c.Player() != "" {
			name += " of " + c.Player()
		}
		r.name.write(name)
		value := c.Get(next)
		if value == "" {
			value = "none"
		}
		r.value.write(c.OptionLabel(value))
		r.button.set("id", "find-"+c.Key)
		r.button.set("aria-pressed", strconv.FormatBool(c.Key == s.chosen))
		r.button.set("data-live", strconv.FormatBool(c.Live))
		differs := slices.Contains(changed, c.Field)
		r.button.set("data-changed", strconv.FormatBool(differs))
		r.changed.write(liveText(c.Live, differs))
	}
	s.list.hide(len(found) == 0)
	if len(found) == 0 && s.chosen == "" {
		s.detail.write("Nothing has this name. Try “penalty”, “β₁” or “batch”.")
	} else if s.chosen == "" {
		s.detail.write("")
	}
}

func (s *settings) makeRow() *settingRow {
	r := &settingRow{item: s.ui.make(s.list, "li")}
	r.button = s.ui.make(r.item, "button", attr{"type", "button"}, attr{"class", "setting"})
	r.name = s.ui.make(r.button, "span", attr{"class", "name"})
	r.value = s.ui.make(r.button, "span", attr{"class", "value"})
	r.changed = s.ui.make(r.button, "span", attr{"class", "kind"})
	r.button.click(func() { s.choose(r.key) })
	return r
}

// choose puts a field's form below the list.
func (s *settings) choose(key string) {
	s.chosen, s.field = key, nil
	s.detail.text = "\x00" // it is no longer a text
	s.detail.Call("replaceChildren")
	s.foot.box.hide(key == "")
	if key == "" {
		return
	}
	c := control.Of(form.FieldOf(s.ui.shown.Next(), key))
	s.field = s.ui.fieldOf(c)
	n := c.Note()
	s.field.about.hide(false)
	s.detail.Call("append", s.field.box.Value)
	if n.Formula != "" {
		s.ui.makeText(s.detail, "p", n.Formula, attr{"class", "formula"})
	}
	about := joined(" · ", n.Worth(), n.Source, "key "+c.Key)
	s.ui.makeText(s.detail, "p", about, attr{"class", "about"})
	s.shown = ""
	s.render(s.ui.shown)
	if in := s.field.box.Call("querySelector", "input, select, .widget button, .options button"); !in.IsNull() {
		in.Call("focus", map[string]any{"preventScroll": true})
	}
}
