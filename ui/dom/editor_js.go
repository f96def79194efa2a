//go:build js && wasm

package dom

import (
	"ganvas/core/form"
	"slices"

	"ganvas/core/experiment"
	"ganvas/ui/app"
	"ganvas/ui/control"
)

// editor is the small form of a phrase's fields. It stands on the bench, always at the same place, with the picture in sight.
type editor struct {
	ui     *UI
	box    *element
	body   *element
	foot   *foot
	fields []*field
	keys   []string
	own    *ownSet // in the editor of the data, else nil
}

func newEditor(ui *UI) *editor {
	e := &editor{ui: ui, box: ui.find("editor")}
	s := ui.addSheet(e.box, app.NoSheet, false)
	s.shows = func(open app.Sheet) bool { _, ok := isEditor(open); return ok }
	e.body = ui.make(e.box, "div", attr{"class", "scroll"})
	e.foot = newFoot(ui, e.box)
	return e
}

func (e *editor) render(m app.Model) {
	key, open := isEditor(m.Sheet)
	next := m.Next()
	p, ok := control.FindPhrase(&next, key)
	if !open || !ok {
		return
	}
	e.lay(p, &next)
	base := m.Base()
	for _, f := range e.fields {
		f.render(m)
		f.back.render(e.ui, f, &next, &base)
	}
	if e.own != nil {
		e.own.render(e.ui, m)
	}
	e.foot.render(m, e.fields)
}

// lay puts the phrase's fields into the editor, where they are not there already.
func (e *editor) lay(p control.Phrase, s *experiment.Spec) {
	controls := p.Controls(s)
	keys := []string{s.Family(), p.Key}
	for _, c := range controls {
		keys = append(keys, c.Key)
	}
	if slices.Equal(keys, e.keys) {
		return
	}
	e.keys, e.fields, e.own = keys, nil, nil
	e.box.set("aria-label", p.Title)
	e.body.Call("replaceChildren")
	head := e.ui.makeText(e.body, "h2", p.Title+" ")
	e.ui.makeText(head, "i", p.Symbol)
	if p.Doc != "" {
		e.ui.makeText(e.body, "p", p.Doc, attr{"class", "about"})
	}
	said := map[string]bool{}
	for _, c := range controls {
		f := e.ui.fieldOf(c)
		f.about.hide(said[c.Doc]) // the two players' settings mean the same
		said[c.Doc] = true
		e.body.Call("append", f.box.Value)
		e.fields = append(e.fields, f)
	}
	if p.Key == "data" {
		draw := e.ui.makeText(e.body, "button", "Draw your own", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "draw-own"})
		e.ui.opensSheet(draw, app.Drawing)
		e.ui.makeFilePicker(e.body)
		e.own = e.ui.makeOwnSet(e.body)
	}
	e.foot.more(p)
}

// foot says what a change does to the run, and has the buttons that restart it and take changes back.
type foot struct {
	ui                            *UI
	box, says, other, undo, apply *element
	keys                          []string // of the fields above
	sought                        string
}

func newFoot(ui *UI, box *element) *foot {
	f := &foot{ui: ui, box: ui.make(box, "div", attr{"class", "edit-foot"})}
	f.says = ui.make(f.box, "span", attr{"class", "says"})
	f.other = ui.makeText(f.box, "button", "More settings", attr{"type", "button"}, attr{"class", "quiet-button"})
	f.other.click(func() { ui.send(app.SheetToggled{Sheet: app.Settings, Sought: f.sought}) })
	f.undo = ui.makeText(f.box, "button", "Undo", attr{"type", "button"}, attr{"class", "button undo"})
	f.undo.click(func() { f.takeBack() })
	f.apply = ui.makeText(f.box, "button", "Restart", attr{"type", "button"}, attr{"class", "button main apply"})
	f.apply.click(func() { ui.send(app.StagedApplied{}) })
	f.other.hide(true)
	return f
}

// more offers the other settings of a phrase's group.
func (f *foot) more(p control.Phrase) {
	f.sought = p.Group
	f.other.hide(p.Group == "")
}

// takeBack gives the fields above the values that they are compared with.
func (f *foot) takeBack() {
	base := f.ui.shown.Base()
	for _, key := range f.keys {
		f.ui.send(app.FieldStaged{Key: key, Text: form.FieldOf(base, key).Get(&base)})
	}
}

func (f *foot) render(m app.Model, fields []*field) {
	base, next := m.Base(), m.Next()
	live, differs, waits := true, false, false
	f.keys = nil
	for _, x := range fields {
		f.keys = append(f.keys, x.control.Key)
		live = live && x.control.Live
		differs = differs || x.control.Get(&base) != x.control.Get(&next)
		_, staged := m.Staged[x.control.Key]
		waits = waits || staged
	}
	f.says.write(restartText(live, waits))
	f.says.set("title", capital(control.CostText(next.Cost()))+".")
	f.says.set("data-live", map[bool]string{true: "true", false: "false"}[live])
	f.undo.put("disabled", !differs)
	f.apply.hide(live)
	f.apply.put("disabled", !waits)
}
