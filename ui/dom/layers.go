package dom

import (
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// layerLabel is what the legend calls a layer: a stretched field says how many times.
func layerLabel(y app.Layer, m app.Model) string {
	if y.Bit != app.Stretched || !m.Layers.Has(app.Stretched) || m.Snapshot == nil {
		return y.Label
	}
	shown := m.Snapshot.Field
	if m.Layers.Has(app.Optimal) && len(m.Snapshot.Optimal) > 0 {
		shown = m.Snapshot.Optimal
	}
	return y.Label + " ×" + plot.Count(plot.Field{Size: m.Snapshot.FieldSize, D: shown}.Stretch())
}

// verdict is a value of D for people: with two digits, or four where two would round away which side of 1/2 it is on.
func verdict(d float64) string {
	if two := plot.Fixed(d, 2); two != plot.Fixed(.5, 2) {
		return two
	}
	return plot.Fixed(d, 4)
}
