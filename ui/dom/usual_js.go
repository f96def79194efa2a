//go:build js && wasm

package dom

import (
	"ganvas/core/experiment"
	"ganvas/ui/app"
	"ganvas/ui/control"
)

// usual is what the fields are where nobody has touched them, which depends on the data.
type usual struct{ spec experiment.Spec }

func (u *usual) of(data string) *experiment.Spec {
	if u.spec.Data != data {
		u.spec = experiment.DefaultFor(data)
	}
	return &u.spec
}

// back is a button that gives a field its usual value back: it is there while the field has another, and so marks it.
type back struct {
	button *element
	to     string
}

// render makes the button when it is first needed: most fields never do.
func (b *back) render(ui *UI, head *element, c control.Control, now, usual *experiment.Spec) {
	if ui.lab != nil { // its author has chosen what is usual there
		return
	}
	b.to = c.Get(usual)
	differs := c.Get(now) != b.to
	if b.button == nil {
		if !differs {
			return
		}
		b.button = ui.make(head, "button", attr{"type", "button"}, attr{"class", "ask back"})
		ui.makeIcon(b.button, "reset")
		b.button.click(func() { ui.send(app.FieldChanged{Key: c.Key, Text: b.to}) })
	}
	b.button.hide(!differs)
	if differs {
		says := "Back to " + c.OptionLabel(b.to)
		b.button.set("title", says)
		b.button.set("aria-label", says+": "+c.Label)
	}
}
