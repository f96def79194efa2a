//go:build js && wasm

package dom

import (
	"strings"

	"ganvas/core/wire"
	"ganvas/ui/app"
	"ganvas/ui/control"
)

// measures is the table of sample quality: each number beside what a perfect generator would score.
type measures struct {
	ui   *UI
	body *element
	more *element // behind "all measures"
	rows map[string]*measureCells

	survey, pending *element // asks for the measures that take long, and says how it goes

	shown *wire.Snapshot
}

type measureCells struct{ row, value, floor, units *element }

func newMeasures(ui *UI) *measures {
	t := &measures{ui: ui, body: ui.find("measures"), more: ui.find("more-measures"), rows: map[string]*measureCells{}}
	if ui.lab == nil {
		ui.addSheet(ui.find("measuring"), app.Numbers, false)
	}
	place := ui.find("survey")
	t.survey = ui.make(place, "button", attr{"type", "button"}, attr{"class", "button"}, attr{"id", "do-survey"})
	t.survey.write("Measure everything")
	t.survey.click(func() { ui.send(app.SurveyToggled{}) })
	t.pending = ui.make(place, "span", attr{"id", "surveyed"})
	return t
}

func (t *measures) render(m app.Model) {
	if m.Snapshot == nil {
		return
	}
	button, beside := surveyText(m.Snapshot, m.Surveying())
	t.survey.write(button)
	if missing := m.Judgement(); missing != "" {
		beside = missing
	}
	t.pending.write(beside)
	if m.Snapshot == t.shown {
		return
	}
	t.shown = m.Snapshot
	there := map[string]bool{}
	for _, r := range measureRows(m.Snapshot) {
		there[r.Label] = true
		cells, ok := t.rows[r.Label]
		if !ok {
			cells = t.makeRow(r)
			t.rows[r.Label] = cells
		}
		cells.value.write(r.value)
		cells.floor.write(r.floor)
		if cells.units != nil {
			cells.units.write(r.units)
			cells.units.hide(r.units == "")
		}
	}
	for key, cells := range t.rows {
		// Not every measure has a meaning for all data. Before a run's first measures the rows keep their places, empty.
		cells.row.hide(len(there) > 0 && !there[key])
		if len(there) == 0 {
			cells.value.write("–")
		}
	}
}

// makeRow mounts a measure, which then keeps its place, so that nothing jumps.
func (t *measures) makeRow(r measureRow) *measureCells {
	body := t.body
	if control.Minor(r.Key) {
		body = t.more
	}
	row := t.ui.make(body, "tr", attr{"data-measure", r.Key})
	head := t.ui.make(row, "th", attr{"scope", "row"})
	var units *element
	if r.Doc == "" {
		head.write(r.Label)
	} else {
		fold := t.ui.make(head, "details")
		name := t.ui.makeText(fold, "summary", r.Label)
		t.ui.makeText(name, "span", r.Better.Mark, attr{"class", "sense"}, attr{"aria-hidden", "true"})
		t.ui.makeText(fold, "p", r.Doc)
		t.ui.makeText(fold, "p", strings.TrimSpace(r.Better.Words+" "+r.Reach()))
		units = t.ui.make(fold, "p")
	}
	return &measureCells{row, t.ui.make(row, "td"), t.ui.make(row, "td", attr{"class", "floor"}), units}
}
