//go:build js && wasm

package dom

import (
	"strconv"
	"syscall/js"

	"ganvas/ui/app"
	"ganvas/ui/control"
)

// button is a mounted action.
type button struct {
	action control.Action
	*element
	icon  icon
	label *element
}

// makeButton mounts an action; its accessible name is what it does, and begins with what stands on it.
func (ui *UI) makeButton(parent *element, a control.Action) *button {
	b := &button{action: a}
	b.element = ui.make(parent, "button", attr{"type", "button"}, attr{"id", "do-" + a.Key}, attr{"class", "button"})
	title := a.Doc
	if a.Shortcut != "" && ui.lab == nil {
		b.set("aria-keyshortcuts", map[bool]string{true: "Space", false: a.Shortcut}[a.Shortcut == " "])
		title += " Key: " + control.KeyName(a.Shortcut)
	}
	b.set("title", title)
	if _, ok := icons[a.Key]; ok {
		b.icon = ui.makeIcon(b.element, a.Key)
	}
	b.label = ui.makeText(b.element, "span", a.Label, attr{"class", "button-label"})
	b.click(func() { ui.act(a) })
	return b
}

// act does what pressing an action does.
func (ui *UI) act(a control.Action) {
	switch a.Key {
	case control.NewSeed:
		ui.send(app.SeedDrawn{Seed: ui.drawSeed()})
	case control.Print:
		ui.window.Call("print")
	default:
		ui.send(a.Msg)
	}
}

// drawSeed draws a seed that is short enough to read aloud.
func (ui *UI) drawSeed() uint32 {
	return uint32(1 + ui.window.Get("Math").Call("random").Float()*99998)
}

// transport is what starts, stops and paces training.
type transport struct {
	buttons []*button
	speed   *element
}

func newTransport(ui *UI) *transport {
	t := &transport{}
	place := ui.find("transport")
	speed := ui.speedPlace(place)
	steps := (*element)(nil)
	for _, a := range control.Actions {
		if a.Place != control.Transport || ui.lab != nil && (a.Key == "backward" || a.Key == "stepping") { // a lab has no timeline, and no room
			continue
		}
		parent := place
		if a.Key == "step" {
			steps = ui.make(place, "div", attr{"class", "joined"}, attr{"role", "group"}, attr{"aria-label", "Step"})
		}
		if a.Key == "step" || a.Key == "step-d" || a.Key == "step-g" || a.Key == "stepping" {
			parent = steps
		}
		t.buttons = append(t.buttons, ui.makeButton(parent, a))
	}
	t.mountSpeed(ui, speed)
	return t
}

// speedPlace is where the speed stands: with the numbers below the buttons or, in a lab, after them.
func (ui *UI) speedPlace(transport *element) *element {
	if ui.lab != nil {
		return transport
	}
	return ui.find("status")
}

func (t *transport) mountSpeed(ui *UI, place *element) {
	box := ui.make(place, "div", attr{"class", "speed"})
	ui.makeText(box, "label", "Speed", attr{"for", "speed"})
	t.speed = ui.make(box, "select", attr{"id", "speed"})
	for i, rate := range app.Speeds {
		ui.makeText(t.speed, "option", app.SpeedShort(rate), attr{"value", strconv.Itoa(i)})
	}
	t.speed.on("change", func(js.Value) {
		if i, err := strconv.Atoi(t.speed.value()); err == nil {
			ui.send(app.SpeedChosen{Index: i})
		}
	})
}

func (t *transport) render(m app.Model) {
	for _, b := range t.buttons {
		switch b.action.Key {
		case "play":
			b.showPlay(m)
		case "backward":
			b.set("aria-pressed", strconv.FormatBool(m.Rewinding()))
			b.put("disabled", !m.Ready || m.Lost || m.Step() == 0)
		case "reset":
			b.put("disabled", !m.Ready)
		case "step-d", "step-g":
			b.hide(m.Spec.Rival != nil) // it has no players
			b.put("disabled", !m.Ready || m.Fault != "")
		case "stepping":
			b.hide(m.Spec.Rival != nil)
			b.put("disabled", !m.Ready || m.Lost)
			b.set("aria-pressed", strconv.FormatBool(m.Stepping.On))
		default:
			b.put("disabled", !m.Ready || m.Fault != "")
		}
	}
	t.speed.hold(strconv.Itoa(m.Speed))
}

// showPlay says what the next press does.
func (b *button) showPlay(m app.Model) {
	label, name := "Train", "play"
	if m.Playing {
		label, name = "Pause", "pause"
	}
	b.label.write(label)
	b.icon.show(name)
	b.set("class", "button main")
	b.put("disabled", m.Fault != "")
}
