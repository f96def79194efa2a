//go:build js && wasm

package dom

import (
	"strconv"
	"syscall/js"

	"ganvas/ui/app"
	"ganvas/ui/control"
)

// until is the field that says how far to train, and the switch of the axes of time.
type until struct {
	ui            *UI
	typed, linear *element
}

func newUntil(ui *UI) *until {
	u := &until{ui: ui}
	form := ui.make(ui.find("until"), "form", attr{"class", "goto"})
	ui.makeText(form, "label", "Run until", attr{"for", "goto"})
	u.typed = ui.make(form, "input", attr{"type", "text"}, attr{"id", "goto"}, attr{"autocomplete", "off"}, attr{"spellcheck", "false"},
		attr{"placeholder", "3000, modes = 8"}, attr{"title", "A step, or a measure and its value: 3000, modes = 8, js < 2 floor, high_quality > 90 %. To a step that has passed the run goes back."})
	form.on("submit", func(e js.Value) {
		e.Call("preventDefault")
		u.ask()
	})
	u.linear = ui.makeText(ui.find("until"), "button", "linear time", attr{"type", "button"}, attr{"class", "quiet-button"}, attr{"id", "do-linear"},
		attr{"title", "Linear time, in place of its square root, which gives the first tenth of a run a third of the axis."})
	u.linear.click(func() {
		o := ui.shown.Curves
		o.Linear = !o.Linear
		ui.send(app.CurvesTurned{ChartOptions: o})
	})
	return u
}

// ask sends what was typed. It stays where it can be read, but what was understood as a step is done with.
func (u *until) ask() {
	goal, err := app.ParseUntil(u.typed.value(), control.Measured)
	if err != nil {
		u.typed.set("aria-invalid", "true")
		u.ui.send(app.UntilUnread{Reason: err.Error()})
		return
	}
	u.typed.unset("aria-invalid")
	if len(goal.Goal.Conditions) == 0 {
		u.typed.Value.Set("value", "")
	}
	u.ui.send(app.UntilWanted{Until: goal})
}

func (u *until) render(m app.Model) {
	u.linear.set("aria-pressed", strconv.FormatBool(m.Curves.Linear))
}
