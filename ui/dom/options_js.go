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

// offering is a widget of choices of which some cannot be taken.
type offering interface {
	// offer asks of each choice why it is refused, which is empty where it is not.
	offer(refused func(key string) string)
}

func (o *options) offer(refused func(string) string) {
	for i, b := range o.buttons {
		why := refused(o.keys[i])
		b.set("aria-disabled", strconv.FormatBool(why != ""))
		b.set("title", why)
	}
}

// inputs are the group alone: its buttons say what they are.
func (o *options) inputs() []*element { return []*element{o.group} }
