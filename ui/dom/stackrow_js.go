//go:build js && wasm

package dom

import (
	"strconv"
	"syscall/js"

	"ganvas/core/experiment"
	"ganvas/ui/control"
)

// layerRow is the controls of one layer.
type layerRow struct {
	stack   *stack
	i       int
	box     *element
	kind    *element
	numbers *element
	fields  []*typed // one for each number of the kind
	act     *element
	size    *element
	checker *element
	tools   map[string]*element
	kindOf  string // the kind whose numbers there are
}

func (s *stack) makeRow(i int) *layerRow {
	ui := s.ui
	r := &layerRow{stack: s, i: i, box: ui.make(s.list, "li"), tools: map[string]*element{}}
	r.box.on("keydown", func(e js.Value) { s.keyed(i, e) })
	r.kind = ui.make(r.box, "select", attr{"class", "kind"}, attr{"aria-label", "Kind of " + layerName(i)})
	r.kind.on("change", func(js.Value) {
		if k, ok := experiment.FindLayerKind(r.kind.value()); ok {
			s.give(s.layers.With(i, control.OfKind(s.layers.At(i), k)))
		}
	})
	r.numbers = ui.make(r.box, "span", attr{"class", "layer-numbers"})
	r.act = ui.make(r.box, "select", attr{"aria-label", "Activation of " + layerName(i)})
	ui.makeText(r.act, "option", "φ as below", attr{"value", ""})
	for _, o := range s.field.control.Choices {
		ui.makeText(r.act, "option", s.field.control.OptionLabel(o.Key), attr{"value", o.Key})
	}
	r.act.on("change", func(js.Value) {
		l := s.layers.At(i)
		l.Activation = r.act.value()
		s.give(s.layers.With(i, l))
	})
	r.size = ui.make(r.box, "span", attr{"class", "layer-size"})
	r.checker = ui.make(r.box, "p", attr{"class", "checker"})
	r.mountTools()
	return r
}

// mountTools mounts the buttons that change the list.
func (r *layerRow) mountTools() {
	s, i := r.stack, r.i
	box := s.ui.make(r.box, "span", attr{"class", "layer-tools"})
	tool := func(key, sign, what string, press func()) {
		b := s.ui.makeText(box, "button", sign, attr{"type", "button"}, attr{"id", s.field.id + "-" + key + "-" + strconv.Itoa(i+1)}, attr{"aria-label", what + " " + layerName(i)}, attr{"title", what})
		b.click(press)
		r.tools[key] = b
	}
	full := func() bool { return s.layers.Len() >= experiment.MaxLayers }
	tool("up", "↑", "Move up", func() { s.act(max(0, i-1), "up", control.Moved(s.layers, i, -1)) })
	tool("down", "↓", "Move down", func() { s.act(min(len(s.rows)-1, i+1), "down", control.Moved(s.layers, i, 1)) })
	tool("insert", "+", "Insert a layer before", func() {
		if !full() {
			s.act(i, "insert", s.layers.Insert(i, experiment.Layer{Width: 16}))
		}
	})
	tool("copy", "2×", "Duplicate", func() {
		if !full() {
			s.act(i+1, "copy", s.layers.Insert(i, s.layers.At(i)))
		}
	})
	tool("remove", "×", "Remove", func() { s.act(min(i, s.layers.Len()-2), "remove", s.layers.Without(i)) })
}

// first is what the keyboard comes to first: a layer's first number, or its kind.
func (r *layerRow) first() *element {
	if len(r.fields) > 0 {
		return r.fields[0].element
	}
	return r.kind
}

// show puts a layer into the row.
func (r *layerRow) show(l experiment.Layer) {
	k, _ := experiment.KindOf(l)
	if r.kindOf != k.Key {
		r.kindOf = k.Key
		r.mountKinds(l)
		r.mountNumbers(k)
	}
	r.kind.hold(k.Key)
	for j, n := range k.Numbers {
		r.fields[j].show(strconv.Itoa(n.Of(l)))
	}
	r.act.hide(!k.Activated)
	r.act.hold(l.Activation)
	c, uneven := control.CheckerOf(l)
	if r.checker.hide(!uneven); uneven {
		r.checker.Value.Set("innerHTML", c.SVG())
		r.checker.Call("append", c.Text())
	}
}

func (r *layerRow) mountKinds(l experiment.Layer) {
	r.kind.Call("replaceChildren")
	for _, k := range control.Kinds(r.stack.shape, l) {
		r.stack.ui.makeText(r.kind, "option", k.Label, attr{"value", k.Key})
	}
}

// mountNumbers mounts the inputs of a kind. What is no number is put back; what is out of range is taken to its bound.
func (r *layerRow) mountNumbers(k experiment.LayerKind) {
	s, i := r.stack, r.i
	r.numbers.Call("replaceChildren")
	r.fields = nil
	for _, n := range k.Numbers {
		label := s.ui.makeText(r.numbers, "label", n.Label+" ")
		var e *typed
		e = s.ui.makeTyped(label, func(text string) {
			v, err := strconv.Atoi(text)
			if err != nil {
				e.Value.Set("value", n.Of(s.layers.At(i)))
				return
			}
			v = max(n.Min, min(v, n.Max))
			e.Value.Set("value", v)
			s.give(s.layers.With(i, n.In(s.layers.At(i), v)))
		}, attr{"type", "number"}, attr{"min", strconv.Itoa(n.Min)}, attr{"max", strconv.Itoa(n.Max)}, attr{"step", "1"},
			attr{"inputmode", "numeric"}, attr{"autocomplete", "off"}, attr{"aria-label", n.Label + " of " + layerName(i)})
		if n.Max > 999 {
			e.set("data-wide", "")
		}
		r.fields = append(r.fields, e)
	}
}
