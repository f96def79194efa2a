//go:build js && wasm

package dom

import (
	"strings"

	"ganvas/ui/app"
	"ganvas/ui/control"
)

// widget is the part of a field that holds its value.
type widget interface {
	// show puts the field's text there.
	show(text string)
	// inputs are its native controls, the one that the label names first.
	inputs() []*element
}

// field is a mounted control: label, widget, explanation and, where the text is not good, the error beside it.
type field struct {
	control control.Control
	box     *element
	head    *element
	back    back
	widget  widget
	about   *element
	problem *element
	id      string
}

// fieldOf is the control of a field, which is made once and put where it is wanted.
func (ui *UI) fieldOf(c control.Control) *field {
	f, ok := ui.fields[c.Key]
	if !ok || f.control.Field != c.Field { // another family has a field of the same key
		f = ui.makeField(nil, c)
		ui.fields[c.Key] = f
	}
	return f
}

// makeField mounts a control of an experiment's field.
func (ui *UI) makeField(parent *element, c control.Control) *field {
	f := &field{control: c, id: "f-" + strings.ReplaceAll(c.Key, ".", "-")}
	tag := "div"
	if ui.locks(c.Field) {
		tag = "fieldset" // disabled, it disables all that it holds
	}
	f.box = ui.make(parent, tag, attr{"class", "field"}, attr{"data-field", c.Key})
	if ui.locks(c.Field) {
		f.box.put("disabled", true)
	}
	f.mountLabel(ui)
	change := func(text string) { ui.send(app.FieldStaged{Key: c.Key, Text: text}) }
	if ui.lab != nil {
		change = func(text string) { ui.send(app.FieldChanged{Key: c.Key, Text: text}) }
	}
	f.widget = f.makeWidget(ui, change)
	f.box.Call("append", f.about.Value)
	f.problem = ui.make(f.box, "p", attr{"class", "problem"}, attr{"id", f.id + "-problem"})
	f.problem.hide(true)
	f.describe("")
	return f
}

// mountLabel mounts the label, its symbol, and a button that opens the explanation. A stack of layers is a group with many inputs, so
// that its label is a caption.
func (f *field) mountLabel(ui *UI) {
	f.head = ui.make(f.box, "div", attr{"class", "field-head"})
	tag, to := "label", attr{"for", f.id}
	if f.control.Widget == control.Stack || f.control.Widget == control.Menu && ui.lab == nil {
		tag, to = "span", attr{"class", "caption"}
	}
	label := ui.makeText(f.head, tag, f.control.Label, attr{"id", f.id + "-label"}, to)
	if letter, index := f.control.Symbolic(); letter != "" {
		label.Call("append", " ")
		symbol := ui.makeText(label, "i", letter, attr{"class", "symbol"})
		if index != "" {
			ui.makeText(symbol, "sub", index)
		}
	}
	if f.control.Doc == "" {
		f.about = ui.make(nil, "p", attr{"hidden", ""})
		return
	}
	if ui.lab == nil { // there is room for it
		f.about = ui.makeText(nil, "p", f.control.Doc, attr{"class", "about"}, attr{"id", f.id + "-about"})
		return
	}
	ask := ui.makeText(f.head, "button", "?", attr{"type", "button"}, attr{"class", "ask"},
		attr{"aria-label", "About " + f.control.Label}, attr{"aria-expanded", "false"}, attr{"aria-controls", f.id + "-about"})
	f.about = ui.makeText(nil, "p", f.control.Doc, attr{"class", "about"}, attr{"id", f.id + "-about"})
	f.about.hide(true)
	open := false
	ask.click(func() {
		open = !open
		f.about.hide(!open)
		if open {
			ask.set("aria-expanded", "true")
		} else {
			ask.set("aria-expanded", "false")
		}
	})
}

func (f *field) makeWidget(ui *UI, change func(string)) widget {
	switch f.control.Widget {
	case control.Menu:
		if ui.lab == nil {
			return ui.makeOptions(f, change)
		}
		return ui.makeMenu(f, change)
	case control.Stack:
		return ui.makeStack(f, change)
	case control.Slider:
		return ui.makeSlider(f, change)
	case control.Switch:
		return ui.makeSwitch(f, change)
	}
	return ui.makeBox(f, change)
}

// describe ties the inputs to the explanation and, where there is one, to what is wrong.
func (f *field) describe(problem string) {
	ids := ""
	if f.control.Doc != "" {
		ids = f.id + "-about"
	}
	if problem != "" {
		ids = f.id + "-problem " + ids
	}
	for _, e := range f.widget.inputs() {
		if ids != "" {
			e.set("aria-describedby", strings.TrimSpace(ids))
		}
		if problem != "" {
			e.set("aria-invalid", "true")
		} else if _, marked := e.attrs["aria-invalid"]; marked {
			e.unset("aria-invalid")
		}
	}
}

func (f *field) render(m app.Model) {
	next := m.Next()
	f.box.hide(!f.control.Used(&next))
	draft, bad := m.Drafts[f.control.Key]
	f.widget.show(m.Text(f.control.Field))
	if w, ok := f.widget.(offering); ok {
		w.offer(func(text string) string { return m.Refuses(f.control.Field, text) })
	}
	if w, ok := f.widget.(planned); ok {
		w.render(m)
	}
	f.about.write(f.explanation(m))
	f.describe(draft.Error)
	f.problem.write(draft.Error)
	f.problem.hide(!bad)
}

// explanation is what the field means, and what its present choice means.
func (f *field) explanation(m app.Model) string {
	text := f.control.Doc
	if f.control.Widget == control.Menu {
		now := m.Text(f.control.Field)
		if doc := f.control.OptionDoc(now); doc != "" {
			text += " " + f.control.OptionLabel(now) + ": " + doc
		}
	}
	if units := control.InUnits(m.Snapshot, f.control.Key, f.control.Number(&m.Spec)); units != "" {
		text += " " + units
	}
	return text
}
