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
	change := func(text string) { ui.send(app.FieldChanged{Key: c.Key, Text: text}) }
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
	if f.control.Widget == control.Stack {
		tag, to = "span", attr{"class", "caption"}
	}
	label := ui.makeText(f.head, tag, f.control.Label, attr{"id", f.id + "-label"}, to)
	if f.control.Symbol != "" {
		label.Call("append", " ")
		ui.makeText(label, "i", f.control.Symbol, attr{"class", "symbol"})
	}
	if f.control.Doc == "" {
		f.about = ui.make(nil, "p", attr{"hidden", ""})
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
	f.box.hide(!f.control.Used(&m.Spec))
	draft, bad := m.Drafts[f.control.Key]
	f.widget.show(m.Text(f.control.Field))
	f.about.write(f.explanation(m))
	f.describe(draft.Error)
	f.problem.write(draft.Error)
	f.problem.hide(!bad)
}

// explanation is what the field means, and what its present choice means.
func (f *field) explanation(m app.Model) string {
	text := f.control.Doc
	if f.control.Widget == control.Menu {
		if doc := f.control.OptionDoc(f.control.Get(&m.Spec)); doc != "" {
			text += " " + f.control.OptionLabel(f.control.Get(&m.Spec)) + ": " + doc
		}
	}
	return text
}
