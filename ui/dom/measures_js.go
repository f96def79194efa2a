//go:build js && wasm

package dom

import (
	"ganvas/ui/app"
)

// measures is the table of sample quality: each number beside what a perfect generator would score.
type measures struct {
	ui   *UI
	body *element
	at   *element
	rows map[string]*measureCells
}

type measureCells struct{ value, floor *element }

func newMeasures(ui *UI) *measures {
	return &measures{ui: ui, body: ui.find("measures"), at: ui.find("measured"), rows: map[string]*measureCells{}}
}

func (t *measures) render(m app.Model) {
	if m.Snapshot == nil || len(m.Snapshot.Measures) == 0 {
		return
	}
	for _, r := range measureRows(m.Snapshot.Measures) {
		cells, ok := t.rows[r.key]
		if !ok {
			cells = t.makeRow(r)
			t.rows[r.key] = cells
		}
		cells.value.write(r.value)
		cells.floor.write(r.floor)
	}
}

// makeRow mounts a measure, which then keeps its place, so that nothing jumps.
func (t *measures) makeRow(r measureRow) *measureCells {
	row := t.ui.make(t.body, "tr", attr{"data-measure", r.key})
	head := t.ui.make(row, "th", attr{"scope", "row"})
	if r.doc == "" {
		head.write(r.label)
	} else {
		fold := t.ui.make(head, "details")
		t.ui.makeText(fold, "summary", r.label)
		t.ui.makeText(fold, "p", r.doc)
	}
	return &measureCells{t.ui.make(row, "td"), t.ui.make(row, "td", attr{"class", "floor"})}
}
