//go:build js && wasm

package dom

import (
	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/control"
)

// numbers are the few measures in the margin, each with a bar that shows where a perfect generator would be.
type numbers struct {
	ui    *UI
	box   *element
	all   map[string]*number
	shown *wire.Snapshot
}

type number struct{ row, value, of, bar, mark, floor *element }

func newNumbers(ui *UI) *numbers {
	n := &numbers{ui: ui, box: ui.find("numbers"), all: map[string]*number{}}
	for _, g := range control.Gauges {
		x := &number{row: ui.make(n.box, "div", attr{"data-number", g.Key})}
		ui.makeText(x.row, "dt", g.Label)
		dd := ui.make(x.row, "dd")
		x.value, x.of = ui.make(dd, "b"), ui.make(dd, "span")
		gauge := ui.make(x.row, "dd", attr{"class", "gauge"}, attr{"aria-hidden", "true"})
		x.bar, x.mark = ui.make(gauge, "i"), ui.make(gauge, "b")
		gauge.hide(g.Full == 0 && !g.Count)
		x.floor = ui.make(x.row, "dd", attr{"class", "perfect"})
		x.row.hide(true)
		n.all[g.Key] = x
	}
	return n
}

func (n *numbers) render(m app.Model) {
	if m.Snapshot == nil || m.Snapshot == n.shown {
		return
	}
	n.shown = m.Snapshot
	there := map[string]wire.Measure{}
	for _, x := range m.Snapshot.Measures {
		there[x.Key] = x
	}
	for _, g := range control.Gauges {
		x, ok := there[g.Key]
		if !ok { // before a run's first measures those of the last keep their places
			n.all[g.Key].row.hide(len(there) > 0 || n.all[g.Key].value.text == "")
			continue
		}
		n.all[g.Key].row.hide(false)
		n.all[g.Key].show(g.Reads(x.Value, x.Floor))
	}
}

func (x *number) show(r control.Read) {
	x.value.write(r.Value)
	x.of.write(r.Of)
	x.bar.style("width", share(r.Bar))
	x.mark.style("left", share(r.Mark))
	x.floor.write(r.Floor)
	x.floor.hide(r.Floor == "")
}
