//go:build js && wasm

package dom

import (
	"strconv"
	"syscall/js"

	"ganvas/core/experiment"
	"ganvas/ui/control"
)

// stack is a list of hidden layers: one row of controls a layer, and a button that adds one.
type stack struct {
	ui     *UI
	field  *field
	change func(string)
	group  *element
	list   *element
	add    *element
	rows   []*layerRow
	shown  []control.Row
}

type layerRow struct {
	box    *element
	width  *element
	act    *element
	remove *element
	dirty  bool
}

func (ui *UI) makeStack(f *field, change func(string)) widget {
	s := &stack{ui: ui, field: f, change: change}
	s.group = ui.make(f.box, "div", attr{"class", "widget stack"}, attr{"role", "group"}, attr{"aria-labelledby", f.id + "-label"})
	s.list = ui.make(s.group, "ol")
	s.add = ui.makeText(s.group, "button", "Add a layer", attr{"type", "button"}, attr{"class", "button small"}, attr{"id", f.id})
	s.add.click(func() {
		change(control.Join(control.Grown(s.shown)))
		if n := len(s.rows); n > 0 {
			s.rows[n-1].width.Call("focus")
		}
	})
	return s
}

func (s *stack) inputs() []*element {
	out := []*element{s.group}
	for _, r := range s.rows {
		out = append(out, r.width)
	}
	return out
}

func (s *stack) show(text string) {
	s.shown = control.Rows(text)
	for len(s.rows) < len(s.shown) {
		s.rows = append(s.rows, s.makeRow(len(s.rows)))
	}
	for len(s.rows) > len(s.shown) {
		last := len(s.rows) - 1
		s.rows[last].box.Call("remove")
		s.rows = s.rows[:last]
	}
	for i, r := range s.rows {
		if !r.dirty {
			r.width.hold(s.shown[i].Width)
		}
		r.act.hold(s.shown[i].Activation)
	}
	s.add.put("disabled", len(s.shown) >= experiment.MaxLayers)
}

func (s *stack) makeRow(i int) *layerRow {
	name := "Layer " + strconv.Itoa(i+1)
	r := &layerRow{box: s.ui.make(s.list, "li")}
	r.width = s.ui.make(r.box, "input", attr{"type", "number"}, attr{"min", "1"}, attr{"max", strconv.Itoa(experiment.MaxWidth)},
		attr{"step", "1"}, attr{"inputmode", "numeric"}, attr{"aria-label", name + ": neurons"}, attr{"autocomplete", "off"})
	r.act = s.ui.make(r.box, "select", attr{"aria-label", name + ": activation"})
	s.ui.makeText(r.act, "option", "φ as below", attr{"value", ""})
	for _, o := range s.field.control.Choices {
		s.ui.makeText(r.act, "option", s.field.control.OptionLabel(o.Key), attr{"value", o.Key})
	}
	r.remove = s.ui.makeText(r.box, "button", "×", attr{"type", "button"}, attr{"class", "shut"}, attr{"aria-label", "Remove layer " + strconv.Itoa(i+1)})
	r.width.on("input", func(js.Value) { r.dirty = true })
	r.width.on("change", func(js.Value) { s.edit(i) })
	r.act.on("change", func(js.Value) { s.edit(i) })
	r.remove.click(func() { s.drop(i) })
	return r
}

// edit takes row i as it stands.
func (s *stack) edit(i int) {
	r := s.rows[i]
	r.dirty = false
	s.change(control.Join(control.With(s.shown, i, control.Row{Width: r.width.value(), Activation: r.act.value()})))
}

// drop removes row i and leaves the focus beside it.
func (s *stack) drop(i int) {
	s.change(control.Join(control.Without(s.shown, i)))
	if i < len(s.rows) {
		s.rows[i].remove.Call("focus")
	} else {
		s.add.Call("focus")
	}
}
