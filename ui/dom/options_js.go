//go:build js && wasm

package dom

import "strconv"

// options is one of several choices, each a button: all can be seen, and one press takes one.
type options struct {
	group   *element
	keys    []string
	buttons []*element
}

func (ui *UI) makeOptions(f *field, change func(string)) widget {
	o := &options{group: ui.make(f.box, "div", attr{"class", "options"}, attr{"role", "group"}, attr{"id", f.id}, attr{"aria-labelledby", f.id + "-label"})}
	for _, c := range f.control.Choices {
		b := ui.makeText(o.group, "button", f.control.OptionLabel(c.Key), attr{"type", "button"}, attr{"class", "option"}, attr{"id", f.id + "-" + c.Key})
		b.click(func() { change(c.Key) })
		o.keys, o.buttons = append(o.keys, c.Key), append(o.buttons, b)
	}
	return o
}

func (o *options) show(text string) {
	for i, b := range o.buttons {
		b.set("aria-pressed", strconv.FormatBool(o.keys[i] == text))
	}
}

// inputs are the group alone: its buttons say what they are.
func (o *options) inputs() []*element { return []*element{o.group} }
