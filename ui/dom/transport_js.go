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
	if a.Shortcut != "" {
		b.set("aria-keyshortcuts", control.KeyName(a.Shortcut))
	}
	b.set("title", a.Doc)
	if _, ok := icons[a.Key]; ok {
		b.icon = ui.makeIcon(b.element, a.Key)
	}
	b.label = ui.makeText(b.element, "span", a.Label, attr{"class", "button-label"})
	b.click(func() { ui.act(a) })
	return b
}

// act does what pressing an action does.
func (ui *UI) act(a control.Action) {
	if a.Key == control.NewSeed {
		ui.send(app.SeedDrawn{Seed: ui.drawSeed()})
		return
	}
	ui.send(a.Msg)
}

// drawSeed draws a seed that is short enough to read aloud.
func (ui *UI) drawSeed() uint32 {
	return uint32(1 + ui.window.Get("Math").Call("random").Float()*99998)
}

// transport is what starts, stops and paces training.
type transport struct {
	buttons     []*button
	speed       *element
	speedOutput *element
}

func newTransport(ui *UI) *transport {
	t := &transport{}
	place := ui.find("transport")
	steps := (*element)(nil)
	for _, a := range control.Actions {
		if a.Place != control.Transport {
			continue
		}
		parent := place
		if a.Key == "step" {
			steps = ui.make(place, "div", attr{"class", "joined"}, attr{"role", "group"}, attr{"aria-label", "Step"})
		}
		if a.Key == "step" || a.Key == "step-d" || a.Key == "step-g" {
			parent = steps
		}
		t.buttons = append(t.buttons, ui.makeButton(parent, a))
	}
	t.mountSpeed(ui, place)
	return t
}

func (t *transport) mountSpeed(ui *UI, place *element) {
	box := ui.make(place, "div", attr{"class", "speed"})
	ui.makeText(box, "label", "Speed", attr{"for", "speed"})
	t.speed = ui.make(box, "input", attr{"type", "range"}, attr{"id", "speed"},
		attr{"min", "0"}, attr{"max", strconv.Itoa(len(app.Speeds) - 1)}, attr{"step", "1"})
	t.speedOutput = ui.make(box, "output", attr{"for", "speed"})
	t.speed.on("input", func(js.Value) {
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
		case "reset":
			b.put("disabled", !m.Ready)
		default:
			b.put("disabled", !m.Ready || m.Fault != "")
		}
	}
	t.speed.hold(strconv.Itoa(m.Speed))
	t.speed.set("aria-valuetext", app.SpeedText(app.Speeds[m.Speed]))
	t.speedOutput.write(app.SpeedShort(app.Speeds[m.Speed]))
}

// showPlay says what the next press does.
func (b *button) showPlay(m app.Model) {
	label, name := "Play", "play"
	if m.Playing {
		label, name = "Pause", "pause"
	}
	b.label.write(label)
	b.icon.show(name)
	b.set("class", "button main")
	b.put("disabled", m.Fault != "")
}
