package app

import (
	"strconv"

	"ganvas/core/experiment"
	"ganvas/core/sketch"
)

// SketchDrawn takes what the reader has drawn as the data of a new run.
type SketchDrawn struct{ *sketch.Sketch }

func (SketchDrawn) msg() {}

// drawingName is what own points are called that were drawn.
const drawingName = "your drawing"

// withSketch has the reader's own points be a drawing.
func (m Model) withSketch(s *sketch.Sketch) Model {
	next, err := m.withOwn(s.CSV(), drawingName, s.String())
	if err != nil { // fewer than two different points, which nobody trains on
		m.CSV, m.CSVName, m.Drawn, m.ownUsual = s.CSV(), drawingName, s.String(), experiment.DefaultFor(experiment.OwnData)
		return m
	}
	return next
}

// sketched opens a run on a drawing, which is another place.
func (m Model) sketched(s *sketch.Sketch) (Model, []Effect) {
	if n := len(s.Points()); n < sketch.Fewest {
		m.Notice = "A drawing needs at least " + strconv.Itoa(sketch.Fewest) + " points; this one has " + strconv.Itoa(n) + "."
		return m, []Effect{Announce{m.Notice}}
	}
	left := m
	m = m.withSketch(s)
	m.Sheet = NoSheet
	m = m.onto(left)
	say := "The data are now what you have drawn. "
	if m.Travels() {
		say += "The page’s link brings it back."
	} else {
		say += "It is too large for a link; a saved file has it."
	}
	return left.departed(m.withoutDraft("data").open(say))
}

// Travels reports whether the page's link brings the reader's own points back: they are drawn, and few enough.
func (m Model) Travels() bool { return m.Drawn != "" && len(m.Drawn) <= sketch.MostText }

// drawnField is a drawing in the address.
var drawnField = viewField{"drawn", func() string { return "a drawing of at least " + strconv.Itoa(sketch.Fewest) + " points, whole" },
	func(m *Model, value string) bool {
		s, err := sketch.Parse(value)
		if err != nil || len(s.Points()) < sketch.Fewest {
			return false
		}
		*m = m.withSketch(s)
		return true
	},
	func(m *Model, _ uint64) (string, bool) {
		return m.Drawn, m.Spec.Owns() && m.Travels()
	}}
