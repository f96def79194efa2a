//go:build js && wasm

package dom

import "strconv"

// options is one of several choices, each a button: all can be seen, and one press takes one.
type options struct {
	group   *element
	keys    []string
	labels  []string // what a button's title says that is not refused, or empty
	buttons []*element
}

func (ui *UI) makeOptions(f *field, change func(string)) widget {
	o := &options{group: ui.make(f.box, "div", attr{"class", "options"}, attr{"role", "group"}, attr{"id", f.id}, attr{"aria-labelledby", f.id + "-label"})}
	pictured := f.control.Pictured()
	if pictured {
		o.group.set("data-pictured", "")
	}
	for _, c := range f.control.Choices {
		label := f.control.OptionLabel(c.Key)
		b := ui.make(o.group, "button", attr{"type", "button"}, attr{"class", "option"}, attr{"id", f.id + "-" + c.Key})
		if pictured {
			svg, name := f.control.Picture(c.Key)
			ui.make(b, "span", attr{"aria-hidden", "true"}).Set("innerHTML", svg)
			ui.makeText(b, "span", name)
		} else {
			b.write(label)
		}
		b.click(func() { change(c.Key) })
		if !pictured {
			label = ""
		}
		b.set("title", label)
		o.keys, o.labels, o.buttons = append(o.keys, c.Key), append(o.labels, label), append(o.buttons, b)
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
		if why == "" {
			why = o.labels[i]
		}
		b.set("title", why)
	}
}

// inputs are the group alone: its buttons say what they are.
func (o *options) inputs() []*element { return []*element{o.group} }
