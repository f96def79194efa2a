//go:build js && wasm

package dom

import (
	"ganvas/core/experiment"
	"ganvas/ui/app"
)

// back is a button that gives a field the value that it is compared with: it is there while the field has another, and so marks it.
type back struct {
	button *element
	to     string
}

// render makes the button when it is first needed: most fields never do.
func (b *back) render(ui *UI, f *field, now, base *experiment.Spec) {
	c := f.control
	b.to = c.Get(base)
	differs := c.Get(now) != b.to
	if b.button == nil {
		if !differs {
			return
		}
		b.button = ui.make(f.head, "button", attr{"type", "button"}, attr{"class", "back"})
		b.button.click(func() { ui.send(app.FieldStaged{Key: c.Key, Text: b.to}) })
	}
	b.button.hide(!differs)
	if differs {
		to := c.OptionLabel(b.to)
		if to == "" {
			to = "none"
		}
		b.button.write("Back to " + to)
		b.button.set("aria-label", "Back to "+to+": "+c.Label)
	}
}
