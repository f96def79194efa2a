//go:build js && wasm

package dom

import (
	"strconv"
	"syscall/js"

	"ganvas/core/experiment"
	"ganvas/ui/app"
	"ganvas/ui/control"
)

// stack is a list of hidden layers: one row of controls a layer, what each gives and takes, and, where shapes do not flow, what mends that.
type stack struct {
	ui     *UI
	field  *field
	change func(string)
	group  *element
	list   *element
	add    *element
	mends  *element
	rows   []*layerRow
	layers experiment.Layers
	shape  []int // of the data
	plan   control.Plan
	begun  bool
}

// planned is a widget that shows more than its text.
type planned interface{ render(app.Model) }

func (ui *UI) makeStack(f *field, change func(string)) widget {
	s := &stack{ui: ui, field: f, change: change}
	s.group = ui.make(f.box, "div", attr{"class", "widget stack"}, attr{"role", "group"}, attr{"aria-labelledby", f.id + "-label"})
	s.list = ui.make(s.group, "ol")
	s.mends = ui.make(s.group, "div", attr{"class", "mends"}, attr{"role", "group"}, attr{"aria-label", "What would mend it"})
	s.add = ui.makeText(s.group, "button", "Add a layer", attr{"type", "button"}, attr{"class", "button small"}, attr{"id", f.id})
	s.add.click(func() {
		s.give(control.Grown(s.layers))
		if n := len(s.rows); n > 0 {
			s.rows[n-1].first().Call("focus")
		}
	})
	return s
}

func (s *stack) give(l experiment.Layers) { s.change(l.String()) }

func (s *stack) inputs() []*element {
	out := []*element{s.group}
	for _, r := range s.rows {
		out = append(out, r.first())
	}
	return out
}

// show takes the list's text. The editor makes none that is no list; of one that came otherwise the last good list stays.
func (s *stack) show(text string) {
	if l, err := experiment.ParseLayers(text); err == nil {
		s.layers = l
	}
	n := s.layers.Len()
	for len(s.rows) < n {
		s.rows = append(s.rows, s.makeRow(len(s.rows)))
	}
	for len(s.rows) > n {
		last := len(s.rows) - 1
		s.rows[last].box.Call("remove")
		s.rows = s.rows[:last]
	}
	for i, r := range s.rows {
		r.show(s.layers.At(i))
	}
	s.add.put("disabled", n >= experiment.MaxLayers)
}

// render shows what the layers make of the data.
func (s *stack) render(m app.Model) {
	next := m.Next()
	shape, classes := m.DataShape(next)
	if s.shape == nil || len(s.shape) != len(shape) {
		s.shape = shape
		for i, r := range s.rows {
			r.kindOf = ""
			r.show(s.layers.At(i))
		}
	}
	s.plan = control.PlanOf(next, s.field.control.Key, s.layers, shape, classes)
	for i, r := range s.rows {
		text := ""
		if i < len(s.plan.Sizes) {
			text = s.plan.Sizes[i]
		}
		if i == s.plan.Stuck {
			text = "▲ " + s.plan.Why
			r.box.set("data-stuck", "true")
		} else {
			r.box.unset("data-stuck")
		}
		r.size.write(text)
	}
	s.showMends()
}

// showMends offers what would let shapes flow.
func (s *stack) showMends() {
	s.mends.hide(len(s.plan.Mends) == 0)
	key := ""
	for _, x := range s.plan.Mends {
		key += x.Text + x.Layers.String()
	}
	if s.mends.attrs["data-for"] == key {
		return
	}
	s.mends.set("data-for", key)
	s.mends.Call("replaceChildren")
	for i, x := range s.plan.Mends {
		b := s.ui.makeText(s.mends, "button", "Mend: "+x.Text, attr{"type", "button"}, attr{"id", s.field.id + "-mend-" + strconv.Itoa(i+1)}, attr{"class", "button small"})
		b.click(func() {
			s.give(x.Layers)
			s.add.Call("focus")
		})
	}
}

// act does something with row i, and leaves the keyboard at the row where it went.
func (s *stack) act(to int, where string, l experiment.Layers) {
	s.give(l)
	if to >= 0 && to < len(s.rows) {
		s.rows[to].tools[where].Call("focus")
	} else {
		s.add.Call("focus")
	}
}

// keyed moves a row by Alt and an arrow.
func (s *stack) keyed(i int, e js.Value) {
	by := map[string]int{"ArrowUp": -1, "ArrowDown": 1}[e.Get("key").String()]
	if by == 0 || !e.Get("altKey").Bool() {
		return
	}
	e.Call("preventDefault")
	if to := i + by; to >= 0 && to < len(s.rows) {
		s.give(control.Moved(s.layers, i, by))
		s.rows[to].first().Call("focus")
	}
}

func layerName(i int) string { return "layer " + strconv.Itoa(i+1) }
