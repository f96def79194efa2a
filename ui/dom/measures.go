package dom

import (
	"math"

	"ganvas/core/wire"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// measureRow is a measure as its table shows it.
type measureRow struct{ key, label, doc, value, floor string }

// measureRows are a snapshot's measures, as text.
func measureRows(measures []wire.Measure) []measureRow {
	var rows []measureRow
	for _, x := range measures {
		c := control.MeasureOf(x.Key)
		rows = append(rows, measureRow{x.Key, c.Label, c.Doc, plot.Number(x.Value), floorText(x.Floor)})
	}
	return rows
}

// floorText is the score of a perfect generator, or a dash where there is no such figure.
func floorText(floor float64) string {
	if math.IsNaN(floor) {
		return "–"
	}
	return plot.Number(floor)
}
