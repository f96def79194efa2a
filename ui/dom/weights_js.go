//go:build js && wasm

package dom

import (
	"slices"
	"strconv"
	"syscall/js"

	"ganvas/core/experiment"
	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/app"
)

// weightEditor sets the weights of one unit of the machine by hand.
type weightEditor struct {
	ui     *UI
	row    *element
	choice *element
	value  *typed
	all    []unitWeight
	of     string // the unit that the choices are of
}

func newWeightEditor(ui *UI, place *element) *weightEditor {
	w := &weightEditor{ui: ui, row: ui.make(place, "div", attr{"class", "weight-row"})}
	w.choice = ui.make(w.row, "select", attr{"id", "weight-of"}, attr{"aria-label", "Which weight of the unit"})
	w.value = ui.makeTyped(w.row, func(string) { w.set() }, attr{"type", "number"}, attr{"step", "any"}, attr{"id", "weight-value"}, attr{"aria-label", "What it is"})
	w.choice.on("change", func(js.Value) { w.turnTo(ui.shown.Snapshot) })
	w.row.hide(true)
	return w
}

// show has a unit's weights, or none where the player is not given.
func (w *weightEditor) show(model app.Model, p *dense, unit string, layer, shown int) {
	w.row.hide(p == nil)
	if p == nil {
		w.of = ""
		return
	}
	if w.of != unit {
		w.of, w.all = unit, slices.DeleteFunc(p.weights(layer, shown), func(x unitWeight) bool { return model.Spec.CheckWeight(x.Weight) != nil })
		w.choice.Call("replaceChildren")
		for i, x := range w.all {
			w.ui.makeText(w.choice, "option", x.label, attr{"value", strconv.Itoa(i)})
		}
		w.turnTo(model.Snapshot)
	}
	w.read(model.Snapshot)
}

// turnTo has another weight than before: what was typed for that is forgotten.
func (w *weightEditor) turnTo(s *wire.Snapshot) {
	w.value.dirty = false
	w.value.unset("aria-invalid")
	w.read(s)
}

// chosen is the weight that is chosen.
func (w *weightEditor) chosen() (unitWeight, bool) {
	i, err := strconv.Atoi(w.choice.Get("value").String())
	if err != nil || i >= len(w.all) {
		return unitWeight{}, false
	}
	return w.all[i], true
}

// read writes what the chosen weight is, where nobody is typing another.
func (w *weightEditor) read(s *wire.Snapshot) {
	x, ok := w.chosen()
	if !ok || s == nil {
		return
	}
	names := map[string][2]string{"g": {probe.WeightsG, probe.BiasesG}, "d": {probe.WeightsD, probe.BiasesD}}[x.Player]
	name := names[0]
	if x.bias {
		name = names[1]
	}
	if all := s.Floats(name); x.at < len(all) {
		w.value.show(strconv.FormatFloat(float64(all[x.at]), 'g', 4, 32))
	}
}

// set sends what has been written, where it is a weight.
func (w *weightEditor) set() {
	x, ok := w.chosen()
	if !ok {
		return
	}
	m := app.WeightSet{Key: x.Key(), Text: w.value.Get("value").String()}
	if _, err := experiment.WeightValue(m.Pair()); err != nil {
		w.value.set("aria-invalid", "true")
		w.value.dirty = true // it stays until it is mended, or another weight is chosen
		w.ui.announce("Give " + experiment.WeightAllowed + ".")
		return
	}
	w.value.unset("aria-invalid")
	w.ui.send(m)
}
