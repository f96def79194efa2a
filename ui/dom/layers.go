package dom

import (
	"ganvas/core/probe"
	"ganvas/ui/app"
	"ganvas/ui/plot"
)

// layerLabel is what the legend calls a layer: a stretched field says how many times.
func layerLabel(y app.Layer, m app.Model) string {
	if y.Bit != app.Stretched || !m.Layers.Has(app.Stretched) || m.Snapshot == nil {
		return y.Label
	}
	shown := plot.FieldOf(m.Snapshot, probe.Field)
	if best := plot.FieldOf(m.Snapshot, probe.Optimal); m.Layers.Has(app.Optimal) && best.Size > 0 {
		shown = best
	}
	return y.Label + " ×" + plot.Count(shown.Stretch())
}

// verdict is a value of D for people: with two digits, or four where two would round away which side of 1/2 it is on.
func verdict(d float64) string {
	if two := plot.Fixed(d, 2); two != plot.Fixed(.5, 2) {
		return two
	}
	return plot.Fixed(d, 4)
}
