//go:build js && wasm

package dom

import (
	"strconv"
	"syscall/js"

	"ganvas/core/experiment"
	"ganvas/ui/control"
)

// typed is an input that is typed into: what is being typed is the reader's until it is done.
type typed struct {
	*element
	dirty bool
}

// makeNumber mounts an input for a field's number. Decimals are typed as text: a browser's number input drops what it cannot read, and
// with it what the reader wrote.
func (ui *UI) makeNumber(parent *element, f *field, change func(string)) *typed {
	attrs := []attr{{"id", f.id}, {"autocomplete", "off"}, {"spellcheck", "false"}}
	if f.control.Kind == experiment.Integer {
		attrs = append(attrs, attr{"type", "number"}, attr{"step", "1"}, attr{"inputmode", "numeric"},
			attr{"min", control.Text(f.control.Min)}, attr{"max", control.Text(f.control.Max)})
	} else {
		attrs = append(attrs, attr{"type", "text"}, attr{"inputmode", "decimal"})
	}
	return ui.makeTyped(parent, change, attrs...)
}

// makeTyped mounts an input; change hears what has been typed when it is done.
func (ui *UI) makeTyped(parent *element, change func(string), attrs ...attr) *typed {
	t := &typed{element: ui.make(parent, "input", attrs...)}
	t.on("input", func(js.Value) { t.dirty = true })
	t.on("change", func(js.Value) {
		t.dirty = false
		change(t.value())
	})
	return t
}

func (t *typed) show(text string) {
	if !t.dirty {
		t.hold(text)
	}
}

// box is a number to type.
type box struct{ *typed }

func (ui *UI) makeBox(f *field, change func(string)) widget {
	return box{ui.makeNumber(ui.make(f.box, "div", attr{"class", "widget"}), f, change)}
}

func (b box) inputs() []*element { return []*element{b.element} }

// slider is a number to drag, with a box to type it.
type slider struct {
	*typed
	rail  *element
	scale control.Scale
}

func (ui *UI) makeSlider(f *field, change func(string)) widget {
	place := ui.make(f.box, "div", attr{"class", "widget with-slider"})
	s := &slider{scale: f.control.Scale()}
	track := ui.make(place, "div", attr{"class", "track"})
	ui.markTrack(track, f.control, s.scale)
	ui.makeText(track, "label", f.control.Label+", as a slider", attr{"class", "unseen"}, attr{"for", f.id + "-rail"})
	s.rail = ui.make(track, "input", attr{"type", "range"}, attr{"id", f.id + "-rail"}, attr{"min", "0"}, attr{"max", strconv.Itoa(control.Notches)}, attr{"step", "1"})
	s.typed = ui.makeNumber(place, f, change)
	event := "change"
	if f.control.Live {
		event = "input"
	}
	s.rail.on(event, func(js.Value) {
		if i, err := strconv.Atoi(s.rail.value()); err == nil {
			s.dirty = false
			change(control.Text(s.scale.At(i)))
		}
	})
	return s
}

// markTrack marks the usual values on a slider's track, and some round ones below it.
func (ui *UI) markTrack(track *element, c control.Control, scale control.Scale) {
	place := func(class string, x float64) *element {
		e := ui.make(track, "span", attr{"class", class}, attr{"aria-hidden", "true"})
		e.style("left", percent(scale.Notch(x)))
		return e
	}
	if n := c.Note(); n.Usual != [2]float64{} {
		place("usual", n.Usual[0]).style("width", percent(scale.Notch(n.Usual[1])-scale.Notch(n.Usual[0])))
	}
	for _, x := range control.Ticks(c) {
		place("tick", x).write(control.Text(x))
	}
}

// percent is a slider's position for a style.
func percent(notch int) string { return strconv.Itoa(100*notch/control.Notches) + "%" }

func (s *slider) inputs() []*element { return []*element{s.element, s.rail} }

func (s *slider) show(text string) {
	s.typed.show(text)
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return
	}
	// The rail stays where the hand is while that position means this value.
	if i, err := strconv.Atoi(s.rail.value()); err != nil || s.scale.At(i) != x {
		s.rail.hold(strconv.Itoa(s.scale.Notch(x)))
	}
	s.rail.set("aria-valuetext", text)
}

// menu is one of several choices.
type menu struct {
	*element
	choices map[string]*element
}

func (ui *UI) makeMenu(f *field, change func(string)) widget {
	place := ui.make(f.box, "div", attr{"class", "widget"})
	m := menu{ui.make(place, "select", attr{"id", f.id}), map[string]*element{}}
	for _, o := range f.control.Choices {
		m.choices[o.Key] = ui.makeText(m.element, "option", f.control.OptionLabel(o.Key), attr{"value", o.Key})
	}
	m.on("change", func(js.Value) { change(m.value()) })
	return m
}

func (m menu) show(text string) { m.hold(text) }
func (m menu) offer(refused func(string) string) {
	for key, choice := range m.choices {
		choice.put("disabled", refused(key) != "")
	}
}

func (m menu) inputs() []*element { return []*element{m.element} }

// toggle is on or off.
type toggle struct{ *element }

func (ui *UI) makeSwitch(f *field, change func(string)) widget {
	place := ui.make(f.box, "div", attr{"class", "widget"})
	t := toggle{ui.make(place, "input", attr{"type", "checkbox"}, attr{"id", f.id})}
	t.on("change", func(js.Value) {
		if t.Get("checked").Bool() {
			change("on")
		} else {
			change("off")
		}
	})
	return t
}

func (t toggle) show(text string)   { t.Value.Set("checked", text == "on") }
func (t toggle) inputs() []*element { return []*element{t.element} }
