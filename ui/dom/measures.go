package dom

import (
	"math"

	"ganvas/core/probe"
	"ganvas/core/wire"
	"ganvas/ui/control"
	"ganvas/ui/plot"
)

// measureRow is a measure as its table shows it.
type measureRow struct {
	control.Measure
	value, floor string
	units        string // what it is in the data's units, in words
}

// measureRows are a snapshot's measures, as text.
func measureRows(s *wire.Snapshot) []measureRow {
	var rows []measureRow
	for _, x := range s.Measures {
		rows = append(rows, measureRow{wordsOf(s, x.Key), valueText(x.Value), floorText(x), control.InUnits(s, x.Key, x.Value)})
	}
	return rows
}

// wordsOf is the words of a measure of a snapshot: of images there are others by the same names.
func wordsOf(s *wire.Snapshot, key string) control.Measure {
	if len(s.Bytes(probe.RealImages)) > 0 {
		return control.ImageMeasureOf(key)
	}
	return control.MeasureOf(key)
}

// surveyText is what the button of the slow measures says, and what stands beside it.
func surveyText(s *wire.Snapshot, surveying bool) (button, beside string) {
	if surveying {
		if s.Pending == 0 {
			return "Stop measuring", "Measuring" // it has only been asked for
		}
		return "Stop measuring", "Measuring: " + plot.Count(s.Pending) + " to go"
	}
	for _, x := range s.Measures {
		if wordsOf(s, x.Key).Slow && x.Step != s.Step {
			return "Measure everything again", "The slow ones are of step " + plot.Count(int(x.Step)) + "."
		}
	}
	return "Measure everything", ""
}

// floorText is the score of a perfect generator, with the range of nine in ten such scores where it is known and whether the score lies in it, or a dash where there is no figure.
func floorText(x wire.Measure) string {
	switch {
	case math.IsNaN(x.Floor):
		return "–"
	case x.High > x.Low:
		text := valueText(x.Floor) + " (" + valueText(x.Low) + " to " + valueText(x.High) + ")"
		if x.Value >= x.Low && x.Value <= x.High {
			text += ", within sampling noise"
		}
		return text
	}
	return valueText(x.Floor)
}

// valueText is a number with three significant figures, or whole where it is a count.
// A measure has no value where what it is of is not there: the width of modes that no sample lies on.
func valueText(x float64) string {
	if math.IsNaN(x) {
		return "–"
	}
	if x == math.Trunc(x) && math.Abs(x) < 1e6 {
		return plot.Count(int(x))
	}
	return plot.Number(x)
}
